// How does a draft come to be on somebody's desk? Whether it was written there or read from a file, it is there once.
import { chained } from '../../domain/audit-event.ts';
import type { ReportContent } from '../../domain/content/report-content.ts';
import { ReportId } from '../../domain/ids.ts';
import { createReport as create, type Report } from '../../domain/workflow/report.ts';
import { markOf, pressOnce } from '../effects/press-once.ts';
import { ONE_PERSON, retryConflicts } from '../effects/retry-conflicts.ts';
import { findOwnReport } from '../reading/find.ts';
import { type Caller, requireRole } from '../reading/identify.ts';
import type { Needs } from '../world.ts';

/** Refusals: not_permitted, content_too_large. */
export const enterDraft = async (
  world: Needs<'reports' | 'presses' | 'commit'>,
  caller: Caller,
  id: ReportId,
  content: ReportContent,
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
  const act = async () => {
    const change = { report: { before: null, after, events }, ...markOf(caller, id) };
    await world.commit(change);
    return after;
  };
  const found = (made: string) => findOwnReport(world, caller, ReportId.parse(made));
  return retryConflicts(() => pressOnce(world, caller, act, found), ONE_PERSON);
};
