// What do presses leave behind, whoever makes them and whenever? Real use cases on records in memory, in any order.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { brokenAt } from '../../functions/domain/broken-link.ts';
import type { Person } from '../../functions/domain/directory/organization.ts';
import type { SubmissionId } from '../../functions/domain/ids.ts';
import { Refusal } from '../../functions/domain/refusal.ts';
import { keepFiles } from '../../functions/domain/workflow/issuing.ts';
import {
  expectSubmission,
  roundsAgreed,
  type Submission,
  SubmissionState,
  stateOf,
} from '../../functions/domain/workflow/submission.ts';
import type { Wait } from '../../functions/domain/workflow/wait.ts';
import { comment } from '../../functions/use-cases/approval/comment.ts';
import { decide } from '../../functions/use-cases/approval/decide.ts';
import { decideUrgency } from '../../functions/use-cases/approval/decide-urgency.ts';
import { submitReport } from '../../functions/use-cases/drafting/submit-report.ts';
import { withdrawReport } from '../../functions/use-cases/drafting/withdraw-report.ts';
import { askPeople } from '../../functions/use-cases/issuing/ask-people.ts';
import { closeSubmission } from '../../functions/use-cases/issuing/close-submission.ts';
import { markStopped } from '../../functions/use-cases/issuing/mark-stopped.ts';
import { remindPeople } from '../../functions/use-cases/issuing/remind-people.ts';
import { reserveNumber } from '../../functions/use-cases/issuing/reserve-number.ts';
import { findReport, findSubmission } from '../../functions/use-cases/reading/find.ts';
import type { Caller } from '../../functions/use-cases/reading/identify.ts';
import { giveUpIssue } from '../../functions/use-cases/registry/give-up-issue.ts';
import { resumeIssue } from '../../functions/use-cases/registry/resume-issue.ts';
import { sealAndIssue } from '../../functions/use-cases/registry/seal-and-issue.ts';
import { A_CHAIN, A_HASH, aHash, CLERK, DRAFTER, KEPT, REVIEWER } from '../support/builders.ts';
import { aWorld, callerOf, SIGNER, STRANGER } from '../support/world.ts';
import { submitted } from '../unit/use-cases/office-day.ts';
import { IN_STEP } from './life-of-a-report.ts';

type World = ReturnType<typeof aWorld>;
type Matter = { world: World; submission: Submission; caller: Caller };
type Deed = (matter: Matter) => Promise<unknown>;

const ask = ({ world, submission: { id: submissionId } }: Matter, wait: Wait) =>
  askPeople(world, {
    ...{ submissionId, wait },
    ...{ pageSha256: A_HASH, reason: 'key_missing', token: `a token of ${submissionId}` },
  });

const vote =
  (kind: 'agree' | 'sign' | 'return' | 'reject', reason?: string): Deed =>
  ({ world, submission: { id: submissionId, contentHash }, caller }) =>
    decide(world, caller, { submissionId, kind, contentHash, pageHash: A_HASH, reason });

const close =
  (how: 'issued' | 'handedBack' | 'decided', reason: string | null = null): Deed =>
  ({ world, submission: { id: submissionId } }) =>
    closeSubmission(world, { submissionId, how, reason });

const DEEDS = {
  agree: vote('agree'),
  sign: vote('sign'),
  return: vote('return', 'Thiếu số liệu'),
  'return without a word': vote('return'),
  reject: vote('reject', 'Không đúng thẩm quyền'),
  'agree to other words': ({ world, submission: { id: submissionId }, caller }) =>
    decide(world, caller, { submissionId, kind: 'agree', contentHash: aHash('f') }),
  comment: ({ world, submission: { id: submissionId }, caller }) =>
    comment(world, caller, { submissionId, text: 'Đã xem.' }),
  'decide on another urgency': ({ world, submission, caller }) =>
    decideUrgency(world, caller, {
      submissionId: submission.id,
      urgency: submission.urgency === null ? 'urgent' : null,
      contentHash: submission.contentHash,
    }),
  withdraw: ({ world, submission, caller }) => withdrawReport(world, caller, submission.reportId),
  'submit again': async ({ world, submission: { reportId }, caller }) => {
    const { revision } = await findReport(world, reportId);
    return submitReport(world, caller, { reportId, revision, chain: A_CHAIN });
  },
  seal: ({ world, submission, caller }) => sealAndIssue(world, caller, submission.id),
  resume: ({ world, submission, caller }) => resumeIssue(world, caller, submission.id),
  'give up': ({ world, submission, caller }) =>
    giveUpIssue(world, caller, submission.id, 'Sai số liệu'),
} satisfies Record<string, Deed>;

/** What the machine does, whenever it comes to it. */
const STEPS = {
  'ask the round': (matter) =>
    ask(matter, { kind: 'round', round: roundsAgreed(matter.submission) }),
  'ask for the seal': (matter) => ask(matter, { kind: 'seal' }),
  'ask what to do': (matter) => ask(matter, { kind: 'stuck' }),
  remind: ({ world, submission }) =>
    remindPeople(world, {
      submissionId: submission.id,
      wait: { kind: 'round', round: roundsAgreed(submission) },
    }),
  number: ({ world, submission }) => reserveNumber(world, { submissionId: submission.id }),
  store: async ({ world, submission }) => {
    const before = expectSubmission(submission, 'issuing');
    const after = keepFiles(before, KEPT);
    if (after !== before) await world.commit({ submission: { before, after } });
  },
  issue: close('issued'),
  'hand back': close('handedBack', 'key_missing'),
  'take note': close('decided'),
  stop: async ({ world, submission: { id: submissionId, turn } }) => {
    const name = turn === 1 ? submissionId : `${submissionId}-${turn}`;
    world.machine.dead.add(name);
    await markStopped(world, { submissionId, turn, status: 'FAILED' });
  },
} satisfies Record<string, Deed>;

