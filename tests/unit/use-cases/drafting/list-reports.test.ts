// Does a drafter's list say of each report in which round it is, who has it, and since when?
import { beforeEach, describe, expect, test } from 'vitest';
import type { ApprovalRound } from '../../../../functions/domain/directory/organization.ts';
import type { SubmissionId } from '../../../../functions/domain/ids.ts';
import type { ReportState } from '../../../../functions/domain/workflow/report-summary.ts';
import { comment } from '../../../../functions/use-cases/approval/comment.ts';
import { decideUrgency } from '../../../../functions/use-cases/approval/decide-urgency.ts';
import { listReports } from '../../../../functions/use-cases/drafting/list-reports.ts';
import { withdrawReport } from '../../../../functions/use-cases/drafting/withdraw-report.ts';
import { markStopped } from '../../../../functions/use-cases/issuing/mark-stopped.ts';
import { remindPeople } from '../../../../functions/use-cases/issuing/remind-people.ts';
import { reserveNumber } from '../../../../functions/use-cases/issuing/reserve-number.ts';
import { findReport, findSubmission } from '../../../../functions/use-cases/reading/find.ts';
import { resumeIssue } from '../../../../functions/use-cases/registry/resume-issue.ts';
import { sealAndIssue } from '../../../../functions/use-cases/registry/seal-and-issue.ts';
import { aPerson, aPersonId, CLERK, DRAFTER, REVIEWER } from '../../../support/builders.ts';
import { aWorld, callerOf, SIGNER } from '../../../support/world.ts';
import {
  aDraft,
  ask,
  inReview,
  numbered,
  press,
  round,
  SEAL,
  STUCK,
  signed,
  submitted,
  type TestWorld,
  waitingForSignature,
} from '../office-day.ts';

const NINE = '2026-03-02T02:00:00.000Z';
const TEN = '2026-03-02T03:00:00.000Z';

const SECOND_REVIEWER = aPerson({
  id: aPersonId('ngo-van-ba'),
  name: 'Ngô Văn Ba',
  roles: ['reviewer'],
});
const TWO_REVIEWERS: ApprovalRound[] = [
  { kind: 'review', people: [REVIEWER.id, SECOND_REVIEWER.id], needed: 2 },
  { kind: 'sign', people: [SIGNER.id], needed: 1 },
];

let world: TestWorld;
beforeEach(() => {
  world = aWorld();
  world.directoryHas(SECOND_REVIEWER);
});

const list = async (state: ReportState | null = null) => {
  const wish = { state, limit: 10, cursor: null };
  return (await listReports(world, await callerOf(world, DRAFTER), wish)).items;
};
/** The one report on the list. */
const standing = async () => {
  const [row] = await list();
  return { status: row?.status, heldBy: row?.heldBy, ...row?.standing };
};

