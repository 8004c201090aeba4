// Issued files, for the sender's people and the recipients'.
import { handle } from 'hono/aws-lambda';
import { archiveApi } from './api/archive-api.ts';
import { apiPorts, signed } from './wiring.ts';

export const handler = handle(archiveApi({ ...apiPorts(), signed: signed() }));
