// The recipient's API.
import { handle } from 'hono/aws-lambda';
import { inboxApi } from './api/inbox-api.ts';
import { notices, signed, tablePorts, worldOf } from './wiring.ts';

const world = worldOf([inboxApi], tablePorts(), { notices, signed });
export const handler = handle(inboxApi(world));