describe('my list', () => {
  test('says nothing of a draft but that it is one', async () => {
    await aDraft(world);

    expect(await list()).toMatchObject([{ status: 'draft', standing: null, heldBy: [] }]);
  });

  test('says that the workflow has what was just submitted, and the first of two rounds', async () => {
    world.setTime(NINE);
    await submitted(world);

    expect(await standing()).toMatchObject({
      round: { number: 1, of: 2, kind: 'review' },
      wait: null,
      heldBy: [],
      since: NINE,
    });
  });

  test('names whoever is asked, since they were asked', async () => {
    const { id } = await submitted(world);
    world.setTime(NINE);
    await ask(world, id, round(0));

    expect(await standing()).toMatchObject({
      wait: 'round',
      heldBy: [REVIEWER.name],
      since: NINE,
    });
  });

  test('leaves out of a round who has decided, and keeps since when it is asked', async () => {
    const submission = await inReview(world, TWO_REVIEWERS);
    const { since } = await standing();
    world.setTime(NINE);
    await press(world, submission, REVIEWER, 'agree');

    expect(await standing()).toMatchObject({
      round: { number: 1, of: 2 },
      heldBy: [SECOND_REVIEWER.name],
      since,
    });
  });

  test('names the signer in the last round', async () => {
    await waitingForSignature(world);

    expect(await standing()).toMatchObject({
      round: { number: 2, of: 2, kind: 'sign' },
      heldBy: [SIGNER.name],
    });
  });

  test('is not moved by a reminder or a comment', async () => {
    const { id } = await inReview(world);
    const before = await standing();
    world.setTime(NINE);
    await remindPeople(world, { submissionId: id, wait: round(0) });
    const caller = await callerOf(world, DRAFTER);
    await comment(world, caller, { submissionId: id, text: 'Đã bổ sung số liệu.' });

    expect(await standing()).toEqual(before);
  });

  test('says that the page is made anew when the signer decides on another urgency', async () => {
    const { id, contentHash } = await waitingForSignature(world);
    world.setTime(NINE);
    const wish = { submissionId: id, urgency: 'urgent', contentHash } as const;
    await decideUrgency(world, await callerOf(world, SIGNER), wish);

    expect(await standing()).toMatchObject({
      round: { number: 2, of: 2 },
      wait: null,
      heldBy: [],
      since: NINE,
    });
  });

  test('has no round any more when all have agreed, whoever takes the number', async () => {
    world.setTime(NINE);
    const { id } = await signed(world);
    world.setTime(TEN);
    await reserveNumber(world, { submissionId: id });

    expect(await standing()).toMatchObject({
      status: 'issuing',
      round: null,
      wait: null,
      since: NINE,
    });
  });

  test('says that the clerk is asked for the seal, until it is pressed', async () => {
    const { id } = await numbered(world);
    world.setTime(NINE);
    await ask(world, id, SEAL);
    expect(await standing()).toMatchObject({ wait: 'seal', heldBy: [], since: NINE });

    // Asked again, the clerk has had it no shorter.
    world.setTime(TEN);
    await ask(world, id, SEAL, { time: 2 });
    expect(await standing()).toMatchObject({ wait: 'seal', since: NINE });

    await sealAndIssue(world, await callerOf(world, CLERK), id);
    expect(await standing()).toMatchObject({ wait: null, since: TEN });
  });

  test('says that the clerk has what is stuck, until it is let go on', async () => {
    const { id } = await numbered(world);
    world.setTime(NINE);
    await ask(world, id, STUCK, { reason: 'certificate_expired' });
    expect(await standing()).toMatchObject({ wait: 'stuck', since: NINE });

    await resumeIssue(world, await callerOf(world, CLERK), id);
    expect(await standing()).toMatchObject({ wait: null });
  });

  test('says so also when the machine itself has stopped, and one of two has agreed since', async () => {
    const submission = await inReview(world, TWO_REVIEWERS);
    world.machine.dead.add(submission.id);
    await markStopped(world, { submissionId: submission.id, turn: 1, status: 'TIMED_OUT' });
    await press(world, submission, REVIEWER, 'agree');

    expect(await standing()).toMatchObject({
      round: { number: 1, of: 2 },
      wait: 'stuck',
      heldBy: [],
    });
  });

  test('follows the people of the submission at every step of a day', async () => {
    const heldAsAsked = async (id: SubmissionId) => {
      const asked = await world.submissions.askedIn(id);
      const { reportId } = await findSubmission(world, id);
      const report = await findReport(world, reportId);
      const people = asked.flatMap((one) => ('person' in one.asked ? [one.asked.person] : []));
      expect('standing' in report ? report.standing.people.toSorted() : []).toEqual(
        people.toSorted(),
      );
    };
    const submission = await inReview(world, TWO_REVIEWERS);
    await heldAsAsked(submission.id);
    await press(world, submission, REVIEWER, 'agree');
    await heldAsAsked(submission.id);
    await press(world, submission, SECOND_REVIEWER, 'agree');
    await heldAsAsked(submission.id);
    await ask(world, submission.id, round(1));
    await heldAsAsked(submission.id);
    await press(world, submission, SIGNER, 'sign');
    await heldAsAsked(submission.id);
  });
});

describe('my list of one state', () => {
  test('tells what was returned from what I write, and from what I withdrew myself', async () => {
    const draft = await aDraft(world);
    const returned = await inReview(world);
    await press(world, returned, REVIEWER, 'return', 'Thiếu số liệu');
    const withdrawn = await inReview(world);
    await withdrawReport(world, await callerOf(world, DRAFTER), withdrawn.reportId);
    const asked = await inReview(world);
    const rejected = await inReview(world);
    await press(world, rejected, REVIEWER, 'reject', 'Không đúng thẩm quyền');

    const idsOf = async (state: ReportState | null) =>
      new Set((await list(state)).map(({ id }) => id));

    expect(await idsOf('draft')).toEqual(new Set([draft.id, withdrawn.reportId]));
    expect(await idsOf('returned')).toEqual(new Set([returned.reportId]));
    expect(await idsOf('inReview')).toEqual(new Set([asked.reportId]));
    expect(await idsOf('rejected')).toEqual(new Set([rejected.reportId]));
    expect(await idsOf('issued')).toEqual(new Set());
    expect((await idsOf(null)).size).toBe(5);
  });
});
