// One frozen version on its way through the approval chain: who was asked, who decided what, and what follows.
import * as z from 'zod';
import { Instant, OrganizationId, PersonId, ReportId, Sha256, SubmissionId } from './ids.ts';
import { DocumentNumber, IssuedFile } from './issue.ts';
import { ApprovalRound, type Person } from './organization.ts';
import { Refusal } from './refusal.ts';
import { Series } from './register.ts';
import { deliveredTo, type ReportContent } from './report-content.ts';

export const DecisionKind = z.enum(['agree', 'sign', 'return', 'reject']);
export type DecisionKind = z.infer<typeof DecisionKind>;

export const Decision = z.strictObject({
  round: z.number().int().min(0),
  personId: PersonId,
  kind: DecisionKind,
  reason: z.string().max(2000).nullable(),
  contentHash: Sha256,
  at: Instant,
  /** When this person had last proved his presence; signing needs it to be fresh. */
  signedInAt: Instant,
});
export type Decision = z.infer<typeof Decision>;

/** A number and the series whose register it stands in. */
export const NumberGiven = z.strictObject({ ...DocumentNumber.shape, series: Series });
export type NumberGiven = z.infer<typeof NumberGiven>;

/** How a submission ends, or that it is still under way. */
export const SubmissionStatus = z.enum([
  'inReview',
  'issuing',
  'issued',
  'returned',
  'withdrawn',
  'rejected',
  'handedBack',
  'voided',
]);
export type SubmissionStatus = z.infer<typeof SubmissionStatus>;

export const Submission = z.strictObject({
  id: SubmissionId,
  reportId: ReportId,
  organizationId: OrganizationId,
  drafterId: PersonId,
  version: z.number().int().min(1),
  /** Everybody whose words may be in this version; none of them may sign it. */
  savedBy: z.array(PersonId),
  subject: z.string(),
  symbol: z.string(),
  chain: z.array(ApprovalRound).min(1).max(10),
  contentHash: Sha256,
  recipients: z.array(OrganizationId),
  revision: z.number().int().min(1),
  status: SubmissionStatus,
  submittedAt: Instant,
  /** The round that is being decided; equal to the length of the chain when all have agreed. */
  round: z.number().int().min(0),
  /** When this round was put to its people; null until the workflow has done so. */
  askedAt: Instant.nullable(),
  reminders: z.number().int().min(0),
  decisions: z.array(Decision).max(200),
  /** SHA-256 of the PDF with number and date blank, set when the workflow has rendered it. */
  pageHash: Sha256.nullable(),
  number: NumberGiven.nullable(),
  sealPressedBy: PersonId.nullable(),
  stuck: z.strictObject({ reason: z.string(), since: Instant }).nullable(),
  /** The state machine failed, timed out or was aborted; going on means redriving it. */
  executionStopped: z.boolean(),
  /** A person's press that the workflow has not taken up yet, since when; the sweep looks for old ones. */
  owedSince: Instant.nullable(),
  files: z.strictObject({ pdf: IssuedFile, docx: IssuedFile }).nullable(),
});
export type Submission = z.infer<typeof Submission>;

/** Which round is asked now, or null when the chain is through. */
export const roundOf = (submission: Submission): ApprovalRound | null =>
  submission.chain[submission.round] ?? null;

/** The same submission after a change: every write raises the revision. */
const next = (submission: Submission, change: Partial<Submission>): Submission => ({
  ...submission,
  ...change,
  revision: submission.revision + 1,
});

const refuseWrongStatus = (status: string): never => {
  throw new Refusal('status_wrong', { facts: { status } });
};

/** A chain has at least one round, ends with the one sign round, and has it nowhere else. Refusals: chain_empty, chain_without_signer. */
export const checkChain = (chain: ApprovalRound[]): PersonId => {
  if (chain.length === 0)
    throw new Refusal('chain_empty', { fields: [{ path: ['chain'], message: 'is empty' }] });
  const signRounds = chain.filter((round) => round.kind === 'sign');
  const signer = chain.at(-1)?.kind === 'sign' ? chain.at(-1)?.people[0] : undefined;
  if (signer === undefined || signRounds.length !== 1) {
    throw new Refusal('chain_without_signer', {
      fields: [{ path: ['chain'], message: 'ends with one sign round and has no other' }],
    });
  }
  return signer;
};

/** A new submission, before the workflow has seen it. */
export const startSubmission = (start: {
  id: SubmissionId;
  reportId: ReportId;
  organizationId: OrganizationId;
  drafterId: PersonId;
  version: number;
  savedBy: PersonId[];
  content: ReportContent;
  chain: ApprovalRound[];
  contentHash: Sha256;
  at: Instant;
}): Submission => {
  const signer = checkChain(start.chain);
  if (start.savedBy.includes(signer)) throw new Refusal('signer_saved_this_version');
  const { content, at, ...rest } = start;
  return {
    ...rest,
    subject: content.subject,
    symbol: content.symbol,
    recipients: deliveredTo(content),
    revision: 1,
    status: 'inReview',
    submittedAt: at,
    round: 0,
    askedAt: null,
    reminders: 0,
    decisions: [],
    pageHash: null,
    number: null,
    sealPressedBy: null,
    stuck: null,
    executionStopped: false,
    owedSince: at,
    files: null,
  };
};

