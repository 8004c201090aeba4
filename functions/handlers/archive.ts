// Issued files, for the sender's people and the recipients'.
import { handle } from 'hono/aws-lambda';
import { archiveApi } from './api/archive-api.ts';
import { signed, tablePorts, worldOf } from './wiring.ts';

const world = worldOf([archiveApi], tablePorts(), { signed });
export const handler = handle(archiveApi(world));
