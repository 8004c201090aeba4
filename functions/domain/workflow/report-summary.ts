// What does a list show of a report? Everything about it except its text, so that a page of a hundred stays small.
import * as z from 'zod';
import { SubmissionId } from '../ids.ts';
import { DocumentNumber } from '../issued/issue.ts';
import { ComeBack, DraftReport, type Report, type ReportIn, ReportStatus } from './report.ts';
import { Standing } from './standing.ts';

export const ReportSummary = DraftReport.pick({
  id: true,
  organizationId: true,
  drafterId: true,
  type: true,
  subject: true,
  symbol: true,
  version: true,
  revision: true,
  createdAt: true,
  updatedAt: true,
}).extend({
  status: ReportStatus,
  /** Number, symbol and date, when issued. */
  issue: DocumentNumber.nullable(),
  /** Why it is on its drafter's desk again. */
  comeBack: ComeBack.nullable(),
  /** The submission it is or was last in; a draft has none. */
  submissionId: SubmissionId.nullable(),
  /** In which round and with whom it is, on its way from its submission to its issue. */
  standing: Standing.nullable(),
});
export type ReportSummary = z.infer<typeof ReportSummary>;

type WithoutWords = Exclude<Report, { status: 'draft' }> | Omit<ReportIn<'draft'>, 'content'>;

export const summaryOf = (report: WithoutWords): ReportSummary => ({
  id: report.id,
  organizationId: report.organizationId,
  drafterId: report.drafterId,
  status: report.status,
  type: report.type,
  subject: report.subject,
  symbol: report.symbol,
  version: report.version,
  revision: report.revision,
  createdAt: report.createdAt,
  updatedAt: report.updatedAt,
  issue:
    report.status === 'issued'
      ? { number: report.issue.number, symbol: report.issue.symbol, date: report.issue.date }
      : null,
  comeBack: report.status === 'draft' ? report.comeBack : null,
  submissionId: report.status === 'draft' ? null : report.submissionId,
  standing: report.status === 'inReview' || report.status === 'issuing' ? report.standing : null,
});

/** What drafters tell their reports apart by: its status, and whether others have sent it back to them. */
export const ReportState = z.enum([...ReportStatus.options, 'returned']);
export type ReportState = z.infer<typeof ReportState>;

/** One that its own drafter has withdrawn is a draft like any other. */
export const stateOf = (report: WithoutWords): ReportState => {
  if (report.status !== 'draft') return report.status;
  return report.comeBack === null || report.comeBack.how === 'withdrawn' ? 'draft' : 'returned';
};
