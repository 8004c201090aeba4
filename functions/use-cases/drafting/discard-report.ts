// How is a draft thrown away? The words that the drafter has seen are gone, by its drafter alone and before anybody else has been asked about it.
import { chained } from '../../domain/audit-event.ts';
import type { ReportId } from '../../domain/ids.ts';
import { Refusal } from '../../domain/refusal.ts';
import { discard, expectRevision } from '../../domain/workflow/report.ts';
import { markOf, pressOnce } from '../effects/press-once.ts';
import { ONE_PERSON, retryConflicts } from '../effects/retry-conflicts.ts';
import { findOwnReport } from '../reading/find.ts';
import { type Caller, requireRole } from '../reading/identify.ts';
import type { Needs, WorldOf } from '../world.ts';

/** A transaction takes a hundred writes; these leave room for the draft's own. */
const AT_ONCE = 80;

/** Many, or set aside at this very moment; when the draft is gone, nothing more can be. */
const forgetOthers = async (
  { commit, reports }: Needs<'reports' | 'commit'>,
  reportId: ReportId,
  { at }: Caller,
): Promise<void> => {
  const hashes = await reports.everySetAside(reportId);
  for (let from = 0; from < hashes.length; from += AT_ONCE)
    await commit({
      forgotten: { reportId, hashes: hashes.slice(from, from + AT_ONCE), at },
    });
};

const NEEDS = ['reports', 'commit', 'presses'] as const;

/**
 * Xóa dự thảo. From then on it is not there, nor what was set aside from it; that it was, and who threw it away, stays in
 * its chain. What was answered when it was begun is kept for that day, and files that came with it until the working
 * bucket lets them go; nobody is led to either.
 * Refusals: report_not_found, not_permitted, revision_conflict, status_wrong when it is or has been submitted.
 */
export const discardReport = (
  world: WorldOf<typeof NEEDS>,
  caller: Caller,
  { reportId, revision }: { reportId: ReportId; revision: number },
): Promise<void> => {
  const act = async () => {
    requireRole(caller, 'drafter');
    const before = await findOwnReport(world, caller, reportId);
    const gone = discard(before, caller.at);
    if (before.drafterId !== caller.person.id) throw new Refusal('not_permitted');
    // What somebody else, or another desk of the same drafter, has saved since is not destroyed unseen.
    expectRevision(before, revision);
    const { after, events } = chained(gone, caller.person.id, caller.at, { kind: 'discarded' });
    const hashes = (await world.reports.everySetAside(reportId)).slice(0, AT_ONCE);
    const forgotten = { reportId, hashes, at: caller.at };
    const discarded = { before, after, events };
    await world.commit({ discarded, forgotten, ...markOf(caller) });
    await forgetOthers(world, reportId, caller);
  };
  const found = () => forgetOthers(world, reportId, caller);
  return retryConflicts(() => pressOnce(world, caller, act, found), ONE_PERSON);
};
discardReport.needs = NEEDS;
