// How is a draft saved, often and cheaply? One conditional write; one `edited` event per sitting.
import { chained } from '../../domain/audit-event.ts';
import { canonicalHash } from '../../domain/canonical-hash.ts';
import type { ReportContent } from '../../domain/content/report-content.ts';
import type { ReportId } from '../../domain/ids.ts';
import {
  beginsSitting,
  expectRevision,
  expectStatus,
  type Report,
  saveContent,
} from '../../domain/workflow/report.ts';
import { setDraftAside } from '../../domain/workflow/words-set-aside.ts';
import { ONE_PERSON, retryConflicts } from '../effects/retry-conflicts.ts';
import { findOwnReport } from '../reading/find.ts';
import { type Caller, requireRole } from '../reading/identify.ts';
import type { Needs, WorldOf } from '../world.ts';

type Wish = {
  reportId: ReportId;
  revision: number;
  content: ReportContent;
  /** Chosen over what stands there, which is kept beside the report. */
  setsAside?: boolean;
};

/** Did the caller save these words already? Then there is nothing to save, and nobody else's words are in the way. */
const isSaved = (report: Report, caller: Caller, { content }: Wish): boolean =>
  report.status === 'draft' &&
  report.savedBy.includes(caller.person.id) &&
  canonicalHash(report.content) === canonicalHash(content);

const save = async (
  world: Needs<'reports' | 'commit'>,
  caller: Caller,
  wish: Wish,
): Promise<Report> => {
  const before = await findOwnReport(world, caller, wish.reportId);
  if (before.revision !== wish.revision && isSaved(before, caller, wish)) return before;
  expectRevision(before, wish.revision);
  const draft = expectStatus(before, 'draft');
  const saved: Report = saveContent(draft, wish.content, caller.person.id, caller.at);
  const first = beginsSitting(draft, caller.person.id, caller.at);
  const { after, events } = first
    ? chained(saved, caller.person.id, caller.at, { kind: 'edited', version: saved.version })
    : { after: saved, events: [] };
  await world.commit({
    report: { before, after, events },
    ...(wish.setsAside && { setAside: setDraftAside(draft) }),
  });
  return after;
};

const NEEDS = ['reports', 'commit'] as const;

/**
 * A save that comes again meets its own words, and is as good as the first.
 * Refusals: report_not_found, not_permitted, revision_conflict, status_wrong, savers_full, content_too_large.
 */
export const saveReport = async (
  world: WorldOf<typeof NEEDS>,
  caller: Caller,
  wish: Wish,
): Promise<Report> => {
  requireRole(caller, 'drafter');
  return retryConflicts(() => save(world, caller, wish), ONE_PERSON);
};
saveReport.needs = NEEDS;
