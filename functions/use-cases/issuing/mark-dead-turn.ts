// What if a turn is dead and its submission is not over? It is marked as stuck, so that a clerk sees it and can let it go on.
import { type Turn, turnOf } from '../../contracts/execution-name.ts';
import type { Instant } from '../../domain/ids.ts';
import type { Asked } from '../../domain/workflow/asked.ts';
import { stop } from '../../domain/workflow/issuing.ts';
import { type Submission, settle } from '../../domain/workflow/submission.ts';
import { bothMoved } from '../effects/move-both.ts';
import { retryConflicts } from '../effects/retry-conflicts.ts';
import { tellThoseAsked } from '../effects/tell-people.ts';
import { findSubmission } from '../reading/find.ts';
import type { Needs } from '../world.ts';
import { askedAbout } from './asked-about.ts';
import { tellOfEnd } from './tell-of-end.ts';

export type Marker = Needs<'reports' | 'submissions' | 'directory' | 'clock' | 'mail' | 'commit'>;

/** The clerks of its organization. */
const clerks = (submission: Submission, at: Instant): Asked => ({
  ...askedAbout(submission, { kind: 'stuck' }, at),
  asked: { role: 'clerk' },
});

/** What is over and the machine has not heard of is told as the machine would have told it; of all else the clerks hear. */
const tell = async (world: Marker, submission: Submission, at: Instant): Promise<void> => {
  if (submission.status !== 'ended') return tellThoseAsked(world, [clerks(submission, at)]);
  if (submission.owedSince === null) return;
  return tellOfEnd(world, submission);
};

/**
 * Whatever is over needs the machine no more, and is only settled. People are told first, then it is marked: whoever dies
 * in between is asked again, and they hear of it twice rather than not at all.
 */
export const markDeadTurn = async (
  world: Marker,
  { submissionId, turn, status }: Turn & { status: string },
  concerns: (before: Submission) => boolean,
): Promise<void> => {
  const at = world.clock.now();
  const isToBeMarked = (submission: Submission) => {
    const isMarked =
      submission.status !== 'ended' && submission.executionStopped && submission.stuck !== null;
    return submission.turn === turn && !isMarked && concerns(submission);
  };
  const found = await findSubmission(world, submissionId);
  if (!isToBeMarked(found)) return;
  await tell(world, found, at);
  await retryConflicts(async () => {
    const before = await findSubmission(world, submissionId);
    if (!isToBeMarked(before)) return;
    if (before.status === 'ended') {
      const settled = settle(before);
      if (settled === before) return;
      return world.commit({ submission: { before, after: settled } });
    }
    const reason = `workflow ${status}`;
    const moved = { before, after: stop(before, reason, at) };
    const told = { wait: 'stuck', reason } as const;
    await world.commit({
      ...(await bothMoved(world, moved, told, { actor: 'workflow', at })),
      asked: {
        add: [clerks(before, at)],
        remove: await world.submissions.askedIn(submissionId),
      },
    });
  });
};

/** The present turn was found to be over, and to owe something all the same; nobody has said how it ended. */
export const markEnded = (world: Marker, submission: Submission): Promise<void> =>
  markDeadTurn(
    world,
    { ...turnOf(submission), status: 'ENDED' },
    ({ owedSince }) => owedSince !== null,
  );
