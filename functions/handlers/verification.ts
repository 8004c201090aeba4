// What anyone may ask, and have checked.

import { behindTheFrontDoor } from './api/front-door.ts';
import { serve } from './api/serve.ts';
import { verificationApi } from './api/verification-api.ts';
import { tablePorts, working, worldOf } from './wiring.ts';

const world = worldOf([verificationApi], tablePorts(), { working });
export const handler = serve('verification', behindTheFrontDoor(verificationApi(world)));
