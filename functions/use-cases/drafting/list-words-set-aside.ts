// Which words were set aside from a report, and whose are they?
import type { ReportId } from '../../domain/ids.ts';
import type { WordsSetAsideRow } from '../../domain/workflow/words-set-aside.ts';
import type { Page, PageOf } from '../ports.ts';
import { findOwnReport } from '../reading/find.ts';
import type { Caller } from '../reading/identify.ts';
import type { WorldOf } from '../world.ts';
import { type Authored, namesIn, withAuthor } from './author-of-words.ts';

const NEEDS = ['reports', 'directory'] as const;

/** Latest first. Refusals: report_not_found, cursor_invalid. */
export const listWordsSetAside = async (
  world: WorldOf<typeof NEEDS>,
  caller: Caller,
  reportId: ReportId,
  page: PageOf,
): Promise<Page<Authored<WordsSetAsideRow>>> => {
  await findOwnReport(world, caller, reportId);
  const { items, cursor } = await world.reports.setAsideOf(reportId, page);
  if (items.length === 0) return { items: [], cursor };
  return { items: items.map(withAuthor(await namesIn(world, caller))), cursor };
};
listWordsSetAside.needs = NEEDS;
