// How do the words of an earlier report become those of a new one? Years move on to the present one, and today's signer is printed.
import { withYearsMoved } from '../../domain/content/move-years.ts';
import type { ReportContent } from '../../domain/content/report-content.ts';
import { officeDayOf, yearOf } from '../../domain/office-calendar.ts';
import type { Report } from '../../domain/workflow/report.ts';
import { findFrozen } from '../reading/find.ts';
import type { Caller } from '../reading/identify.ts';
import { signatureOf } from '../reading/printed-signer.ts';
import type { Needs } from '../world.ts';

export const contentOf = async (
  world: Needs<'submissions'>,
  report: Report,
): Promise<ReportContent> =>
  report.status === 'draft' ? report.content : findFrozen(world, report.submissionId);

/** The year that a report speaks of: that of its issue, or of its beginning. */
export const yearOfReport = (report: Report): number =>
  yearOf(report.status === 'issued' ? report.issue.date : officeDayOf(report.createdAt));

/** Attachments stay with the report that they were added to; it will be signed by who signs today. */
export const wordsToBeginWith = async (
  world: Needs<'directory'>,
  content: ReportContent,
  year: number,
  { organization, at }: Caller,
): Promise<ReportContent> => {
  const signature = (await signatureOf(world, organization.settings.chain)) ?? content.signature;
  return withYearsMoved({ ...content, attachments: [], signature }, year, yearOf(officeDayOf(at)));
};
