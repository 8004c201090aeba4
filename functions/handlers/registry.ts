// The clerk's API.
import { handle } from 'hono/aws-lambda';
import { registryApi } from './api/registry-api.ts';
import { mail, signed, tablePorts, workflow, working, worldOf } from './wiring.ts';

const world = worldOf([registryApi], tablePorts(), { mail, signed, workflow, working });
export const handler = handle(registryApi(world));
