// Who may decide what, on which page, how often, and what does the workflow hear of it?
import { beforeEach, describe, expect, test } from 'vitest';
import { brokenAt } from '../../../../functions/domain/broken-link.ts';
import { withoutSecondFactor } from '../../../../functions/domain/directory/settled-access.ts';
import { roundsAgreed, stateOf } from '../../../../functions/domain/workflow/submission.ts';
import { type DecisionWish, decide } from '../../../../functions/use-cases/approval/decide.ts';
import { listDecided } from '../../../../functions/use-cases/approval/list-decided.ts';
import { readSubmission } from '../../../../functions/use-cases/approval/read-submission.ts';
import { withdrawReport } from '../../../../functions/use-cases/drafting/withdraw-report.ts';
import { findReport, findSubmission } from '../../../../functions/use-cases/reading/find.ts';
import type { Caller } from '../../../../functions/use-cases/reading/identify.ts';
import { A_HASH, aHash, aPersonId, CLERK, DRAFTER, REVIEWER } from '../../../support/builders.ts';
import { aWorld, callerOf, DEPUTY, SIGNER, STRANGER } from '../../../support/world.ts';
import {
  historyOf,
  inReview,
  press,
  round,
  signed,
  submitted,
  type TestWorld,
  tokenOf,
  waitingForSignature,
} from '../office-day.ts';

let world: TestWorld;
beforeEach(() => {
  world = aWorld();
});

const BOTH = [
  { kind: 'review' as const, people: [REVIEWER.id, DEPUTY.id], needed: 2 },
  { kind: 'sign' as const, people: [SIGNER.id], needed: 1 },
];
const EITHER = BOTH.map((one) => ({ ...one, needed: 1 }));

describe('a reviewer who agrees', () => {
  test('lets the workflow go on to the next round', async () => {
    const submission = await inReview(world);

    const after = await press(world, submission, REVIEWER, 'agree');

    expect(after).toMatchObject({ status: 'inReview', round: 1 });
    const token = tokenOf(submission.id, round(0));
    expect(world.machine.answered).toEqual([{ token, outcome: 'agreed' }]);
    expect(await world.submissions.askedIn(submission.id)).toEqual([]);
  });

  test('and presses again gets the same answer, and nothing is written twice', async () => {
    const submission = await inReview(world);
    const first = await press(world, submission, REVIEWER, 'agree');
    const history = await historyOf(world, submission.reportId);

    const again = await press(world, submission, REVIEWER, 'agree');

    expect(again).toEqual(first);
    expect(await historyOf(world, submission.reportId)).toEqual(history);
  });

  test('while Step Functions is down is heard by it when they press again', async () => {
    const submission = await inReview(world);
    world.machine.down = true;
    await press(world, submission, REVIEWER, 'agree');
    world.machine.down = false;

    await press(world, submission, REVIEWER, 'agree');

    expect(world.machine.answered).toMatchObject([{ outcome: 'agreed' }]);
  });

  test('cannot then say something else', async () => {
    const submission = await inReview(world);
    await press(world, submission, REVIEWER, 'agree');

    const other = press(world, submission, REVIEWER, 'return', 'Thiếu số liệu');

    await expect(other).rejects.toMatchObject({ code: 'already_decided' });
  });
});

