// With which words does a report begin that follows an earlier one?

import type { ReportContent } from '../../domain/content/report-content.ts';
import type { ReportId } from '../../domain/ids.ts';
import { findOwnReport } from '../reading/find.ts';
import type { Caller } from '../reading/identify.ts';
import type { WorldOf } from '../world.ts';
import { contentOf, wordsToBeginWith, yearOfReport } from './words-to-begin-with.ts';

const NEEDS = ['reports', 'submissions', 'directory'] as const;

/** An earlier report of the office, years moved to the present one. Refusal: report_not_found. */
export const beginWithReport = async (
  world: WorldOf<typeof NEEDS>,
  caller: Caller,
  reportId: ReportId,
): Promise<ReportContent> => {
  const report = await findOwnReport(world, caller, reportId);
  return wordsToBeginWith(world, await contentOf(world, report), yearOfReport(report), caller);
};
beginWithReport.needs = NEEDS;
