// Issued files, for the sender's people and the recipients'.
import { archiveApi } from './api/archive-api.ts';
import { behindTheFrontDoor } from './api/front-door.ts';
import { serve } from './api/serve.ts';
import { signed, tablePorts, worldOf } from './wiring.ts';

const world = worldOf([archiveApi], tablePorts(), { signed });
export const handler = serve('archive', behindTheFrontDoor(archiveApi(world)));
