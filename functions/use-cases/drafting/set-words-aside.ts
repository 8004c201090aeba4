// How are the words kept that were not chosen when two had written to one report?

import type { ReportContent } from '../../domain/content/report-content.ts';
import type { ReportId, Sha256 } from '../../domain/ids.ts';
import { setAside } from '../../domain/workflow/words-set-aside.ts';
import { ONE_PERSON, retryConflicts } from '../effects/retry-conflicts.ts';
import { findOwnReport } from '../reading/find.ts';
import { type Caller, requireRole } from '../reading/identify.ts';
import type { WorldOf } from '../world.ts';

const NEEDS = ['reports', 'commit'] as const;

/**
 * Keeps what the caller wrote and does not save. Whatever the report has become meanwhile, and once more, is as good: it
 * says nothing in the report's name. Refusals: report_not_found, not_permitted, content_too_large.
 */
export const setWordsAside = async (
  world: WorldOf<typeof NEEDS>,
  caller: Caller,
  { reportId, content }: { reportId: ReportId; content: ReportContent },
): Promise<{ hash: Sha256 }> => {
  requireRole(caller, 'drafter');
  return retryConflicts(async () => {
    await findOwnReport(world, caller, reportId);
    const words = setAside(reportId, content, caller.person.id, caller.at);
    await world.commit({ setAside: words });
    return { hash: words.hash };
  }, ONE_PERSON);
};
setWordsAside.needs = NEEDS;
