// How does a signed submission become an issued document, or get stuck on the way? Number, seal, files, end.

import type { WhoSeals } from '../directory/organization.ts';
import type { Instant, PersonId } from '../ids.ts';
import type { Issue } from '../issued/issue.ts';
import {
  endInReview,
  filesOf,
  type KeptFiles,
  type NumberGiven,
  owedUnderWay,
  refuseWrongStatus,
  type Submission,
  type SubmissionIn,
  type SubmissionUnderWay,
  TAKEN_UP,
} from './submission.ts';

type Issuing = SubmissionIn<'issuing'>;
type Ended = SubmissionIn<'ended'>;

/** The number is written down once; asking again gives the same. */
export const number = (submission: Issuing, given: NumberGiven): Issuing =>
  submission.number === null
    ? {
        ...submission,
        ...TAKEN_UP,
        number: given,
        reminders: 0,
        revision: submission.revision + 1,
      }
    : submission;

/** The clerk who let the agency's seal be applied, if one had to and did. */
export const sealPressedBy = (submission: Submission): PersonId | null =>
  'sealPressedBy' in submission ? submission.sealPressedBy : null;

/**
 * Who seals it, by what is written down in it; by what has been done, where it was submitted before that was written down;
 * null where neither says it.
 */
export const sealingSaidBy = (submission: Submission): WhoSeals | null => {
  if (submission.sealing !== undefined) return submission.sealing;
  if (sealPressedBy(submission) !== null) return 'clerk';
  return filesOf(submission) === null ? null : 'automatic';
};

/** The clerk lets the agency's seal be applied. Refusal: status_wrong before it has a number, or while it is stuck. */
export const pressSeal = (submission: Issuing, clerk: PersonId, at: Instant): Issuing => {
  // What is stuck waits for another press of the same clerk.
  const waitsForHelp = submission.stuck !== null && !submission.executionStopped;
  if (submission.number === null || waitsForHelp) return refuseWrongStatus(submission);
  if (submission.sealPressedBy !== null) return submission;
  return {
    ...submission,
    ...owedUnderWay(submission, at),
    sealPressedBy: clerk,
    revision: submission.revision + 1,
  };
};

/** It waits for a clerk, who decides what becomes of it. What it waited for already it goes on waiting for. */
const waitForHelp = <One extends SubmissionUnderWay>(
  submission: One,
  reason: string,
  at: Instant,
): One => ({
  ...submission,
  stuck: submission.stuck ?? { reason, since: at },
  reminders: submission.stuck === null ? 0 : submission.reminders,
  // What keeps one recipient from their delivery keeps no other from theirs: the sweep goes on.
  owedSince: submission.status === 'issued' ? (submission.owedSince ?? at) : null,
  resumedSince: null,
  revision: submission.revision + 1,
});

/** Issuing came to a stop after all had agreed. */
export const getStuck = <One extends SubmissionIn<'issuing' | 'issued'>>(
  submission: One,
  reason: string,
  at: Instant,
): One => waitForHelp(submission, reason, at);

/** The machine itself stopped, whatever it was at. */
export const stop = <One extends SubmissionUnderWay>(
  submission: One,
  reason: string,
  at: Instant,
): One => ({ ...waitForHelp(submission, reason, at), executionStopped: true });

/**
 * The clerk lets it go on: by another turn where the machine has stopped, else by the question that it waits in. Refusal:
 * status_wrong when nothing is stuck.
 */
export const resume = <One extends SubmissionUnderWay>(submission: One, at: Instant): One =>
  submission.stuck === null
    ? refuseWrongStatus(submission)
    : {
        ...submission,
        ...owedUnderWay(submission, at),
        stuck: null,
        reminders: 0,
        resumedSince: submission.executionStopped ? null : at,
        revision: submission.revision + 1,
      };

/** When the clerk let it go on, while no question of the machine's has heard of it. */
export const resumedSince = (submission: Submission): Instant | null =>
  submission.status === 'ended' ? null : submission.resumedSince;

/** The machine has heard of this resumption: it answers no later question. */
export const hearResumption = (submission: Submission, since: Instant): Submission =>
  submission.status !== 'ended' && submission.resumedSince === since
    ? { ...submission, resumedSince: null, revision: submission.revision + 1 }
    : submission;

/** It ends before it has a number, although all have agreed. */
const endUnnumbered = (submission: Issuing, now: Pick<Submission, 'turn' | 'owedSince'>): Ended => {
  const { reminders, stuck, executionStopped, resumedSince, ...issuing } = submission;
  const { number, sealPressedBy, files, ...rest } = issuing;
  return {
    ...rest,
    ...now,
    status: 'ended',
    how: 'handedBack',
    round: submission.chain.length,
    revision: submission.revision + 1,
  };
};

/**
 * The clerk gives it up, and the report goes back to its drafter: its number stays in the register as void, if it has one.
 * Refusal: status_wrong when nothing is stuck.
 */
export const giveUp = (submission: Issuing, at: Instant): Ended => {
  const { reminders, stuck, executionStopped, resumedSince, ...rest } = submission;
  if (stuck === null) return refuseWrongStatus(submission);
  const { turn, owedSince } = owedUnderWay(submission, at);
  if (rest.number === null) return endUnnumbered(submission, { turn, owedSince });
  const { number } = rest;
  const revision = submission.revision + 1;
  return { ...rest, number, turn, owedSince, status: 'ended', how: 'voided', revision };
};

/** Before a number is taken, a refusal gives the report back with its reason. Refusal: status_wrong once there is one. */
export const handBack = (submission: SubmissionIn<'inReview' | 'issuing'>): Ended => {
  const now = { turn: submission.turn, owedSince: null };
  if (submission.status === 'inReview') return endInReview(submission, 'handedBack', now);
  if (submission.number !== null) return refuseWrongStatus(submission);
  return endUnnumbered(submission, now);
};

/** The signed files are stored write-once. The first to be stored are the ones. */
export const keepFiles = (submission: Issuing, files: KeptFiles): Issuing =>
  submission.files === null
    ? { ...submission, files, revision: submission.revision + 1 }
    : submission;

/** From now on its deliveries are owed. Refusal: status_wrong before its files are kept. */
export const completeIssue = (submission: Issuing, at: Instant): SubmissionIn<'issued'> => {
  const { number, files } = submission;
  if (number === null || files === null) return refuseWrongStatus(submission);
  return {
    ...submission,
    ...TAKEN_UP,
    status: 'issued',
    number,
    files,
    stuck: null,
    owedSince: at,
    revision: submission.revision + 1,
  };
};

/** The person whose signature it bears. Refusal: status_wrong where nobody has signed. */
export const signerOf = (submission: Submission): PersonId => {
  const decision = submission.decisions.findLast(({ kind }) => kind === 'sign');
  return decision === undefined ? refuseWrongStatus(submission) : decision.personId;
};

/** What makes the document official. */
export const issueOf = (
  submission: SubmissionIn<'issued'>,
  signerName: string,
  issuedAt: Instant,
): Issue => {
  const { number, symbol, date } = submission.number;
  const { pdf, docx, attachments } = submission.files;
  const sealedBy = submission.sealPressedBy;
  return {
    ...{ number, symbol, date },
    signerId: signerOf(submission),
    signerName,
    sealing: sealedBy === null ? 'automatic' : 'clerk',
    sealedBy,
    urgency: submission.urgency,
    issuedAt,
    ...{ pdf, docx, attachments },
  };
};
