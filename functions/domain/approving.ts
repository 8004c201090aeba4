// How do the people of the chain decide? Asked together, reminded, each once and on exactly what he has seen.
import type { Instant, PersonId, Sha256 } from './ids.ts';
import { type ApprovalRound, hasRole, type Person, type Role } from './organization.ts';
import { Refusal } from './refusal.ts';
import {
  type Decision,
  type DecisionKind,
  MOST_COMMENTS,
  next,
  owed,
  refuseWrongStatus,
  type Submission,
  TAKEN_UP,
} from './submission.ts';

/** Which round is asked now, or null when the chain is through. */
export const roundOf = (submission: Submission): ApprovalRound | null =>
  submission.chain[submission.round] ?? null;

/** What whoever decides in it must be, when he is asked and when he decides. */
export const roleFor = ({ kind }: Pick<ApprovalRound, 'kind'>): Role =>
  kind === 'sign' ? 'signer' : 'reviewer';

/** The workflow puts the present round to its people. Asking again changes nothing. */
export const askRound = (submission: Submission, pageHash: Sha256, at: Instant): Submission => {
  if (submission.status !== 'inReview') return refuseWrongStatus(submission.status);
  if (submission.askedAt !== null) return submission;
  return next(submission, {
    askedAt: at,
    reminders: 0,
    pageHash: submission.pageHash ?? pageHash,
    ...TAKEN_UP,
  });
};

/** Nobody has decided in time: one more reminder. */
export const remind = (submission: Submission): Submission =>
  next(submission, { reminders: submission.reminders + 1 });

/** The decision of this person in the present round, if he has made one. */
export const decisionOf = (
  submission: Submission,
  personId: PersonId,
  round = submission.round,
): Decision | undefined =>
  submission.decisions.find(
    (decision) => decision.round === round && decision.personId === personId,
  );

/** Who is asked in the present round and has not decided yet. */
export const undecidedIn = (submission: Submission): PersonId[] =>
  (roundOf(submission)?.people ?? []).filter(
    (person) => decisionOf(submission, person) === undefined,
  );

/** Was this person asked in a round that is over? */
const wasAsked = ({ chain, round }: Submission, personId: PersonId): boolean =>
  chain.slice(0, round).some(({ people }) => people.includes(personId));

/**
 * One person decides on exactly what he has seen.
 * Refusals: status_wrong, not_asked, already_decided (by him, or by the others of a round that is over), not_permitted (he
 * is no longer what this round asks for, or agrees where one signs, or the other way round), content_changed,
 * reason_missing, signer_saved_this_version.
 */
export const decide = (
  submission: Submission,
  person: Person,
  wish: { kind: DecisionKind; reason: string | null; contentHash: Sha256; signedInAt: Instant },
  at: Instant,
): Submission => {
  if (submission.status !== 'inReview') return refuseWrongStatus(submission.status);
  const round = roundOf(submission);
  if (round === null || submission.askedAt === null || !round.people.includes(person.id)) {
    throw new Refusal(wasAsked(submission, person.id) ? 'already_decided' : 'not_asked');
  }
  if (decisionOf(submission, person.id)) throw new Refusal('already_decided');
  // Whatever else he still is: a role that is taken away is gone for the rounds that wait for it, whichever way he decides.
  if (!hasRole(person, roleFor(round), at)) throw new Refusal('not_permitted');
  if (wish.contentHash !== submission.contentHash) throw new Refusal('content_changed');
  if (wish.kind === 'sign' && submission.savedBy.includes(person.id))
    throw new Refusal('signer_saved_this_version');
  const positive = wish.kind === 'agree' || wish.kind === 'sign';
  if (positive && (wish.kind === 'sign') !== (round.kind === 'sign'))
    throw new Refusal('not_permitted');
  if (!positive && !wish.reason?.trim()) {
    throw new Refusal('reason_missing', { fields: [{ path: ['reason'], message: 'is required' }] });
  }
  const decision: Decision = {
    round: submission.round,
    personId: person.id,
    kind: wish.kind,
    reason: wish.reason?.trim() || null,
    contentHash: wish.contentHash,
    at,
    signedInAt: wish.signedInAt,
  };
  const decisions = [...submission.decisions, decision];
  if (wish.kind === 'return')
    return next(submission, { decisions, status: 'returned', ...owed(submission, at) });
  if (wish.kind === 'reject')
    return next(submission, { decisions, status: 'rejected', ...owed(submission, at) });
  const votes = decisions.filter(
    ({ round: of, kind }) => of === submission.round && kind === wish.kind,
  );
  if (votes.length < round.needed) return next(submission, { decisions });
  return next(submission, {
    decisions,
    status: round.kind === 'sign' ? 'issuing' : 'inReview',
    round: submission.round + 1,
    askedAt: null,
    ...owed(submission, at),
  });
};

/** May this person remark on it? Everybody of the chain and the drafter, while it is being decided. */
export const mayComment = (submission: Submission, personId: PersonId): boolean =>
  submission.status === 'inReview' &&
  (submission.drafterId === personId ||
    submission.chain.some(({ people }) => people.includes(personId)));

/** A remark; nobody's decision. Refusals: status_wrong, not_permitted, comments_full. */
export const comment = (
  submission: Submission,
  personId: PersonId,
  text: string,
  at: Instant,
): Submission => {
  if (submission.status !== 'inReview') return refuseWrongStatus(submission.status);
  if (!mayComment(submission, personId)) throw new Refusal('not_permitted');
  if (submission.comments.length >= MOST_COMMENTS) throw new Refusal('comments_full');
  const comments = [...submission.comments, { personId, at, text: text.trim() }];
  return next(submission, { comments });
};

/** The drafter takes it back before it is signed. Refusal: status_wrong. */
export const withdraw = (submission: Submission, at: Instant): Submission => {
  if (submission.status !== 'inReview') return refuseWrongStatus(submission.status);
  return next(submission, { status: 'withdrawn', ...owed(submission, at) });
};
