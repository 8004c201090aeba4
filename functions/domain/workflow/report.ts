// Where is a report in its life? One variant per status, one pure function per transition.
import * as z from 'zod';
import { ChainHead, EMPTY_CHAIN } from '../audit-event.ts';
import { DocumentType } from '../content/document-type-schema.ts';
import { ReportContent } from '../content/report-content.ts';
import { Instant, OrganizationId, PersonId, ReportId, SubmissionId } from '../ids.ts';
import { Issue } from '../issued/issue.ts';
import { Refusal } from '../refusal.ts';
import { Standing, standingOf } from './standing.ts';
import type { Submission, SubmissionIn } from './submission.ts';
import { VersionNumber } from './version.ts';

const common = {
  id: ReportId,
  organizationId: OrganizationId,
  drafterId: PersonId,
  type: DocumentType,
  subject: z.string(),
  symbol: z.string(),
  version: VersionNumber,
  /** Raised by every write; HTTP carries it as ETag. */
  revision: z.number().int().min(1),
  createdAt: Instant,
  updatedAt: Instant,
  events: ChainHead,
};

/** Why a report is on its drafter's desk again. */
export const ComeBack = z.strictObject({
  how: z.enum(['returned', 'withdrawn', 'handedBack', 'voided']),
  reason: z.string().nullable(),
  by: PersonId.nullable(),
  at: Instant,
  submissionId: SubmissionId,
  /** Who returned it proposes other words. */
  isCorrected: z.boolean().optional(),
});
export type ComeBack = z.infer<typeof ComeBack>;

/** A report is written by a few; none of these may sign it, and every version names them all. */
const MOST_SAVERS = 100;

export const DraftReport = z.strictObject({
  ...common,
  status: z.literal('draft'),
  content: ReportContent,
  /** Everybody whose words may be in it: who has saved this version or the one that came back. */
  savedBy: z.array(PersonId).max(MOST_SAVERS),
  /** The last `edited` event: one is enough for a sitting. */
  sitting: z.strictObject({ by: PersonId, since: Instant }).nullable(),
  comeBack: ComeBack.nullable(),
});
const afterSubmission = { ...common, submissionId: SubmissionId };
const onItsWay = { ...afterSubmission, standing: Standing };
const InReviewReport = z.strictObject({ ...onItsWay, status: z.literal('inReview') });
const IssuingReport = z.strictObject({ ...onItsWay, status: z.literal('issuing') });
const IssuedReport = z.strictObject({
  ...afterSubmission,
  status: z.literal('issued'),
  issue: Issue,
});
const RejectedReport = z.strictObject({
  ...afterSubmission,
  status: z.literal('rejected'),
  rejection: z.strictObject({ by: PersonId, at: Instant, reason: z.string() }),
});

/** A draft that was thrown away: its words are gone, and nobody finds it any more; its chain goes on to the end. */
export const DiscardedReport = z.strictObject({
  id: ReportId,
  organizationId: OrganizationId,
  drafterId: PersonId,
  revision: z.number().int().min(1),
  createdAt: Instant,
  events: ChainHead,
  status: z.literal('discarded'),
  discardedAt: Instant,
});
export type DiscardedReport = z.infer<typeof DiscardedReport>;

export const Report = z.discriminatedUnion('status', [
  DraftReport,
  InReviewReport,
  IssuingReport,
  IssuedReport,
  RejectedReport,
]);
export type Report = z.infer<typeof Report>;
export const ReportStatus = z.enum(Report.options.map(({ shape }) => shape.status.value));
export type ReportStatus = z.infer<typeof ReportStatus>;
export type ReportIn<Status extends ReportStatus> = Extract<Report, { status: Status }>;

/** The report, if it has that status. Refusal: status_wrong, with the present one. */
export const expectStatus = <Status extends ReportStatus>(
  report: Report,
  ...allowed: Status[]
): ReportIn<Status> => {
  if (!(allowed as ReportStatus[]).includes(report.status)) {
    throw new Refusal('status_wrong', {
      facts: { status: report.status, revision: report.revision },
    });
  }
  return report as ReportIn<Status>;
};

/** Optimistic concurrency: the revision that somebody saw must be the present one. Refusal: revision_conflict, with the present one. */
export const expectRevision = (report: Report, seen: number): void => {
  if (report.revision !== seen) {
    throw new Refusal('revision_conflict', {
      facts: { revision: report.revision, status: report.status, updatedAt: report.updatedAt },
    });
  }
};

const base = (report: Report, at: Instant) => ({
  id: report.id,
  organizationId: report.organizationId,
  drafterId: report.drafterId,
  type: report.type,
  subject: report.subject,
  symbol: report.symbol,
  version: report.version,
  revision: report.revision + 1,
  createdAt: report.createdAt,
  updatedAt: at,
  events: report.events,
});

const headOf = (content: ReportContent) => ({
  type: content.type,
  subject: content.subject,
  symbol: content.symbol,
});

