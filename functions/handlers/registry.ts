// The clerk's API.
import { handle } from 'hono/aws-lambda';
import { registryApi } from './api/registry-api.ts';
import { apiPorts, mail, signed, workflow, working } from './wiring.ts';

export const handler = handle(
  registryApi({
    ...apiPorts(),
    mail: mail(),
    workflow: workflow(),
    working: working(),
    signed: signed(),
  }),
);
