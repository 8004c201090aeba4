// Who has the reports of a list now, and have they come to all they are for? Looked up once for the whole page.
import type { OrganizationId, ReportId } from '../../domain/ids.ts';
import type { ReportSummary } from '../../domain/workflow/report-summary.ts';
import type { Page } from '../ports.ts';
import type { Caller } from '../reading/identify.ts';
import type { Needs } from '../world.ts';

/** An office has a few at a time, and one look at them does for the page; where there are more, each report is asked for its own. */
const A_FEW = 20;

/** Of how many recipients each of these reports waits for the clerk. */
const unsettledOf = async (
  { deliveries }: Needs<'deliveries'>,
  senderId: OrganizationId,
  issued: ReportId[],
): Promise<Map<ReportId, number>> => {
  const few = await deliveries.heldBy(senderId, { limit: A_FEW, cursor: null });
  const held =
    few.cursor === null
      ? few.items
      : (await Promise.all(issued.map((id) => deliveries.of(id)))).flatMap((one) => one.held);
  const count = new Map<ReportId, number>();
  for (const { reportId, status } of held)
    if (status === 'waiting') count.set(reportId, (count.get(reportId) ?? 0) + 1);
  return count;
};

export type ListedReport = ReportSummary & {
  /** Names of the people whom it waits for. */
  heldBy: string[];
  /** Recipients that it did not reach, or who sent it back, for as long as the clerk has not decided. */
  unsettled: number;
};

export const listedReports = async (
  world: Needs<'deliveries' | 'directory'>,
  { organization }: Caller,
  { items, cursor }: Page<ReportSummary>,
): Promise<Page<ListedReport>> => {
  const isHeld = items.some(({ standing }) => standing?.people.length);
  const issued = items.filter(({ status }) => status === 'issued').map(({ id }) => id);
  const [people, unsettled] = await Promise.all([
    isHeld ? world.directory.people(organization.id) : [],
    issued.length > 0 ? unsettledOf(world, organization.id, issued) : new Map<ReportId, number>(),
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
