// How is a draft thrown away? The words that he has seen are gone for good, by its drafter alone and before anybody else has been asked about it.
import { chained } from '../domain/audit-event.ts';
import type { ReportId } from '../domain/ids.ts';
import { Refusal } from '../domain/refusal.ts';
import { discard } from '../domain/report.ts';
import { findOwnReport } from './find.ts';
import { type Caller, requireRole } from './identify.ts';
import { markOf, pressOnce } from './press-once.ts';
import { ONE_PERSON, retryConflicts } from './retry-conflicts.ts';
import { expectRevision } from './save-report.ts';
import type { Needs } from './world.ts';

/**
 * Xóa dự thảo. From then on it is not there; that it was, and who threw it away, stays in its chain.
 * Refusals: report_not_found, not_permitted, revision_conflict, status_wrong when it is or has been submitted.
 */
export const discardReport = (
  world: Needs<'records' | 'presses'>,
  caller: Caller,
  { reportId, revision }: { reportId: ReportId; revision: number },
): Promise<void> => {
  const act = async () => {
    requireRole(caller, 'drafter');
    const before = await findOwnReport(world, caller, reportId);
    const gone = discard(before, caller.at);
    if (before.drafterId !== caller.person.id) throw new Refusal('not_permitted');
    // What somebody else, or another of his desks, has saved since is not destroyed unseen.
    expectRevision(before, revision);
    const { after, events } = chained(gone, caller.person.id, caller.at, { kind: 'discarded' });
    await world.records.commit({ discarded: { before, after, events }, ...markOf(caller) });
  };
  return retryConflicts(() => pressOnce(world, caller, act, async () => undefined), ONE_PERSON);
};