/** The workflow puts the present round to its people. Asking again changes nothing. */
export const askRound = (submission: Submission, pageHash: Sha256, at: Instant): Submission => {
  if (submission.status !== 'inReview') return refuseWrongStatus(submission.status);
  if (submission.askedAt !== null) return submission;
  return next(submission, {
    askedAt: at,
    reminders: 0,
    pageHash: submission.pageHash ?? pageHash,
    executionStopped: false,
    owedSince: null,
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

/** Was this person asked in a round that is over? */
const wasAsked = ({ chain, round }: Submission, personId: PersonId): boolean =>
  chain.slice(0, round).some(({ people }) => people.includes(personId));

/**
 * One person decides on exactly what he has seen.
 * Refusals: status_wrong, not_asked, already_decided (by him, or by the others of a round that is over), content_changed, not_permitted (agreeing where one signs, or the
 * other way round), reason_missing, signer_saved_this_version.
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
    return next(submission, { decisions, status: 'returned', owedSince: at });
  if (wish.kind === 'reject')
    return next(submission, { decisions, status: 'rejected', owedSince: at });
  const votes = decisions.filter(
    ({ round: of, kind }) => of === submission.round && kind === wish.kind,
  );
  if (votes.length < round.needed) return next(submission, { decisions });
  return next(submission, {
    decisions,
    status: round.kind === 'sign' ? 'issuing' : 'inReview',
    round: submission.round + 1,
    askedAt: null,
    owedSince: at,
  });
};

/** The drafter takes it back before it is signed. Refusal: status_wrong. */
export const withdraw = (submission: Submission, at: Instant): Submission => {
  if (submission.status !== 'inReview') return refuseWrongStatus(submission.status);
  return next(submission, { status: 'withdrawn', owedSince: at });
};

/** The number is written down once; asking again gives the same. */
export const number = (submission: Submission, given: NumberGiven): Submission => {
  if (submission.status !== 'issuing') return refuseWrongStatus(submission.status);
  if (submission.number !== null) return submission;
  return next(submission, {
    number: given,
    reminders: 0,
    executionStopped: false,
    owedSince: null,
  });
};

/** The clerk lets the agency's seal be applied. */
export const pressSeal = (submission: Submission, clerk: PersonId, at: Instant): Submission => {
  if (submission.status !== 'issuing' || submission.number === null)
    return refuseWrongStatus(submission.status);
  if (submission.sealPressedBy !== null) return submission;
  return next(submission, { sealPressedBy: clerk, owedSince: at });
};

/** Issuing came to a stop after the number was taken, or the machine itself stopped; a clerk decides what becomes of it. */
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
    owedSince: null,
  });
};

export const resume = (submission: Submission, at: Instant): Submission => {
  if (submission.stuck === null) return refuseWrongStatus(submission.status);
  return next(submission, { stuck: null, owedSince: at });
};

/** The number stays in the register as void; the report goes back to its drafter. What is issued stays issued. */
export const voidNumber = (submission: Submission, at: Instant): Submission => {
  const { status, stuck, number: given } = submission;
  if (status !== 'issuing' || stuck === null || given === null) return refuseWrongStatus(status);
  return next(submission, { status: 'voided', owedSince: at });
};

/** Before a number is taken, a failure gives the report back with its reason. */
export const handBack = (submission: Submission): Submission => {
  if (submission.number !== null || !['inReview', 'issuing'].includes(submission.status)) {
    return refuseWrongStatus(submission.status);
  }
  return next(submission, { status: 'handedBack', executionStopped: false, owedSince: null });
};

/** The signed files are stored write-once. The first to be stored are the ones. */
export const keepFiles = (
  submission: Submission,
  files: NonNullable<Submission['files']>,
): Submission => (submission.files === null ? next(submission, { files }) : submission);

export const completeIssue = (submission: Submission): Submission => {
  if (submission.status !== 'issuing' || submission.files === null)
    return refuseWrongStatus(submission.status);
  return next(submission, {
    status: 'issued',
    stuck: null,
    executionStopped: false,
    owedSince: null,
  });
};

/** The workflow has taken up what it owed. */
export const settle = (submission: Submission): Submission =>
  next(submission, { executionStopped: false, owedSince: null });

/** What the workflow can be waiting for. */
export const Wait = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('round'), round: z.number().int().min(0) }),
  z.strictObject({ kind: z.literal('seal') }),
  z.strictObject({ kind: z.literal('stuck') }),
]);
export type Wait = z.infer<typeof Wait>;

/** What a wait can end with; the state machine chooses its way by these words. */
export const Outcome = z.enum([
  'agreed',
  'returned',
  'rejected',
  'withdrawn',
  'sealed',
  'resumed',
  'voided',
]);
export type Outcome = z.infer<typeof Outcome>;

/** The stored answer to a wait, or null while people are still being waited for. */
export const outcomeOf = (submission: Submission, wait: Wait): Outcome | null => {
  if (wait.kind === 'seal') return submission.sealPressedBy === null ? null : 'sealed';
  if (wait.kind === 'stuck') {
    if (submission.status === 'voided') return 'voided';
    return submission.stuck === null ? 'resumed' : null;
  }
  if (submission.round > wait.round) return 'agreed';
  const { status } = submission;
  return status === 'returned' || status === 'rejected' || status === 'withdrawn' ? status : null;
};
