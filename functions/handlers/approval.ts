// The reviewer's and the signer's API.
import { handle } from 'hono/aws-lambda';
import { approvalApi } from './api/approval-api.ts';
import { apiPorts, ids, notices, workflow, working } from './wiring.ts';

export const handler = handle(
  approvalApi({
    ...apiPorts(),
    ids: ids(),
    workflow: workflow(),
    working: working(),
    notices: notices(),
  }),
);
