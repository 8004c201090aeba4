// Who is signed in, in which browser; no table.
import { behindTheFrontDoor } from './api/front-door.ts';
import { serve } from './api/serve.ts';
import { sessionApi } from './api/session-api.ts';
import { clock, signIn, webUrl, worldOf } from './wiring.ts';

const world = worldOf([sessionApi], { clock }, { signIn });
export const handler = serve('session', behindTheFrontDoor(sessionApi(world, webUrl())));
