// The reviewer's and the signer's API.
import { handle } from 'hono/aws-lambda';
import { approvalApi } from './api/approval-api.ts';
import { notices, tablePorts, workflow, working, worldOf } from './wiring.ts';

const world = worldOf([approvalApi], tablePorts(), { notices, workflow, working });
export const handler = handle(approvalApi(world));
