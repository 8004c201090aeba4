// How does a report stand in a list? With the names of those who have it now, and whether it has come to all it is for; looked up once for the whole page.
import type { ReportRow } from '../contracts/views.ts';
import type { OrganizationId, ReportId } from '../domain/ids.ts';
import type { ReportSummary } from '../domain/report-summary.ts';
import type { Caller } from './identify.ts';
import type { Page } from './ports.ts';
import type { Needs } from './world.ts';

/** An office has a few at a time; of more than these, the clerk has much to do before anybody misses the rest here. */
const MOST_HELD = 100;

/** Of how many recipients each report waits for the clerk. */
const unsettledOf = async (
  { records }: Needs<'records'>,
  senderId: OrganizationId,
): Promise<Map<ReportId, number>> => {
  const { items } = await records.heldBy(senderId, { limit: MOST_HELD, cursor: null });
  const count = new Map<ReportId, number>();
  for (const { reportId } of items) count.set(reportId, (count.get(reportId) ?? 0) + 1);
  return count;
};

export const presentReports = async (
  world: Needs<'directory' | 'records'>,
  { organization }: Caller,
  { items, cursor }: Page<ReportSummary>,
): Promise<Page<ReportRow>> => {
  const isHeld = items.some(({ standing }) => standing?.people.length);
  const isIssued = items.some(({ status }) => status === 'issued');
  const [people, unsettled] = await Promise.all([
    isHeld ? world.directory.people(organization.id) : [],
    isIssued ? unsettledOf(world, organization.id) : new Map<ReportId, number>(),
  ]);
  const nameOf = new Map(people.map(({ id, name }) => [id, name]));
  return {
    items: items.map((report) => ({
      ...report,
      heldBy: (report.standing?.people ?? []).flatMap((id) => nameOf.get(id) ?? []),
      unsettled: unsettled.get(report.id) ?? 0,
    })),
    cursor,
  };
};
