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
import { withPeople } from '../../use-cases/reading/submission-and-people.ts';
import { portsOf, type WorldOf } from '../../use-cases/world.ts';
import { eachOf } from '../views/cut.ts';
import {
  decidedRowOf,
  decisionViewOf,
  earlierVersionOf,
  submissionViewOf,
  waitingRowOf,
} from '../views/submission-view.ts';
import { answering } from './answering.ts';
import { houseApp } from './house-app.ts';
import { pageOf } from './page-of.ts';

const NEEDS = portsOf(
  houseApp,
  comment,
  decide,
  decideUrgency,
  listDecided,
  listWaiting,
  readEarlierVersion,
  readOverview,
  readSubmission,
);

export const approvalApi = (world: WorldOf<typeof NEEDS>) =>
  answering(houseApp(world), routes, {
    listWaiting: async (c) =>
      eachOf(waitingRowOf, await listWaiting(world, c.get('caller'), pageOf(c.req.valid('query')))),
    listDecided: async (c) =>
      eachOf(decidedRowOf, await listDecided(world, c.get('caller'), pageOf(c.req.valid('query')))),
    readOverview: (c) => readOverview(world, c.get('caller')),
    readSubmission: async (c) =>
      decisionViewOf(
        await readSubmission(world, c.get('caller'), c.req.valid('param').submissionId),
      ),
    readEarlierVersion: async (c) => {
      const { submissionId } = c.req.valid('param');
      const earlier = await readEarlierVersion(world, c.get('caller'), submissionId);
      return { earlier: earlier && earlierVersionOf(earlier) };
    },
    comment: async (c) => {
      const caller = c.get('caller');
      const { submissionId } = c.req.valid('param');
      const wish = { submissionId, text: c.req.valid('json').text };
      const submission = await comment(world, caller, wish);
      return submissionViewOf(await withPeople(world, submission, caller.organization));
    },
    decideUrgency: async (c) => {
      const caller = c.get('caller');
      const { submissionId } = c.req.valid('param');
      const submission = await decideUrgency(world, caller, {
        submissionId,
        ...c.req.valid('json'),
      });
      return submissionViewOf(await withPeople(world, submission, caller.organization));
    },
    decide: async (c) => {
      const caller = c.get('caller');
      const { submissionId } = c.req.valid('param');
      const submission = await decide(world, caller, { submissionId, ...c.req.valid('json') });
      return submissionViewOf(await withPeople(world, submission, caller.organization));
    },
  });
approvalApi.needs = NEEDS;
