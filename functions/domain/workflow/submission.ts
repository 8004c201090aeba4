// Where is one frozen version on its way through the approval chain and to its issue? One variant per status.
import * as z from 'zod';
import { type Finding, KeptFinding, MOST_KEPT } from '../content/finding.ts';
import { deliveredTo, type ReportContent } from '../content/report-content.ts';
import { CommentText, Reason } from '../content/text.ts';
import { Urgency } from '../content/urgency.ts';
import { ApprovalRound, WhoSeals } from '../directory/organization.ts';
import { Instant, OrganizationId, PersonId, ReportId, Sha256, SubmissionId } from '../ids.ts';
import { DocumentNumber, Issue } from '../issued/issue.ts';
import { Series } from '../issued/register.ts';
import { Refusal } from '../refusal.ts';

export const DecisionKind = z.enum(['agree', 'sign', 'return', 'reject']);
export type DecisionKind = z.infer<typeof DecisionKind>;

export const Decision = z.strictObject({
  round: z.number().int().min(0),
  personId: PersonId,
  kind: DecisionKind,
  reason: Reason.nullable(),
  contentHash: Sha256,
  at: Instant,
  /** When this person had last proved their presence; signing needs it to be fresh. */
  signedInAt: Instant,
});
export type Decision = z.infer<typeof Decision>;

/** A remark to everybody of the chain and the drafter; it decides nothing. */
export const Comment = z.strictObject({
  personId: PersonId,
  at: Instant,
  text: CommentText,
});
export type Comment = z.infer<typeof Comment>;

/** With three bytes a character some 200 kB, in an item that may have 400 KB; a report of which more is said is returned. */
export const MOST_COMMENTS = 60;

/** A number and the series whose register it stands in. */
export const NumberGiven = z.strictObject({ ...DocumentNumber.shape, series: Series });
export type NumberGiven = z.infer<typeof NumberGiven>;

/** The signed document and what goes with it, as it is kept under lock. */
export const KeptFiles = z.strictObject({
  ...Issue.pick({ pdf: true, docx: true, attachments: true }).shape,
  /** Both signatures carry a timestamp; otherwise nobody proves when they were made. */
  timestamped: z.boolean(),
});
export type KeptFiles = z.infer<typeof KeptFiles>;

const common = {
  id: SubmissionId,
  reportId: ReportId,
  organizationId: OrganizationId,
  drafterId: PersonId,
  version: z.number().int().min(1),
  /** Everybody whose words may be in this version; none of them may sign it. */
  savedBy: z.array(PersonId),
  subject: z.string(),
  symbol: z.string(),
  urgency: Urgency.nullable(),
  chain: z.array(ApprovalRound).min(1).max(10),
  /** What the decree's check found in this version, passed over knowingly by who submitted it. */
  findings: z.array(KeptFinding).max(MOST_KEPT),
  /** By which layout it is printed, for good; what was submitted before this was written down, by the fourth. */
  layoutVersion: z.number().int().min(1).default(4),
  contentHash: Sha256,
  recipients: z.array(OrganizationId),
  /** Who seals it, as the organization had it when it was submitted; left out by those of before this was kept. */
  sealing: WhoSeals.optional(),
  submittedAt: Instant,
  /** Raised by every write. */
  revision: z.number().int().min(1),
  decisions: z.array(Decision).max(200),
  comments: z.array(Comment).max(MOST_COMMENTS),
  /** Which execution of the state machine is at it. What has died is not raised again: the next turn adopts what is done. */
  turn: z.number().int().min(1).default(1),
  /**
   * A press that the workflow has not taken up yet, or deliveries that not all recipients have, since when (the
   * outbox); the sweep looks for old ones.
   */
  owedSince: Instant.nullable(),
};

const underWay = {
  ...common,
  /** How often whoever is asked now has been reminded. */
  reminders: z.number().int().min(0),
  stuck: z.strictObject({ reason: z.string(), since: Instant }).nullable(),
  /** This turn's execution ended before its time; whatever is pressed next begins another turn. */
  executionStopped: z.boolean(),
  /** When the clerk let go on what was stuck, until a question of the machine's has heard of it; whichever is put next does. */
  resumedSince: Instant.nullable().default(null),
};

/** How many rounds have agreed; the next of the chain is being decided, or was when it ended. */
const Round = z.number().int().min(0);
/** SHA-256 of the PDF with number and date blank, which the workflow renders before it asks anybody. */
const PageHash = Sha256;

export const InReviewSubmission = z.strictObject({
  ...underWay,
  status: z.literal('inReview'),
  round: Round,
  /** When this round was put to its people; null until the workflow has done so. */
  askedAt: Instant.nullable(),
  pageHash: PageHash.nullable(),
});

/** All have agreed. Its number comes first, then the clerk's press if the clerk seals it, then the files. */
const IssuingSubmission = z.strictObject({
  ...underWay,
  status: z.literal('issuing'),
  pageHash: PageHash,
  number: NumberGiven.nullable(),
  sealPressedBy: PersonId.nullable(),
  files: KeptFiles.nullable(),
});

const IssuedSubmission = z.strictObject({
  ...underWay,
  status: z.literal('issued'),
  pageHash: PageHash,
  number: NumberGiven,
  sealPressedBy: PersonId.nullable(),
  files: KeptFiles,
});

