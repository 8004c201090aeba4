// The recipient's API.
import { handle } from 'hono/aws-lambda';
import { inboxApi } from './api/inbox-api.ts';
import { apiPorts, notices, signed, trust } from './wiring.ts';

export const handler = handle(
  inboxApi({ ...apiPorts(), signed: signed(), trust: trust(), notices: notices() }),
);
