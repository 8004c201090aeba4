// What anyone may ask, and have checked.
import { handle } from 'hono/aws-lambda';
import { verificationApi } from './api/verification-api.ts';
import { ids, tablePorts, working } from './wiring.ts';

export const handler = handle(verificationApi({ ...tablePorts(), ids: ids(), working: working() }));
