// One frozen version on its way through the approval chain: who was asked, who decided what, and what follows.
import * as z from 'zod';
import { type Finding, KeptFinding, MOST_KEPT } from './finding.ts';
import { Instant, OrganizationId, PersonId, ReportId, Sha256, SubmissionId } from './ids.ts';
import { DocumentNumber, Issue } from './issue.ts';
import { ApprovalRound, WhoSeals } from './organization.ts';
import { Refusal } from './refusal.ts';
import { Series } from './register.ts';
import { deliveredTo, type ReportContent } from './report-content.ts';
import { CommentText, Reason } from './text.ts';
import { Urgency } from './urgency.ts';

export const DecisionKind = z.enum(['agree', 'sign', 'return', 'reject']);
export type DecisionKind = z.infer<typeof DecisionKind>;

export const Decision = z.strictObject({
  round: z.number().int().min(0),
  personId: PersonId,
  kind: DecisionKind,
  reason: Reason.nullable(),
  contentHash: Sha256,
  at: Instant,
  /** When this person had last proved his presence; signing needs it to be fresh. */
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

/** How a submission ends, or that it is still under way. */
export const SubmissionStatus = z.enum([
  'inReview',
  'issuing',
  'issued',
  'returned',
  'withdrawn',
  'rejected',
  /** The signer has decided on another urgency: its successor goes on. */
  'replaced',
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
  revision: z.number().int().min(1),
  status: SubmissionStatus,
  submittedAt: Instant,
  /** The round that is being decided; equal to the length of the chain when all have agreed. */
  round: z.number().int().min(0),
  /** When this round was put to its people; null until the workflow has done so. */
  askedAt: Instant.nullable(),
  reminders: z.number().int().min(0),
  decisions: z.array(Decision).max(200),
  comments: z.array(Comment).max(MOST_COMMENTS),
  /** SHA-256 of the PDF with number and date blank, set when the workflow has rendered it. */
  pageHash: Sha256.nullable(),
  number: NumberGiven.nullable(),
  sealPressedBy: PersonId.nullable(),
  stuck: z.strictObject({ reason: z.string(), since: Instant }).nullable(),
  /** Which execution of the state machine is at it. What has died is not raised again: the next turn adopts what is done. */
  turn: z.number().int().min(1).default(1),
  /** This turn's execution ended before its time; whatever is pressed next begins another turn. */
  executionStopped: z.boolean(),
  /** A press that the workflow has not taken up yet, or deliveries that not all recipients have, since when; the sweep looks for old ones. */
  owedSince: Instant.nullable(),
  /** When the clerk let go on what was stuck, until a question of the machine's has heard of it; whichever is put next does. */
  resumedSince: Instant.nullable().default(null),
  files: z
    .strictObject({
      ...Issue.pick({ pdf: true, docx: true, attachments: true }).shape,
      /** Both signatures carry a timestamp; otherwise nobody proves when they were made. */
      timestamped: z.boolean(),
    })
    .nullable(),
});
export type Submission = z.infer<typeof Submission>;

/** At an end that is not its issue: whoever decided so has stored it, and the machine has nothing more to do. */
export const isOver = ({ status }: Pick<Submission, 'status'>): boolean =>
  status !== 'inReview' && status !== 'issuing' && status !== 'issued';

/** The same submission after a change: every write raises the revision. */
export const next = (submission: Submission, change: Partial<Submission>): Submission => ({
  ...submission,
  ...change,
  revision: submission.revision + 1,
});

export const refuseWrongStatus = (status: string): never => {
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
  layoutVersion: number;
  contentHash: Sha256;
  findings: readonly Finding[];
  sealing: WhoSeals;
  at: Instant;
}): Submission => {
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
    number: null,
    sealPressedBy: null,
    stuck: null,
    turn: 1,
    executionStopped: false,
    owedSince: at,
    resumedSince: null,
    files: null,
  };
};

/**
 * A press that the machine is to take up. Where the machine has stopped, and the submission stood before the clerk, the
 * press begins another turn, which starts from what is stored now.
 */
export const owed = (
  { executionStopped, turn, stuck }: Submission,
  at: Instant,
): Pick<Submission, 'turn' | 'executionStopped' | 'stuck' | 'owedSince'> => ({
  turn: executionStopped ? turn + 1 : turn,
  executionStopped: false,
  stuck: executionStopped ? null : stuck,
  owedSince: at,
});

/** The machine is at work behind everything that has been pressed so far. */
export const TAKEN_UP = { executionStopped: false, owedSince: null, resumedSince: null } as const;

/** The workflow has taken up what it owed; again changes nothing. */
export const settle = (submission: Submission): Submission =>
  submission.owedSince === null && submission.resumedSince === null && !submission.executionStopped
    ? submission
    : next(submission, TAKEN_UP);
