// The administrator's API.
import { handle } from 'hono/aws-lambda';
import { administrationApi } from './api/administration-api.ts';
import { accounts, installation, notices, tablePorts, worldOf } from './wiring.ts';

const world = worldOf([administrationApi], tablePorts(), { accounts, installation, notices });
export const handler = handle(administrationApi(world));
