// How do people comment on a submission without deciding on it? A remark is seen by the chain and the drafter, kept
// in the history, and told to those whom it concerns.

import type { SubmissionId } from '../../domain/ids.ts';
import { comment as applyComment } from '../../domain/workflow/approving.ts';
import { expectSubmission, type Submission } from '../../domain/workflow/submission.ts';
import { bothMoved } from '../effects/move-both.ts';
import { markOf, pressOnce } from '../effects/press-once.ts';
import { retryConflicts } from '../effects/retry-conflicts.ts';
import { findOwnSubmission } from '../reading/find.ts';
import type { Caller } from '../reading/identify.ts';
import type { WorldOf } from '../world.ts';

const NEEDS = ['reports', 'submissions', 'commit', 'presses', 'notices'] as const;

/**
 * Those whom it concerns are told by two mails rather than by none, where the function ended before the press was answered.
 * Refusals: submission_not_found, not_permitted, status_wrong, comments_full.
 */
export const comment = async (
  world: WorldOf<typeof NEEDS>,
  caller: Caller,
  { submissionId, text }: { submissionId: SubmissionId; text: string },
): Promise<Submission> => {
  const find = () => findOwnSubmission(world, caller, submissionId);
  const act = async (): Promise<Submission> => {
    const before = expectSubmission(await find(), 'inReview');
    const { person, at } = caller;
    const after = applyComment(before, person.id, text, at);
    await world.commit({
      ...(await bothMoved(world, { before, after }, {}, { actor: person.id, at })),
      ...markOf(caller),
    });
    return after;
  };
  const after = await retryConflicts(() => pressOnce(world, caller, act, find));
  await world.notices.give({ submissionId, remarkedBy: caller.person.id });
  return after;
};
comment.needs = NEEDS;