export const createReport = (start: {
  id: ReportId;
  organizationId: OrganizationId;
  drafterId: PersonId;
  content: ReportContent;
  at: Instant;
}): ReportIn<'draft'> => ({
  id: start.id,
  organizationId: start.organizationId,
  drafterId: start.drafterId,
  ...headOf(start.content),
  version: 1,
  revision: 1,
  createdAt: start.at,
  updatedAt: start.at,
  events: EMPTY_CHAIN,
  status: 'draft',
  content: start.content,
  savedBy: [start.drafterId],
  sitting: { by: start.drafterId, since: start.at },
  comeBack: null,
});

/** Half an hour at the desk is one sitting; the history names it once. */
const SITTING_MS = 30 * 60 * 1000;

/** Is this the first save of a sitting, which the history names? */
export const beginsSitting = (report: ReportIn<'draft'>, by: PersonId, at: Instant): boolean =>
  report.sitting === null ||
  report.sitting.by !== by ||
  Date.parse(at) - Date.parse(report.sitting.since) >= SITTING_MS;

/** Somebody saves the draft. Refusals: status_wrong, savers_full. */
export const saveContent = (
  report: Report,
  content: ReportContent,
  by: PersonId,
  at: Instant,
): ReportIn<'draft'> => {
  const draft = expectStatus(report, 'draft');
  const savedBy = [...new Set([...draft.savedBy, by])];
  if (savedBy.length > MOST_SAVERS)
    throw new Refusal('savers_full', { facts: { most: MOST_SAVERS } });
  return {
    ...draft,
    ...headOf(content),
    revision: draft.revision + 1,
    updatedAt: at,
    content,
    savedBy,
    sitting: beginsSitting(draft, by, at) ? { by, since: at } : draft.sitting,
  };
};

/** What others have been asked about once is kept, with what they said. Refusal: status_wrong. */
export const discard = (report: Report, at: Instant): DiscardedReport => {
  const { id, organizationId, drafterId, revision, version, createdAt, events } = expectStatus(
    report,
    'draft',
  );
  if (version > 1) {
    throw new Refusal('status_wrong', { facts: { status: 'draft', version } });
  }
  const rest = { id, organizationId, drafterId, createdAt, events };
  return { ...rest, revision: revision + 1, status: 'discarded', discardedAt: at };
};

/** The workflow takes it from here. */
const onTheWay = (submission: Submission, at: Instant) => ({
  submissionId: submission.id,
  standing: standingOf(submission, null, at),
});

/** What its words lack is for the check to say, before. Refusal: status_wrong. */
export const submitReport = (
  report: Report,
  submission: SubmissionIn<'inReview'>,
  at: Instant,
): ReportIn<'inReview'> => {
  const draft = expectStatus(report, 'draft');
  return { ...base(draft, at), status: 'inReview', ...onTheWay(submission, at) };
};

/** Another submission of the same version stands where its last one stood. */
export const replaceSubmission = (
  report: Report,
  successor: SubmissionIn<'inReview'>,
  at: Instant,
): ReportIn<'inReview'> => {
  const asked = expectStatus(report, 'inReview');
  return { ...base(asked, at), status: 'inReview', ...onTheWay(successor, at) };
};

/** The signer has decided; what is left is issuing. */
export const beginIssuing = (
  report: Report,
  submission: SubmissionIn<'issuing'>,
  at: Instant,
): ReportIn<'issuing'> => {
  const asked = expectStatus(report, 'inReview');
  return { ...base(asked, at), status: 'issuing', ...onTheWay(submission, at) };
};

/**
 * The report comes back to its drafter: same record, next version, the content as it was submitted.
 * The words are still those of whoever saved them, so that nobody signs their own after a withdrawal.
 */
export const comeBack = (
  report: Report,
  submitted: { content: ReportContent; savedBy: PersonId[] },
  how: Omit<ComeBack, 'at' | 'submissionId'>,
  at: Instant,
): ReportIn<'draft'> => {
  const { submissionId } = expectStatus(report, 'inReview', 'issuing');
  return {
    ...base(report, at),
    version: report.version + 1,
    status: 'draft',
    content: submitted.content,
    savedBy: submitted.savedBy,
    sitting: null,
    comeBack: { ...how, at, submissionId },
  };
};

export const rejectReport = (
  report: Report,
  by: PersonId,
  reason: string,
  at: Instant,
): ReportIn<'rejected'> => {
  const { submissionId } = expectStatus(report, 'inReview');
  return { ...base(report, at), status: 'rejected', submissionId, rejection: { by, at, reason } };
};

export const completeReport = (report: Report, issue: Issue, at: Instant): ReportIn<'issued'> => {
  const { submissionId } = expectStatus(report, 'issuing');
  return { ...base(report, at), status: 'issued', submissionId, issue };
};

/** A write that changes no status and nobody's turn: a reminder, a comment, a number. */
export const touch = (report: Report, at: Instant): Report => ({
  ...report,
  revision: report.revision + 1,
  updatedAt: at,
});

/** A write that changes no status, but with whom it is: a question, a vote, a clerk's press. What is over is with nobody. */
export const passOn = (report: Report, standing: Standing, at: Instant): Report => {
  const touched = touch(report, at);
  const isOnItsWay = touched.status === 'inReview' || touched.status === 'issuing';
  return isOnItsWay ? { ...touched, standing } : touched;
};
