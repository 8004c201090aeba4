// The clerk's API.

import { behindTheFrontDoor } from './api/front-door.ts';
import { registryApi } from './api/registry-api.ts';
import { serve } from './api/serve.ts';
import { mail, signed, tablePorts, workflow, working, worldOf } from './wiring.ts';

const world = worldOf([registryApi], tablePorts(), { mail, signed, workflow, working });
export const handler = serve('registry', behindTheFrontDoor(registryApi(world)));