/** By its people, or handed back by the machine or the clerk. */
const EndedUnnumbered = z.strictObject({
  ...common,
  status: z.literal('ended'),
  how: z.enum([
    'returned',
    'withdrawn',
    'rejected',
    /** The signer has decided on another urgency: its successor goes on. */
    'replaced',
    'handedBack',
  ]),
  round: Round,
  pageHash: PageHash.nullable(),
});

/** By the clerk, after it had a number, which is void. */
const EndedVoid = z.strictObject({
  ...common,
  status: z.literal('ended'),
  how: z.literal('voided'),
  pageHash: PageHash,
  number: NumberGiven,
  sealPressedBy: PersonId.nullable(),
  files: KeptFiles.nullable(),
});

/** At an end that is not its issue: whoever decided so has stored it, and the machine has nothing more to do. */
const EndedSubmission = z.discriminatedUnion('how', [EndedUnnumbered, EndedVoid]);

export const Submission = z.discriminatedUnion('status', [
  InReviewSubmission,
  IssuingSubmission,
  IssuedSubmission,
  EndedSubmission,
]);
export type Submission = z.infer<typeof Submission>;
export type SubmissionStatus = Submission['status'];
export type SubmissionIn<Status extends SubmissionStatus> = Extract<Submission, { status: Status }>;
export type SubmissionUnderWay = Exclude<Submission, { status: 'ended' }>;

/** What people are told of one: its status, or how it ended. */
export const SubmissionState = z.enum([
  'inReview',
  'issuing',
  'issued',
  ...EndedUnnumbered.shape.how.options,
  EndedVoid.shape.how.value,
]);
export type SubmissionState = z.infer<typeof SubmissionState>;

export const stateOf = (submission: Submission): SubmissionState =>
  submission.status === 'ended' ? submission.how : submission.status;

/** How many rounds have agreed: all of them once it is being issued. */
export const roundsAgreed = (submission: Submission): number =>
  'round' in submission ? submission.round : submission.chain.length;

/** Its number, once it has one. */
export const numberOf = (submission: Submission): NumberGiven | null =>
  'number' in submission ? submission.number : null;

/** Its files, once they are kept. */
export const filesOf = (submission: Submission): KeptFiles | null =>
  'files' in submission ? submission.files : null;

export const refuseWrongStatus = (submission: Submission): never => {
  throw new Refusal('status_wrong', { facts: { status: stateOf(submission) } });
};

/** The submission, if it has that status. Refusal: status_wrong, with how it stands. */
export const expectSubmission = <Status extends SubmissionStatus>(
  submission: Submission,
  ...allowed: Status[]
): SubmissionIn<Status> =>
  (allowed as SubmissionStatus[]).includes(submission.status)
    ? (submission as SubmissionIn<Status>)
    : refuseWrongStatus(submission);

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
  layoutVersion: number;
  contentHash: Sha256;
  findings: readonly Finding[];
  sealing: WhoSeals;
  at: Instant;
}): SubmissionIn<'inReview'> => {
  const signer = checkChain(start.chain);
  if (start.savedBy.includes(signer)) throw new Refusal('signer_saved_this_version');
  const { content, findings, at, ...rest } = start;
  return {
    ...rest,
    subject: content.subject,
    symbol: content.symbol,
    urgency: content.urgency,
    recipients: deliveredTo(content),
    findings: findings
      .slice(0, MOST_KEPT)
      .map(({ rule, severity, path, vi, en }) => ({ rule, severity, path, vi, en })),
    revision: 1,
    status: 'inReview',
    submittedAt: at,
    round: 0,
    askedAt: null,
    reminders: 0,
    decisions: [],
    comments: [],
    pageHash: null,
    stuck: null,
    turn: 1,
    executionStopped: false,
    owedSince: at,
    resumedSince: null,
  };
};

/** It ends while it is being decided. */
export const endInReview = (
  submission: SubmissionIn<'inReview'>,
  how: z.infer<typeof EndedUnnumbered>['how'],
  now: Pick<Submission, 'turn' | 'owedSince'>,
): SubmissionIn<'ended'> => {
  const { askedAt, reminders, stuck, executionStopped, resumedSince, ...rest } = submission;
  return { ...rest, ...now, status: 'ended', how, revision: submission.revision + 1 };
};

/**
 * What a press leaves for the machine to take up. Where the machine has stopped, the press begins another turn, which
 * starts from what is stored now.
 */
export const owed = (
  { executionStopped, turn }: SubmissionUnderWay,
  at: Instant,
): Pick<Submission, 'turn' | 'owedSince'> => ({
  turn: executionStopped ? turn + 1 : turn,
  owedSince: at,
});

/** And it goes on: what stood before the clerk because the machine had stopped does so no more. */
export const owedUnderWay = (
  submission: SubmissionUnderWay,
  at: Instant,
): Pick<SubmissionUnderWay, 'turn' | 'owedSince' | 'executionStopped' | 'stuck'> => ({
  ...owed(submission, at),
  executionStopped: false,
  stuck: submission.executionStopped ? null : submission.stuck,
});

/** The machine is at work behind everything that has been pressed so far. */
export const TAKEN_UP = { executionStopped: false, owedSince: null, resumedSince: null } as const;

/** The workflow has taken up what it owed; again changes nothing. */
export const settle = <One extends Submission>(submission: One): One => {
  const revision = submission.revision + 1;
  if (submission.status === 'ended')
    return submission.owedSince === null
      ? submission
      : { ...submission, owedSince: null, revision };
  const { owedSince, resumedSince, executionStopped } = submission;
  return owedSince === null && resumedSince === null && !executionStopped
    ? submission
    : { ...submission, ...TAKEN_UP, revision };
};
