// What if a press never reached the workflow, or an issued report a recipient? What is owed is stored (an outbox);
// every few minutes what is overdue is found and carried on, and doing it twice does no harm.
import type { SubmissionId } from '../../domain/ids.ts';
import { instantOf } from '../../domain/instant-of.ts';
import { Unavailable } from '../../domain/refusal.ts';
import {
  expectSubmission,
  roundsAgreed,
  type Submission,
} from '../../domain/workflow/submission.ts';
import type { Wait } from '../../domain/workflow/wait.ts';
import { WrittenLater } from '../../domain/written-later.ts';
import { answerWait, startTurn } from '../effects/resume-workflow.ts';
import { retryConflicts } from '../effects/retry-conflicts.ts';
import { findSubmission } from '../reading/find.ts';
import type { Needs, WorldOf } from '../world.ts';
import { deliverMissing } from './deliver-missing.ts';
import { markEnded } from './mark-dead-turn.ts';
import { settleSubmission } from './settle-submission.ts';

/** A press reaches the workflow within seconds; after a minute it has not. */
const OVERDUE_MS = 60_000;
/** One sweep carries on at most ten pages of fifty; the next sweep takes the rest. */
const PAGES = 10;

/** The waits that a stored press may have answered. */
const answered = (submission: Submission): Wait[] => {
  const round = roundsAgreed(submission);
  return [
    ...(round > 0 ? [{ kind: 'round', round: round - 1 } as const] : []),
    { kind: 'round', round },
    { kind: 'seal' },
    { kind: 'stuck' },
  ];
};

/** What is dead is for the clerk to look at: whatever killed it would kill another turn as well, every few minutes. */
const carryOn = async (
  world: Needs<
    | 'reports'
    | 'submissions'
    | 'tokens'
    | 'deliveries'
    | 'directory'
    | 'workflow'
    | 'clock'
    | 'mail'
    | 'commit'
  >,
  submission: Submission,
): Promise<void> => {
  const isIssued = submission.status === 'issued';
  const turn = await startTurn(world, submission);
  if (turn === 'ended' && !isIssued) return markEnded(world, submission);
  for (const wait of answered(submission)) await answerWait(world, submission, wait);
  if (!isIssued) return;
  await deliverMissing(world, submission);
  await retryConflicts(async () => {
    const now = await findSubmission(world, submission.id);
    await settleSubmission(world, expectSubmission(now, 'issued'));
  });
};

/** Hears of each submission that could not be carried on, and of each reason. */
type LeftBehind = (submissionId: SubmissionId, error: unknown) => void;

/** So many submissions could not be carried on. */
class SweepIncomplete extends Error {
  override readonly name = 'SweepIncomplete';
  readonly leftBehind: number;
  constructor(leftBehind: number) {
    super(`${leftBehind} submissions could not be carried on`);
    this.leftBehind = leftBehind;
  }
}

/** An error that stands for several is each of them. */
const eachOf = (error: unknown): unknown[] =>
  error instanceof AggregateError ? error.errors : [error];

const NEEDS = [
  'reports',
  'submissions',
  'owed',
  'tokens',
  'deliveries',
  'commit',
  'directory',
  'workflow',
  'mail',
  'clock',
] as const;

/**
 * Starts submissions without an execution, resumes decisions that had no effect and delivers what is missing; says how
 * many it looked at. One that cannot be carried on keeps nothing waiting behind it: it is named, and the sweep fails when
 * the others are carried on. SweepIncomplete; Unavailable.
 */
export const sweep = async (
  world: WorldOf<typeof NEEDS>,
  leftBehind: LeftBehind,
): Promise<{ owed: number }> => {
  const before = instantOf(Date.parse(world.clock.now()) - OVERDUE_MS);
  let cursor: string | null = null;
  let owed = 0;
  let failed = 0;
  for (let page = 0; page < PAGES; page += 1) {
    const found = await world.owed.before(before, { limit: 50, cursor });
    for (const submissionId of found.items) {
      try {
        const submission = await findSubmission(world, submissionId);
        if (submission.owedSince === null) continue;
        await carryOn(world, submission);
        owed += 1;
      } catch (error) {
        // What does not answer for one answers for none; what a later version wrote is this one alone.
        if (error instanceof Unavailable && !(error instanceof WrittenLater)) throw error;
        failed += 1;
        for (const each of eachOf(error)) leftBehind(submissionId, each);
      }
    }
    cursor = found.cursor;
    if (cursor === null) break;
  }
  if (failed > 0) throw new SweepIncomplete(failed);
  return { owed };
};
sweep.needs = NEEDS;
