// How does a report stand in a list? With the names of those who have it now, looked up once for the whole page.
import type { ReportRow } from '../contracts/views.ts';
import type { ReportSummary } from '../domain/report-summary.ts';
import type { Caller } from './identify.ts';
import type { Page } from './ports.ts';
import type { Needs } from './world.ts';

export const presentReports = async (
  { directory }: Needs<'directory'>,
  { organization }: Caller,
  { items, cursor }: Page<ReportSummary>,
): Promise<Page<ReportRow>> => {
  const isHeld = items.some(({ standing }) => standing?.people.length);
  const people = isHeld ? await directory.people(organization.id) : [];
  const nameOf = new Map(people.map(({ id, name }) => [id, name]));
  return {
    items: items.map((report) => ({
      ...report,
      heldBy: (report.standing?.people ?? []).flatMap((id) => nameOf.get(id) ?? []),
    })),
    cursor,
  };
};
