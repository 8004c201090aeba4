// The administrator's API.
import { handle } from 'hono/aws-lambda';
import { administrationApi } from './api/administration-api.ts';
import { accounts, installation, tablePorts, worldOf } from './wiring.ts';

const world = worldOf([administrationApi], tablePorts(), { accounts, installation });
export const handler = handle(administrationApi(world));