describe('two reviewers of one round', () => {
  test('who press in the same moment both count', async () => {
    const submission = await inReview(world, BOTH);

    await Promise.all([
      press(world, submission, REVIEWER, 'agree'),
      press(world, submission, DEPUTY, 'agree'),
    ]);

    const after = await findSubmission(world, submission.id);
    expect(after.decisions.map(({ personId }) => personId).toSorted()).toEqual(
      [REVIEWER.id, DEPUTY.id].toSorted(),
    );
    expect(roundsAgreed(after)).toBe(1);
    expect(world.machine.answered).toHaveLength(1);
    const report = await findReport(world, submission.reportId);
    const { items } = await world.reports.events(report.id, { limit: 100, cursor: null });
    expect(brokenAt(items, report.events)).toBeNull();
  });

  test('are still waited for while one vote is missing, and only those who have not voted', async () => {
    const submission = await inReview(world, BOTH);

    await press(world, submission, REVIEWER, 'agree');

    expect(world.machine.answered).toEqual([]);
    expect(await world.submissions.askedIn(submission.id)).toMatchObject([
      { asked: { person: DEPUTY.id } },
    ]);
  });

  test.each(['agree', 'return'] as const)(
    'of whom one is enough: the later press (%s) is told that it is decided',
    async (kind) => {
      const submission = await inReview(world, EITHER);
      await press(world, submission, REVIEWER, 'agree');

      const late = press(world, submission, DEPUTY, kind, 'Thiếu số liệu');

      await expect(late).rejects.toMatchObject({ code: 'already_decided' });
    },
  );

  test('of whom one returns and one rejects in the same moment leave one end', async () => {
    const submission = await inReview(world, BOTH);

    const results = await Promise.allSettled([
      press(world, submission, REVIEWER, 'return', 'Thiếu số liệu'),
      press(world, submission, DEPUTY, 'reject', 'Không đúng thẩm quyền'),
    ]);

    expect(results.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    const ended = await findSubmission(world, submission.id);
    expect(ended.decisions).toHaveLength(1);
    const report = await findReport(world, submission.reportId);
    expect(report.status).toBe(stateOf(ended) === 'returned' ? 'draft' : 'rejected');
  });
});

describe('the chairman who signs', () => {
  test('lets issuing begin', async () => {
    const { reportId } = await signed(world);

    expect((await findReport(world, reportId)).status).toBe('issuing');
    expect(await historyOf(world, reportId)).toEqual([
      'created',
      'submitted',
      'asked',
      'agreed',
      'asked',
      'signed',
    ]);
  });

  test('must have proved their presence in the last five minutes', async () => {
    const { id: submissionId, contentHash } = await waitingForSignature(world);
    const caller = await callerOf(world, SIGNER, { signedInAt: '2026-03-02T00:54:59.999Z' });
    const wish = { submissionId, contentHash, pageHash: A_HASH, kind: 'sign' as const };

    await expect(decide(world, caller, wish)).rejects.toMatchObject({ code: 'sign_in_stale' });

    const fresh: Caller = { ...caller, signedInAt: '2026-03-02T00:55:00.000Z' };
    expect((await decide(world, fresh, wish)).status).toBe('issuing');
  });

  test('cannot, while a second administrator has not agreed to how they come in, for a day; and is asked all the while', async () => {
    const submission = await waitingForSignature(world);
    world.directoryHas(withoutSecondFactor(SIGNER, { by: CLERK.id, at: world.clock.now() }));

    await expect(press(world, submission, SIGNER, 'sign')).rejects.toMatchObject({
      code: 'access_unsettled',
      details: { facts: { until: '2026-03-03T01:00:00.000Z' } },
    });

    expect(await world.submissions.askedIn(submission.id)).toHaveLength(1);
    world.setTime('2026-03-03T01:00:00.000Z');
    expect((await press(world, submission, SIGNER, 'sign')).status).toBe('issuing');
  });

  test('may return it in the meantime: that binds nobody', async () => {
    const submission = await waitingForSignature(world);
    world.directoryHas(withoutSecondFactor(SIGNER, { by: CLERK.id, at: world.clock.now() }));
    const returned = await press(world, submission, SIGNER, 'return', 'Thiếu số liệu');
    expect(stateOf(returned)).toBe('returned');
  });

  test.each<[string, Partial<DecisionWish>]>([
    ['another page', { pageHash: aHash('b') }],
    ['no page', { pageHash: undefined }],
    ['other words', { contentHash: aHash('b') }],
  ])('cannot sign %s than they were shown', async (_, given) => {
    const { id: submissionId, contentHash } = await waitingForSignature(world);
    const caller = await callerOf(world, SIGNER);
    const wish = { submissionId, contentHash, pageHash: A_HASH, kind: 'sign' as const, ...given };

    const stale = decide(world, caller, wish);

    await expect(stale).rejects.toMatchObject({ code: 'content_changed' });
    expect((await findSubmission(world, submissionId)).status).toBe('inReview');
  });

  test('cannot sign a second time, only repeat the first', async () => {
    const submission = await signed(world);

    expect(await press(world, submission, SIGNER, 'sign')).toEqual(submission);
    const other = press(world, submission, SIGNER, 'return', 'Đổi ý');
    await expect(other).rejects.toMatchObject({ code: 'status_wrong' });
  });
});

describe('nobody decides who', () => {
  test('was not asked', async () => {
    const submission = await inReview(world);

    const notAsked = press(world, submission, DEPUTY, 'agree');

    await expect(notAsked).rejects.toMatchObject({ code: 'not_asked' });
  });

  test('was not asked yet', async () => {
    const submission = await submitted(world);

    const early = press(world, submission, REVIEWER, 'agree');

    await expect(early).rejects.toMatchObject({ code: 'not_asked' });
  });

  test.each([
    [DRAFTER, 'sign'],
    [DRAFTER, 'agree'],
    [REVIEWER, 'sign'],
    [CLERK, 'return'],
  ] as const)('has not the role for it ($id: %s)', async (person, kind) => {
    const submission = await waitingForSignature(world);

    const wrong = press(world, submission, person, kind, 'Thiếu số liệu');

    await expect(wrong).rejects.toMatchObject({ code: 'not_permitted' });
  });

  test('has lost the role since they were asked', async () => {
    const submission = await inReview(world);
    world.directoryHas({ ...REVIEWER, validUntil: '2026-03-02T00:59:00Z' });

    const late = press(world, submission, REVIEWER, 'agree');

    await expect(late).rejects.toMatchObject({ code: 'not_permitted' });
  });

  test('is of another organization: for them nothing is there', async () => {
    const submission = await inReview(world);

    const foreign = press(world, submission, STRANGER, 'agree');

    await expect(foreign).rejects.toMatchObject({ code: 'submission_not_found' });
  });

  test('would agree where one signs', async () => {
    const submission = await waitingForSignature(world);

    const wrong = press(world, submission, SIGNER, 'agree');

    await expect(wrong).rejects.toMatchObject({ code: 'not_permitted' });
  });
});

describe('a return', () => {
  test('gives the drafter the words back in the next version, with the reason', async () => {
    const submission = await inReview(world);

    await press(world, submission, REVIEWER, 'return', '  Thiếu số liệu ');

    expect(await findReport(world, submission.reportId)).toMatchObject({
      id: submission.reportId,
      status: 'draft',
      version: 2,
      comeBack: { how: 'returned', reason: 'Thiếu số liệu', by: REVIEWER.id },
      content: await world.submissions.frozen(submission.id),
    });
    expect(world.machine.answered).toMatchObject([{ outcome: 'returned' }]);
  });

  test.each(['return', 'reject'] as const)('needs a reason (%s)', async (kind) => {
    const submission = await inReview(world);

    const silent = press(world, submission, REVIEWER, kind, '   ');

    await expect(silent).rejects.toMatchObject({
      code: 'reason_missing',
      details: { fields: [{ path: ['reason'] }] },
    });
  });
});

describe('a withdrawal', () => {
  test('that races a signature leaves one of them, and report and submission in step', async () => {
    const submission = await waitingForSignature(world);
    const drafter = await callerOf(world, DRAFTER);

    const [withdrawn, decided] = await Promise.allSettled([
      withdrawReport(world, drafter, submission.reportId),
      press(world, submission, SIGNER, 'sign'),
    ]);

    expect([withdrawn.status, decided.status].toSorted()).toEqual(['fulfilled', 'rejected']);
    const loser = withdrawn.status === 'rejected' ? withdrawn : decided;
    expect(loser).toMatchObject({ reason: { code: 'status_wrong' } });
    const state = stateOf(await findSubmission(world, submission.id));
    const report = await findReport(world, submission.reportId);
    expect([state, report.status]).toEqual(
      withdrawn.status === 'fulfilled' ? ['withdrawn', 'draft'] : ['issuing', 'issuing'],
    );
    expect(world.machine.answered).toHaveLength(2);
  });

  test('is the drafter’s alone, and only before the signature', async () => {
    const { reportId } = await signed(world);
    const other = { ...DRAFTER, id: aPersonId('to-thi-mo') };
    world.directoryHas(other);

    await expect(
      withdrawReport(world, await callerOf(world, other), reportId),
    ).rejects.toMatchObject({ code: 'not_permitted' });
    await expect(
      withdrawReport(world, await callerOf(world, DRAFTER), reportId),
    ).rejects.toMatchObject({ code: 'status_wrong' });
  });

  test('that a reviewer has not heard of makes their decision too late', async () => {
    const submission = await inReview(world);
    await withdrawReport(world, await callerOf(world, DRAFTER), submission.reportId);

    const late = press(world, submission, REVIEWER, 'agree');

    await expect(late).rejects.toMatchObject({ code: 'status_wrong' });
  });
});

describe('a role that is taken away', () => {
  test('is gone for what waits already, whatever else they still are, and whichever way they decide', async () => {
    const submission = await inReview(world);
    world.directoryHas({ ...REVIEWER, roles: ['signer'] });

    for (const kind of ['agree', 'return', 'reject'] as const) {
      await expect(press(world, submission, REVIEWER, kind, 'Vì')).rejects.toMatchObject({
        code: 'not_permitted',
      });
    }
    const { may } = await readSubmission(world, await callerOf(world, REVIEWER), submission.id);
    expect(may).toEqual(['comment']);
  });

  test('lets a signer without it neither sign nor send back what waits for their signature', async () => {
    const submission = await waitingForSignature(world);
    world.directoryHas({ ...SIGNER, roles: ['reviewer'], signatureBlock: null });

    for (const kind of ['sign', 'return', 'reject'] as const) {
      await expect(press(world, submission, SIGNER, kind, 'Vì')).rejects.toMatchObject({
        code: 'not_permitted',
      });
    }
  });

  test('does not undo what was decided with it, though the press comes again', async () => {
    const submission = await inReview(world);
    const first = await press(world, submission, REVIEWER, 'agree');
    world.directoryHas({ ...REVIEWER, roles: ['signer'] });

    expect(await press(world, submission, REVIEWER, 'agree')).toEqual(first);
  });
});

describe('what somebody has decided', () => {
  const decidedBy = async (person: typeof REVIEWER) =>
    (await listDecided(world, await callerOf(world, person), { limit: 10, cursor: null })).items;

  test('is on their list, latest first, and on nobody else’s', async () => {
    const first = await inReview(world);
    await press(world, first, REVIEWER, 'agree');
    world.setTime('2026-03-02T03:00:00.000Z');
    const second = await inReview(world);
    await press(world, second, REVIEWER, 'return', 'Thiếu số liệu');

    expect(await decidedBy(REVIEWER)).toMatchObject([
      { submissionId: second.id, reportId: second.reportId, kind: 'return' },
      { submissionId: first.id, reportId: first.reportId, kind: 'agree' },
    ]);
    expect(await decidedBy(SIGNER)).toEqual([]);
  });

  test('is there also when it is signed, and once, though it is pressed again', async () => {
    const submission = await signed(world);
    await press(world, submission, SIGNER, 'sign');

    expect(await decidedBy(SIGNER)).toMatchObject([{ submissionId: submission.id, kind: 'sign' }]);
  });
});
