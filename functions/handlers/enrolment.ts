// The API of keys, certificates and images.
import { enrolmentApi } from './api/enrolment-api.ts';
import { behindTheFrontDoor } from './api/front-door.ts';
import { serve } from './api/serve.ts';
import { images, keyKeepers, tablePorts, worldOf } from './wiring.ts';

const world = worldOf([enrolmentApi], tablePorts(), { images, keyKeepers });
export const handler = serve('enrolment', behindTheFrontDoor(enrolmentApi(world)));
