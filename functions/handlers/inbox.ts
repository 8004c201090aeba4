// The recipient's API.

import { behindTheFrontDoor } from './api/front-door.ts';
import { inboxApi } from './api/inbox-api.ts';
import { serve } from './api/serve.ts';
import { notices, signed, tablePorts, worldOf } from './wiring.ts';

const world = worldOf([inboxApi], tablePorts(), { notices, signed });
export const handler = serve('inbox', behindTheFrontDoor(inboxApi(world)));
