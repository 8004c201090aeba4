// What anyone may ask, and have checked.
import { handle } from 'hono/aws-lambda';
import { verificationApi } from './api/verification-api.ts';
import { ids, tablePorts, trust, working } from './wiring.ts';

export const handler = handle(
  verificationApi({ ...tablePorts(), ids: ids(), trust: trust(), working: working() }),
);
