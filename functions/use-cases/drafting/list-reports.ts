// Which reports are mine, and how do they stand? Bounded pages, never scans.
import type { ReportState } from '../../domain/workflow/report-summary.ts';
import type { Page, PageOf } from '../ports.ts';
import { type Caller, requireRole } from '../reading/identify.ts';
import type { WorldOf } from '../world.ts';
import { type ListedReport, listedReports } from './listed-reports.ts';

const NEEDS = ['reports', 'deliveries', 'directory'] as const;

/** Those in one state, or all. Refusals: not_permitted, cursor_invalid. */
export const listReports = async (
  world: WorldOf<typeof NEEDS>,
  caller: Caller,
  { state, ...page }: PageOf & { state: ReportState | null },
): Promise<Page<ListedReport>> => {
  requireRole(caller, 'drafter');
  const found = await world.reports.of(caller.person.id, state, page);
  return listedReports(world, caller, found);
};
listReports.needs = NEEDS;
