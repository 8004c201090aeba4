// How does another urgency get onto the page before it is signed? By a new submission that takes the place of the old one.
import { contentHash } from '../../domain/canonical-hash.ts';
import type { Urgency } from '../../domain/content/urgency.ts';
import { type Sha256, SubmissionId } from '../../domain/ids.ts';
import { decideUrgency as applyUrgency } from '../../domain/workflow/deciding-urgency.ts';
import {
  expectSubmission,
  roundsAgreed,
  type Submission,
} from '../../domain/workflow/submission.ts';
import { bothMoved } from '../effects/move-both.ts';
import { markOf, pressOnce } from '../effects/press-once.ts';
import { resumeWorkflow, startWorkflow } from '../effects/resume-workflow.ts';
import { retryConflicts } from '../effects/retry-conflicts.ts';
import { findFrozen, findOwnSubmission } from '../reading/find.ts';
import { type Caller, requireRole } from '../reading/identify.ts';
import type { WorldOf } from '../world.ts';

type Decided = { replaced: Submission; successor: Submission };

const NEEDS = ['reports', 'submissions', 'tokens', 'commit', 'presses', 'workflow', 'ids'] as const;

/**
 * The submission to sign from now on. Refusals: submission_not_found, not_permitted, status_wrong, not_asked,
 * content_changed, input_invalid.
 */
export const decideUrgency = async (
  world: WorldOf<typeof NEEDS>,
  caller: Caller,
  wish: { submissionId: SubmissionId; urgency: Urgency | null; contentHash: Sha256 },
): Promise<Submission> => {
  requireRole(caller, 'signer');
  const { person, at } = caller;
  const act = async (): Promise<Decided> => {
    const found = await findOwnSubmission(world, caller, wish.submissionId);
    const before = expectSubmission(found, 'inReview');
    const frozen = { ...(await findFrozen(world, before.id)), urgency: wish.urgency };
    const id = world.ids.submission();
    const hash = contentHash(frozen, before.chain, before.layoutVersion);
    const decided = applyUrgency(before, person.id, wish, { id, contentHash: hash }, at);
    const { replaced, successor } = decided;
    const moved = { before, after: replaced };
    await world.commit({
      ...(await bothMoved(world, moved, { successor }, { actor: person.id, at })),
      successor: { before: null, after: successor, frozen },
      asked: { add: [], remove: await world.submissions.askedIn(before.id) },
      ...markOf(caller, id),
    });
    return decided;
  };
  const found = async (made: string) => ({
    replaced: await findOwnSubmission(world, caller, wish.submissionId),
    successor: await findOwnSubmission(world, caller, SubmissionId.parse(made)),
  });
  const { replaced, successor } = await retryConflicts(() => pressOnce(world, caller, act, found));
  await startWorkflow(world, successor);
  await resumeWorkflow(world, replaced, { kind: 'round', round: roundsAgreed(replaced) });
  return successor;
};
decideUrgency.needs = NEEDS;
