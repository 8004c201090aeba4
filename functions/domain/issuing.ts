// How does a signed submission become an issued document, or get stuck on the way? Number, seal, files, end.
import type { Instant, PersonId } from './ids.ts';
import type { WhoSeals } from './organization.ts';
import {
  type NumberGiven,
  next,
  owed,
  refuseWrongStatus,
  type Submission,
  TAKEN_UP,
} from './submission.ts';

/** The number is written down once; asking again gives the same. */
export const number = (submission: Submission, given: NumberGiven): Submission => {
  if (submission.status !== 'issuing') return refuseWrongStatus(submission.status);
  if (submission.number !== null) return submission;
  return next(submission, { number: given, reminders: 0, ...TAKEN_UP });
};

/**
 * Who seals it, by what is written down in it; by what has been done, where it was submitted before that was written down;
 * null where neither says it.
 */
export const sealingSaidBy = ({
  sealing,
  files,
  sealPressedBy,
}: Pick<Submission, 'sealing' | 'files' | 'sealPressedBy'>): WhoSeals | null => {
  if (sealing !== undefined) return sealing;
  if (sealPressedBy !== null) return 'clerk';
  return files === null ? null : 'automatic';
};

/** The clerk lets the agency's seal be applied. */
export const pressSeal = (submission: Submission, clerk: PersonId, at: Instant): Submission => {
  // What is stuck waits for another press of the same clerk.
  const waitsForHelp = submission.stuck !== null && !submission.executionStopped;
  if (submission.status !== 'issuing' || submission.number === null || waitsForHelp)
    return refuseWrongStatus(submission.status);
  if (submission.sealPressedBy !== null) return submission;
  return next(submission, { sealPressedBy: clerk, ...owed(submission, at) });
};

/** Issuing came to a stop after all had agreed, or the machine itself stopped; a clerk decides what becomes of it. */
export const getStuck = (
  submission: Submission,
  reason: string,
  at: Instant,
  executionStopped: boolean,
): Submission => {
  if (!['issuing', 'issued'].includes(submission.status) && !executionStopped) {
    return refuseWrongStatus(submission.status);
  }
  return next(submission, {
    stuck: submission.stuck ?? { reason, since: at },
    reminders: submission.stuck === null ? 0 : submission.reminders,
    executionStopped: submission.executionStopped || executionStopped,
    // What keeps one recipient from his delivery keeps nobody else from theirs: the sweep goes on.
    owedSince: submission.status === 'issued' ? (submission.owedSince ?? at) : null,
    resumedSince: null,
  });
};

/** The clerk lets it go on: by another turn where the machine has stopped, else by the question that it waits in. */
export const resume = (submission: Submission, at: Instant): Submission => {
  const { stuck, executionStopped } = submission;
  if (stuck === null) return refuseWrongStatus(submission.status);
  return next(submission, {
    ...owed(submission, at),
    stuck: null,
    reminders: 0,
    resumedSince: executionStopped ? null : at,
  });
};

/** The machine has heard of this resumption: it answers no later question. */
export const hearResumption = (submission: Submission, since: Instant): Submission =>
  submission.resumedSince === since ? next(submission, { resumedSince: null }) : submission;

/**
 * The clerk gives it up, and the report goes back to its drafter: its number stays in the register as void, if it has one.
 * What is issued stays issued. Refusal: status_wrong.
 */
export const giveUp = (submission: Submission, at: Instant): Submission => {
  const { status, stuck, number: given } = submission;
  if (status !== 'issuing' || stuck === null) return refuseWrongStatus(status);
  const to = given === null ? 'handedBack' : 'voided';
  return next(submission, { status: to, ...owed(submission, at) });
};

/** Before a number is taken, a refusal gives the report back with its reason. */
export const handBack = (submission: Submission): Submission => {
  if (submission.number !== null || !['inReview', 'issuing'].includes(submission.status)) {
    return refuseWrongStatus(submission.status);
  }
  return next(submission, { status: 'handedBack', ...TAKEN_UP });
};

/** The signed files are stored write-once. The first to be stored are the ones. */
export const keepFiles = (
  submission: Submission,
  files: NonNullable<Submission['files']>,
): Submission => (submission.files === null ? next(submission, { files }) : submission);

/** From now on its deliveries are owed. */
export const completeIssue = (submission: Submission, at: Instant): Submission => {
  if (submission.status !== 'issuing' || submission.files === null)
    return refuseWrongStatus(submission.status);
  return next(submission, {
    status: 'issued',
    stuck: null,
    ...TAKEN_UP,
    owedSince: at,
  });
};
