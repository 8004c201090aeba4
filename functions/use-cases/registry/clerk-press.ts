// What do a clerk's presses have in common? The submission changes, the history says so, and no clerk is asked any more.
import type { SubmissionId } from '../../domain/ids.ts';
import type { Submission } from '../../domain/workflow/submission.ts';
import { bothMoved } from '../effects/move-both.ts';
import { markOf, pressOnce } from '../effects/press-once.ts';
import { retryConflicts } from '../effects/retry-conflicts.ts';
import { findOwnSubmission } from '../reading/find.ts';
import { type Caller, requireRole } from '../reading/identify.ts';
import type { Needs } from '../world.ts';

/** A press that leaves the submission as it was writes nothing. Refusals: submission_not_found, not_permitted, those of `press`. */
export const clerkPress = async (
  world: Needs<'reports' | 'submissions' | 'presses' | 'commit'>,
  caller: Caller,
  submissionId: SubmissionId,
  press: (before: Submission) => Submission,
): Promise<Submission> => {
  requireRole(caller, 'clerk');
  const find = () => findOwnSubmission(world, caller, submissionId);
  const act = async () => {
    const before = await find();
    const after = press(before);
    if (after === before) return before;
    const by = { actor: caller.person.id, at: caller.at };
    await world.commit({
      ...(await bothMoved(world, { before, after }, {}, by)),
      asked: { add: [], remove: await world.submissions.askedIn(submissionId) },
      ...markOf(caller),
    });
    return after;
  };
  return retryConflicts(() => pressOnce(world, caller, act, find));
};
