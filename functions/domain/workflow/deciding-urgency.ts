// How does the signer decide on another urgency than was proposed? What they see is what they sign: the page is made anew.

import type { Urgency } from '../content/urgency.ts';
import type { Instant, PersonId, Sha256, SubmissionId } from '../ids.ts';
import { Refusal } from '../refusal.ts';
import { decisionOf, roundOf } from './approving.ts';
import { endInReview, owed, type Submission, type SubmissionIn, TAKEN_UP } from './submission.ts';

/** May this person decide on it now? Whoever is asked to sign. */
export const mayDecideUrgency = (submission: Submission, personId: PersonId): boolean => {
  const round = roundOf(submission);
  return (
    submission.status === 'inReview' &&
    submission.askedAt !== null &&
    round?.kind === 'sign' &&
    round.people.includes(personId) &&
    decisionOf(submission, personId) === undefined
  );
};

/**
 * A submission has one content and one hash for ever, so that another urgency is another submission: of the same version
 * and layout, standing where this one stood, with what its people have said.
 * Refusals: not_asked, content_changed, input_invalid when it is that urgent already.
 */
export const decideUrgency = (
  submission: SubmissionIn<'inReview'>,
  personId: PersonId,
  wish: { urgency: Urgency | null; contentHash: Sha256 },
  successor: { id: SubmissionId; contentHash: Sha256 },
  at: Instant,
): { replaced: SubmissionIn<'ended'>; successor: SubmissionIn<'inReview'> } => {
  if (!mayDecideUrgency(submission, personId)) throw new Refusal('not_asked');
  if (wish.contentHash !== submission.contentHash) throw new Refusal('content_changed');
  if (wish.urgency === submission.urgency) {
    throw new Refusal('input_invalid', {
      fields: [{ path: ['urgency'], message: 'is what it was' }],
    });
  }
  return {
    replaced: endInReview(submission, 'replaced', owed(submission, at)),
    successor: {
      ...submission,
      ...successor,
      urgency: wish.urgency,
      revision: 1,
      askedAt: null,
      reminders: 0,
      pageHash: null,
      stuck: null,
      turn: 1,
      ...TAKEN_UP,
      owedSince: at,
    },
  };
};
