// What has happened to a report, and who did it?
import type { AuditEvent } from '../../domain/audit-event.ts';
import type { ReportId } from '../../domain/ids.ts';
import type { Page, PageOf } from '../ports.ts';
import { findOwnReport } from '../reading/find.ts';
import type { Caller } from '../reading/identify.ts';
import type { WorldOf } from '../world.ts';

const NEEDS = ['reports', 'directory'] as const;

/** A page of the report's audit chain, oldest first. Refusals: report_not_found, cursor_invalid. */
export const readHistory = async (
  world: WorldOf<typeof NEEDS>,
  caller: Caller,
  id: ReportId,
  page: PageOf,
): Promise<Page<AuditEvent & { actorName: string }>> => {
  await findOwnReport(world, caller, id);
  const { items, cursor } = await world.reports.events(id, page);
  const names = new Map<AuditEvent['actor'], string>(
    (await world.directory.people(caller.organization.id)).map((one) => [one.id, one.name]),
  );
  return {
    items: items.map((event) => ({ ...event, actorName: names.get(event.actor) ?? '' })),
    cursor,
  };
};
readHistory.needs = NEEDS;
