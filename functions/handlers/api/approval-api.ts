// Which use case answers which route of a reviewer or a signer?
import * as routes from '../../contracts/routes/approval.ts';
import { decide } from '../../use-cases/decide.ts';
import { listWaiting } from '../../use-cases/list.ts';
import { presentSubmission } from '../../use-cases/present-submission.ts';
import { readSubmission } from '../../use-cases/read-submission.ts';
import type { Needs } from '../../use-cases/world.ts';
import { type HousePorts, houseApp } from './house-app.ts';
import { pageOf } from './page-of.ts';

type ApprovalPorts = HousePorts & Needs<'records' | 'workflow' | 'working'>;

export const approvalApi = (world: ApprovalPorts) =>
  houseApp(world)
    .openapi(routes.listWaiting, async (c) =>
      c.json(await listWaiting(world, c.get('caller'), pageOf(c.req.valid('query'))), 200),
    )
    .openapi(routes.readSubmission, async (c) =>
      c.json(await readSubmission(world, c.get('caller'), c.req.valid('param').submissionId), 200),
    )
    .openapi(routes.decide, async (c) => {
      const caller = c.get('caller');
      const { submissionId } = c.req.valid('param');
      const submission = await decide(world, caller, { submissionId, ...c.req.valid('json') });
      return c.json(await presentSubmission(world, submission, caller.organization), 200);
    });
