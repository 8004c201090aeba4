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
import { answering } from './answering.ts';
import { type HousePorts, houseApp } from './house-app.ts';
import { pageOf } from './page-of.ts';

type ApprovalPorts = HousePorts & Needs<'records' | 'ids' | 'workflow' | 'working' | 'notices'>;

export const approvalApi = (world: ApprovalPorts) =>
  answering(houseApp(world), routes, {
    listWaiting: (c) => listWaiting(world, c.get('caller'), pageOf(c.req.valid('query'))),
    listDecided: (c) => listDecided(world, c.get('caller'), pageOf(c.req.valid('query'))),
    readOverview: (c) => readOverview(world, c.get('caller')),
    readSubmission: (c) =>
      readSubmission(world, c.get('caller'), c.req.valid('param').submissionId),
    readEarlierVersion: async (c) => {
      const { submissionId } = c.req.valid('param');
      return { earlier: await readEarlierVersion(world, c.get('caller'), submissionId) };
    },
    comment: async (c) => {
      const caller = c.get('caller');
      const { submissionId } = c.req.valid('param');
      const wish = { submissionId, text: c.req.valid('json').text };
      const submission = await comment(world, caller, wish);
      return presentSubmission(world, submission, caller.organization);
    },
    decideUrgency: async (c) => {
      const caller = c.get('caller');
      const { submissionId } = c.req.valid('param');
      const submission = await decideUrgency(world, caller, {
        submissionId,
        ...c.req.valid('json'),
      });
      return presentSubmission(world, submission, caller.organization);
    },
    decide: async (c) => {
      const caller = c.get('caller');
      const { submissionId } = c.req.valid('param');
      const submission = await decide(world, caller, { submissionId, ...c.req.valid('json') });
      return presentSubmission(world, submission, caller.organization);
    },
  });
