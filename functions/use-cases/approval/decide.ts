// How does a reviewer or a signer decide? On exactly what they have seen; stored first, then the workflow goes on.

import { type Correction, isOpen } from '../../domain/content/correction.ts';
import { requireSettled } from '../../domain/directory/settled-access.ts';
import type { Instant, Sha256, SubmissionId } from '../../domain/ids.ts';
import { Refusal } from '../../domain/refusal.ts';
import { decide as applyDecision } from '../../domain/workflow/approving.ts';
import { decidedIn } from '../../domain/workflow/decided.ts';
import { requireFreshSignIn } from '../../domain/workflow/fresh-sign-in.ts';
import {
  type Decision,
  type DecisionKind,
  expectSubmission,
  roundsAgreed,
  type Submission,
  type SubmissionIn,
} from '../../domain/workflow/submission.ts';
import { bothMoved } from '../effects/move-both.ts';
import { markOf, pressOnce } from '../effects/press-once.ts';
import { resumeWorkflow } from '../effects/resume-workflow.ts';
import { retryConflicts } from '../effects/retry-conflicts.ts';
import type { Change } from '../ports.ts';
import { findFrozen, findOwnSubmission } from '../reading/find.ts';
import { type Caller, requireRole } from '../reading/identify.ts';
import type { Needs, WorldOf } from '../world.ts';

export type DecisionWish = {
  submissionId: SubmissionId;
  kind: DecisionKind;
  contentHash: Sha256;
  pageHash?: Sha256 | undefined;
  reason?: string | undefined;
  /** Other words, proposed with a return. */
  correction?: Correction | undefined;
};

/** The decision that this press repeats, if it does: same person, same hash, same word, and they are not asked anew. */
const repeated = (
  submission: Submission,
  caller: Caller,
  wish: DecisionWish,
): Decision | undefined => {
  const last = submission.decisions.findLast(({ personId }) => personId === caller.person.id);
  const asked =
    submission.status === 'inReview' &&
    submission.askedAt !== null &&
    submission.chain[submission.round]?.people.includes(caller.person.id) &&
    last?.round !== submission.round;
  return !asked && last?.kind === wish.kind && last.contentHash === wish.contentHash
    ? last
    : undefined;
};

/** Other words are proposed with a return, and for words that are there. Refusal: input_invalid. */
const checkCorrection = async (
  world: Needs<'submissions'>,
  { id }: Submission,
  kind: DecisionKind,
  correction: Correction,
): Promise<void> => {
  const refuse = (path: (string | number)[], message: string): never => {
    throw new Refusal('input_invalid', { fields: [{ path: ['correction', ...path], message }] });
  };
  if (kind !== 'return') refuse([], 'belongs to a return');
  const content = await findFrozen(world, id);
  const astray = correction.findIndex((replacement) => !isOpen(content, replacement));
  if (astray >= 0) refuse([astray, 'before'], 'is not in the report');
};

/** The round that is over, and how long it took. */
const stepOf = (
  { id, organizationId, chain, round, askedAt }: SubmissionIn<'inReview'>,
  at: Instant,
): Pick<Change, 'step'> => {
  const kind = chain[round]?.kind;
  if (kind === undefined || askedAt === null) return {};
  return { step: { organizationId, submissionId: id, kind, since: askedAt, at } };
};

const NEEDS = [
  'reports',
  'submissions',
  'tokens',
  'commit',
  'presses',
  'workflow',
  'notices',
] as const;

/**
 * One person's decision. The same press again answers the same and resumes the workflow again. Of what is said with an
 * agreement others are told by two mails rather than by none, where the function ended before the press was answered.
 * Refusals: submission_not_found, not_permitted, access_unsettled, sign_in_stale, content_changed (other words or another page than was
 * shown), not_asked, already_decided, status_wrong, reason_missing, input_invalid (a correction of other words), signer_saved_this_version.
 */
export const decide = async (
  world: WorldOf<typeof NEEDS>,
  caller: Caller,
  wish: DecisionWish,
): Promise<Submission> => {
  const act = async () => {
    const found = await findOwnSubmission(world, caller, wish.submissionId);
    requireRole(
      caller,
      ...(wish.kind === 'sign' ? (['signer'] as const) : (['reviewer', 'signer'] as const)),
    );
    const earlier = repeated(found, caller, wish);
    if (earlier) return { submission: found, decision: earlier, isThisPress: false };
    const before = expectSubmission(found, 'inReview');
    const { kind, contentHash, correction } = wish;
    const reason = wish.reason ?? null;
    const after = applyDecision(
      before,
      caller.person,
      { kind, contentHash, reason, signedInAt: caller.signedInAt },
      caller.at,
    );
    if (kind === 'sign') {
      if (wish.pageHash !== before.pageHash) throw new Refusal('content_changed');
      requireSettled(caller.person, caller.at);
      requireFreshSignIn(caller.signedInAt, caller.at);
    }
    if (correction) await checkCorrection(world, before, kind, correction);
    const decision = after.decisions.at(-1) as Decision;
    const moved = { before, after };
    const told = correction ? { correction } : {};
    const both = await bothMoved(world, moved, told, { actor: caller.person.id, at: caller.at });
    const roundIsOver = roundsAgreed(after) !== before.round || after.status !== before.status;
    const asked = await world.submissions.askedIn(before.id);
    const done = asked.filter(
      (one) => 'person' in one.asked && one.asked.person === caller.person.id,
    );
    await world.commit({
      ...both,
      asked: { add: [], remove: roundIsOver ? asked : done },
      decided: decidedIn(before, decision),
      ...(roundIsOver && stepOf(before, caller.at)),
      ...markOf(caller),
    });
    return { submission: after, decision, isThisPress: true };
  };
  const found = async () => {
    const submission = await findOwnSubmission(world, caller, wish.submissionId);
    const decision = submission.decisions.findLast(({ personId }) => personId === caller.person.id);
    return { submission, decision, isThisPress: true };
  };
  const done = await retryConflicts(() => pressOnce(world, caller, act, found));
  const { submission, decision, isThisPress } = done;
  // Said with an agreement, it ends no round that somebody would be told of; and it is told of before anything else may fail.
  if (isThisPress && decision?.kind === 'agree' && decision.reason !== null) {
    await world.notices.give({ submissionId: submission.id, remarkedBy: caller.person.id });
  }
  const round = decision?.round ?? roundsAgreed(submission);
  await resumeWorkflow(world, submission, { kind: 'round', round });
  return submission;
};
decide.needs = NEEDS;
