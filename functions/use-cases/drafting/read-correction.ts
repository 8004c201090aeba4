// What did whoever returned a report propose to write instead?
import type { Correction } from '../../domain/content/correction.ts';
import type { ReportId } from '../../domain/ids.ts';
import { findOwnReport } from '../reading/find.ts';
import type { Caller } from '../reading/identify.ts';
import type { WorldOf } from '../world.ts';

const NEEDS = ['reports', 'submissions'] as const;

/** Null when nothing is proposed for the draft. Refusal: report_not_found. */
export const readCorrection = async (
  world: WorldOf<typeof NEEDS>,
  caller: Caller,
  id: ReportId,
): Promise<Correction | null> => {
  const report = await findOwnReport(world, caller, id);
  if (report.status !== 'draft' || !report.comeBack?.isCorrected) return null;
  return world.submissions.correction(report.comeBack.submissionId);
};
readCorrection.needs = NEEDS;