type Does = keyof typeof DEEDS | keyof typeof STEPS;
type Wish = { by: Person; does: Does };

/** Whose turn it is, and what for. A clerk who is asked what to do tosses a coin. */
const nextFor = (submission: Submission, coin: boolean): Wish => {
  if ('stuck' in submission && submission.stuck !== null)
    return { by: CLERK, does: coin || submission.status !== 'issuing' ? 'resume' : 'give up' };
  switch (submission.status) {
    case 'inReview':
      if (submission.askedAt === null) return { by: CLERK, does: 'ask the round' };
      return submission.round === 0
        ? { by: REVIEWER, does: 'agree' }
        : { by: SIGNER, does: 'sign' };
    case 'issuing':
      if (submission.number === null) return { by: CLERK, does: 'number' };
      return { by: CLERK, does: submission.files === null ? 'store' : 'issue' };
    case 'issued':
      return { by: CLERK, does: 'take note' };
    case 'ended':
      return { by: DRAFTER, does: 'submit again' };
  }
};

/** Where else it may go from where it is. */
const ASIDE: Record<Submission['status'], Wish[]> = {
  inReview: [
    { by: DRAFTER, does: 'withdraw' },
    { by: REVIEWER, does: 'return' },
    { by: SIGNER, does: 'reject' },
    { by: SIGNER, does: 'decide on another urgency' },
    { by: CLERK, does: 'hand back' },
    { by: CLERK, does: 'stop' },
  ],
  issuing: [
    { by: CLERK, does: 'ask what to do' },
    { by: CLERK, does: 'stop' },
    { by: CLERK, does: 'seal' },
    { by: CLERK, does: 'hand back' },
  ],
  issued: [{ by: CLERK, does: 'ask what to do' }],
  ended: [{ by: CLERK, does: 'take note' }],
};

type Wanted = Wish | { coin: boolean } | { aside: number };

/** Often enough what comes next that many reports come far; else another way that is open, or anything, by anybody. */
const wanted: fc.Arbitrary<Wanted> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ coin: fc.boolean() }) },
  { weight: 2, arbitrary: fc.record({ aside: fc.nat({ max: 11 }) }) },
  {
    weight: 1,
    arbitrary: fc.record({
      by: fc.constant(CLERK),
      does: fc.constantFrom(...(Object.keys(STEPS) as Does[])),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      by: fc.constantFrom(DRAFTER, REVIEWER, SIGNER, CLERK, STRANGER),
      does: fc.constantFrom(...(Object.keys(DEEDS) as Does[])),
    }),
  },
);

const wishOf = (wish: Wanted, submission: Submission): Wish => {
  const next = nextFor(submission, 'coin' in wish && wish.coin);
  if ('does' in wish) return wish;
  if ('coin' in wish) return next;
  const ways = ASIDE[submission.status];
  return ways[wish.aside % ways.length] ?? next;
};

/** The submission that the report is in, or was in last. */
const presentOf = async (world: World, last: SubmissionId): Promise<Submission> => {
  const { reportId } = await findSubmission(world, last);
  const report = await findReport(world, reportId);
  return findSubmission(world, report.status === 'draft' ? last : report.submissionId);
};

/** Has it been refused? */
const isRefused = async (deed: Promise<unknown>): Promise<boolean> => {
  try {
    await deed;
    return false;
  } catch (error) {
    if (error instanceof Refusal) return true;
    throw error;
  }
};

/** The straight way is not longer, and from no state lead more ways aside. */
const STEPS_AHEAD = 8;
const WAYS_ASIDE = Math.max(...Object.values(ASIDE).map((ways) => ways.length));

/** Two ways aside from every place of the straight way, then an issue given up: chance alone would now and then miss a state. */
const asides = Array.from({ length: STEPS_AHEAD * WAYS_ASIDE ** 2 }, (_, at): [Wanted[]] => [
  [
    ...Array.from({ length: Math.floor(at / WAYS_ASIDE ** 2) }, () => ({ coin: true })),
    { aside: Math.floor(at / WAYS_ASIDE) % WAYS_ASIDE },
    { aside: at % WAYS_ASIDE },
    { coin: false },
  ],
]);

/** Those, and as many by chance as a second or two allow: a story of 40 presses costs some 50 ms. */
const STORIES = { numRuns: asides.length + 60, examples: asides };

test('what is refused leaves the table as it was, and what is done keeps report, submission and history in step', async () => {
  const reached = new Set<string>();
  let refused = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.array(wanted, { minLength: 10, maxLength: 40, size: 'max' }),
      async (story) => {
        const world = aWorld();
        let submission = await submitted(world);
        for (const wish of story) {
          const { by, does } = wishOf(wish, submission);
          const before = world.everything();
          const deed: Deed = { ...DEEDS, ...STEPS }[does];
          const caller = await callerOf(world, by);
          if (await isRefused(deed({ world, submission, caller }))) {
            refused += 1;
            expect(world.everything()).toEqual(before);
            continue;
          }
          submission = await presentOf(world, submission.id);
          reached.add(stateOf(submission));
          const report = await findReport(world, submission.reportId);
          expect(report.status).toBe(IN_STEP[stateOf(submission)]);
          const { items } = await world.reports.events(report.id, { limit: 1_000, cursor: null });
          expect(brokenAt(items, report.events)).toBeNull();
        }
      },
    ),
    STORIES,
  );
  expect(refused).toBeGreaterThan(0);
  // One that was replaced is never a report's last: its successor is.
  const states = SubmissionState.options.filter((state) => state !== 'replaced');
  expect([...reached].toSorted()).toEqual(states.toSorted());
});
