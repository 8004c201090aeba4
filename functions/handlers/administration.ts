// The administrator's API.
import { handle } from 'hono/aws-lambda';
import { administrationApi } from './api/administration-api.ts';
import {
  accounts,
  apiPorts,
  directoryDesk,
  ids,
  installation,
  trust,
  unsentMails,
} from './wiring.ts';

export const handler = handle(
  administrationApi({
    ...apiPorts(),
    directoryDesk: directoryDesk(),
    accounts: accounts(),
    ids: ids(),
    unsentMails: unsentMails(),
    installation: installation(),
    trust: trust(),
  }),
);
