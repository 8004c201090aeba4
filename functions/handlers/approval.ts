// The reviewer's and the signer's API.
import { approvalApi } from './api/approval-api.ts';
import { behindTheFrontDoor } from './api/front-door.ts';
import { serve } from './api/serve.ts';
import { notices, tablePorts, workflow, working, worldOf } from './wiring.ts';

const world = worldOf([approvalApi], tablePorts(), { notices, workflow, working });
export const handler = serve('approval', behindTheFrontDoor(approvalApi(world)));
