// What is in a report, and how does it stand? For the people of its own organization.
import type { ReportId } from '../../domain/ids.ts';
import { findOwnReport } from '../reading/find.ts';
import type { Caller } from '../reading/identify.ts';
import { type WholeReport, wholeReport } from '../reading/whole-report.ts';
import type { Needs } from '../world.ts';

/** Refusal: report_not_found. */
export const readReport = async (
  world: Needs<'reports' | 'submissions' | 'directory'>,
  caller: Caller,
  id: ReportId,
): Promise<WholeReport> => wholeReport(world, caller, await findOwnReport(world, caller, id));
