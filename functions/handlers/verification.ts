// What anyone may ask, and have checked.

import { behindTheFrontDoor } from './api/front-door.ts';
import { serve } from './api/serve.ts';
import { verificationApi } from './api/verification-api.ts';
import { tablePorts, verdicts, working, worldOf } from './wiring.ts';

const world = worldOf([verificationApi], tablePorts(), { working, verdicts });
export const handler = serve('verification', behindTheFrontDoor(verificationApi(world)));
