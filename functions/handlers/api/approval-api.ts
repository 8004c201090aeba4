// Which use case answers which route of a reviewer or a signer?
import * as routes from '../../contracts/routes/approval.ts';
import { comment } from '../../use-cases/approval/comment.ts';
import { decide } from '../../use-cases/approval/decide.ts';
import { decideUrgency } from '../../use-cases/approval/decide-urgency.ts';
import { listDecided } from '../../use-cases/approval/list-decided.ts';
import { listWaiting } from '../../use-cases/approval/list-waiting.ts';
import { readEarlierVersion } from '../../use-cases/approval/read-earlier-version.ts';
import { readOverview } from '../../use-cases/approval/read-overview.ts';
import { readSubmission } from '../../use-cases/approval/read-submission.ts';
import { presentSubmission } from '../../use-cases/reading/present-submission.ts';
import type { Needs } from '../../use-cases/world.ts';
import { type HousePorts, houseApp } from './house-app.ts';
import { pageOf } from './page-of.ts';

type ApprovalPorts = HousePorts & Needs<'records' | 'ids' | 'workflow' | 'working' | 'notices'>;

export const approvalApi = (world: ApprovalPorts) =>
  houseApp(world)
    .openapi(routes.listWaiting, async (c) =>
      c.json(await listWaiting(world, c.get('caller'), pageOf(c.req.valid('query'))), 200),
    )
    .openapi(routes.listDecided, async (c) =>
      c.json(await listDecided(world, c.get('caller'), pageOf(c.req.valid('query'))), 200),
    )
    .openapi(routes.readOverview, async (c) =>
      c.json(await readOverview(world, c.get('caller')), 200),
    )
    .openapi(routes.readSubmission, async (c) =>
      c.json(await readSubmission(world, c.get('caller'), c.req.valid('param').submissionId), 200),
    )
    .openapi(routes.readEarlierVersion, async (c) => {
      const { submissionId } = c.req.valid('param');
      return c.json(
        { earlier: await readEarlierVersion(world, c.get('caller'), submissionId) },
        200,
      );
    })
    .openapi(routes.comment, async (c) => {
      const caller = c.get('caller');
      const { submissionId } = c.req.valid('param');
      const wish = { submissionId, text: c.req.valid('json').text };
      const submission = await comment(world, caller, wish);
      return c.json(await presentSubmission(world, submission, caller.organization), 200);
    })
    .openapi(routes.decideUrgency, async (c) => {
      const caller = c.get('caller');
      const { submissionId } = c.req.valid('param');
      const submission = await decideUrgency(world, caller, {
        submissionId,
        ...c.req.valid('json'),
      });
      return c.json(await presentSubmission(world, submission, caller.organization), 201);
    })
    .openapi(routes.decide, async (c) => {
      const caller = c.get('caller');
      const { submissionId } = c.req.valid('param');
      const submission = await decide(world, caller, { submissionId, ...c.req.valid('json') });
      return c.json(await presentSubmission(world, submission, caller.organization), 200);
    });
