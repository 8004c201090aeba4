// The administrator's API.
import { handle } from 'hono/aws-lambda';
import { administrationApi } from './api/administration-api.ts';
import { accounts, desk, directoryDesk, ids, unsentMails } from './wiring.ts';

export const handler = handle(
  administrationApi({
    ...desk(),
    directoryDesk: directoryDesk(),
    accounts: accounts(),
    ids: ids(),
    unsentMails: unsentMails(),
  }),
);
