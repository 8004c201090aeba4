// How does a report begin? As a draft on its drafter's desk.
import { chained } from '../domain/audit-event.ts';
import type { ReportId } from '../domain/ids.ts';
import { createReport as create, type Report } from '../domain/report.ts';
import type { ReportContent } from '../domain/report-content.ts';
import { type Caller, requireRole } from './identify.ts';
import type { Needs } from './world.ts';

/** Refusals: not_permitted, content_too_large. */
export const createReport = async (
  { records, ids }: Needs<'records' | 'ids'>,
  caller: Caller,
  content: ReportContent,
  id: ReportId = ids.report(),
): Promise<Report> => {
  requireRole(caller, 'drafter');
  const report = create({
    id,
    organizationId: caller.organization.id,
    drafterId: caller.person.id,
    content,
    at: caller.at,
  });
  const { after, events } = chained<Report>(report, caller.person.id, caller.at, {
    kind: 'created',
  });
  await records.commit({ report: { before: null, after, events } });
  return after;
};
