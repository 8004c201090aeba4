// The administrator's API.
import { administrationApi } from './api/administration-api.ts';
import { behindTheFrontDoor } from './api/front-door.ts';
import { serve } from './api/serve.ts';
import { accounts, installation, notices, tablePorts, worldOf } from './wiring.ts';

const world = worldOf([administrationApi], tablePorts(), { accounts, installation, notices });
export const handler = serve('administration', behindTheFrontDoor(administrationApi(world)));
