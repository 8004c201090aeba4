// What anyone may ask, and have checked.
import { handle } from 'hono/aws-lambda';
import { verificationApi } from './api/verification-api.ts';
import { tablePorts, working, worldOf } from './wiring.ts';

const world = worldOf([verificationApi], tablePorts(), { working });
export const handler = handle(verificationApi(world));
