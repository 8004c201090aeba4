// The API of keys, certificates and images.
import { handle } from 'hono/aws-lambda';
import { enrolmentApi } from './api/enrolment-api.ts';
import { images, keyKeepers, tablePorts, worldOf } from './wiring.ts';

const world = worldOf([enrolmentApi], tablePorts(), { images, keyKeepers });
export const handler = handle(enrolmentApi(world));
