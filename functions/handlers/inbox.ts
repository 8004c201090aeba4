// The recipient's API.
import { handle } from 'hono/aws-lambda';
import { inboxApi } from './api/inbox-api.ts';
import { desk, notices, signed } from './wiring.ts';

export const handler = handle(inboxApi({ ...desk(), signed: signed(), notices: notices() }));
