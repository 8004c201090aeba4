// What is in a report, and how does it stand? For the people of its own organization.
import type { ReportId } from '../../domain/ids.ts';
import { findOwnReport } from '../reading/find.ts';
import type { Caller } from '../reading/identify.ts';
import { type WholeReport, wholeReport } from '../reading/whole-report.ts';
import type { WorldOf } from '../world.ts';

const NEEDS = ['reports', 'submissions', 'directory', 'working'] as const;

/** Refusal: report_not_found. */
export const readReport = async (
  world: WorldOf<typeof NEEDS>,
  caller: Caller,
  id: ReportId,
): Promise<WholeReport> => wholeReport(world, caller, await findOwnReport(world, caller, id));
readReport.needs = NEEDS;
