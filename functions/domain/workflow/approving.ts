// How do the people of the chain decide? Asked together, reminded, each once and on exactly what they have seen.

import { type ApprovalRound, hasRole, type Person, type Role } from '../directory/organization.ts';
import type { Instant, PersonId, Sha256 } from '../ids.ts';
import { Refusal } from '../refusal.ts';
import {
  type Decision,
  type DecisionKind,
  endInReview,
  MOST_COMMENTS,
  owed,
  owedUnderWay,
  type Submission,
  type SubmissionIn,
  type SubmissionUnderWay,
  TAKEN_UP,
} from './submission.ts';

type InReview = SubmissionIn<'inReview'>;

/** Which round is being decided, or null when none is any more. */
export const roundOf = (submission: Submission): ApprovalRound | null =>
  submission.status === 'inReview' ? (submission.chain[submission.round] ?? null) : null;

/** What whoever decides in it must be, when they are asked and when they decide. */
export const roleFor = ({ kind }: Pick<ApprovalRound, 'kind'>): Role =>
  kind === 'sign' ? 'signer' : 'reviewer';

/** The workflow puts the present round to its people. Asking again changes nothing. */
export const askRound = (submission: InReview, pageHash: Sha256, at: Instant): InReview =>
  submission.askedAt === null
    ? {
        ...submission,
        ...TAKEN_UP,
        askedAt: at,
        reminders: 0,
        pageHash: submission.pageHash ?? pageHash,
        revision: submission.revision + 1,
      }
    : submission;

/** Nobody has decided in time: one more reminder. */
export const remind = <One extends SubmissionUnderWay>(submission: One): One => ({
  ...submission,
  reminders: submission.reminders + 1,
  revision: submission.revision + 1,
});

/** The decision of this person in the present round, if they have made one. */
export const decisionOf = (
  { decisions, round }: InReview,
  personId: PersonId,
): Decision | undefined =>
  decisions.find((decision) => decision.round === round && decision.personId === personId);

/** Who is asked in the present round and has not decided yet; nobody when none is being decided. */
export const undecidedIn = (submission: Submission): PersonId[] =>
  submission.status === 'inReview'
    ? (roundOf(submission)?.people ?? []).filter(
        (person) => decisionOf(submission, person) === undefined,
      )
    : [];

/** Was this person asked in a round that is over? */
const wasAsked = ({ chain, round }: InReview, personId: PersonId): boolean =>
  chain.slice(0, round).some(({ people }) => people.includes(personId));

/** All have agreed; what is left is issuing. */
const beginIssuing = (
  submission: InReview,
  decided: { decisions: Decision[]; pageHash: Sha256 },
  at: Instant,
): SubmissionIn<'issuing'> => {
  const { round, askedAt, ...rest } = submission;
  return {
    ...rest,
    ...decided,
    ...owedUnderWay(submission, at),
    status: 'issuing',
    number: null,
    sealPressedBy: null,
    files: null,
    revision: submission.revision + 1,
  };
};

/**
 * One person decides on exactly what they have seen.
 * Refusals: not_asked, already_decided (by them, or by the others of a round that is over), not_permitted (they are no longer
 * what this round asks for, or agrees where one signs, or the other way round), content_changed, reason_missing,
 * signer_saved_this_version.
 */
export const decide = (
  submission: InReview,
  person: Person,
  wish: { kind: DecisionKind; reason: string | null; contentHash: Sha256; signedInAt: Instant },
  at: Instant,
): InReview | SubmissionIn<'issuing' | 'ended'> => {
  const { askedAt, pageHash } = submission;
  const round = roundOf(submission);
  if (!round?.people.includes(person.id) || askedAt === null || pageHash === null) {
    throw new Refusal(wasAsked(submission, person.id) ? 'already_decided' : 'not_asked');
  }
  if (decisionOf(submission, person.id)) throw new Refusal('already_decided');
  // Whatever else they still are: a role that is taken away is gone for the rounds that wait for it, whichever way they decide.
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
  const decided = { ...submission, decisions };
  if (wish.kind === 'return') return endInReview(decided, 'returned', owed(submission, at));
  if (wish.kind === 'reject') return endInReview(decided, 'rejected', owed(submission, at));
  const votes = decisions.filter(
    ({ round: of, kind }) => of === submission.round && kind === wish.kind,
  );
  const revision = submission.revision + 1;
  if (votes.length < round.needed) return { ...decided, revision };
  if (round.kind === 'sign') return beginIssuing(submission, { decisions, pageHash }, at);
  return {
    ...decided,
    ...owedUnderWay(submission, at),
    round: submission.round + 1,
    askedAt: null,
    revision,
  };
};

/** May this person remark on it? Everybody of the chain and the drafter, while it is being decided. */
export const mayComment = (submission: Submission, personId: PersonId): boolean =>
  submission.status === 'inReview' &&
  (submission.drafterId === personId ||
    submission.chain.some(({ people }) => people.includes(personId)));

/** A remark; nobody's decision. Refusals: not_permitted, comments_full. */
export const comment = (
  submission: InReview,
  personId: PersonId,
  text: string,
  at: Instant,
): InReview => {
  if (!mayComment(submission, personId)) throw new Refusal('not_permitted');
  if (submission.comments.length >= MOST_COMMENTS) throw new Refusal('comments_full');
  const comments = [...submission.comments, { personId, at, text: text.trim() }];
  return { ...submission, comments, revision: submission.revision + 1 };
};

/** The drafter takes it back before it is signed. */
export const withdraw = (submission: InReview, at: Instant): SubmissionIn<'ended'> =>
  endInReview(submission, 'withdrawn', owed(submission, at));
