// Which reports of my organization have these words? Whoever may open a report may find it, from its submission on.
import { ReportId } from '../../domain/ids.ts';
import { EVER } from '../../domain/office-calendar.ts';
import { wantedIn } from '../../domain/search/folded-words.ts';
import { bearersFirst, typedNumber } from '../../domain/search/typed-number.ts';
import { summaryOf } from '../../domain/workflow/report-summary.ts';
import type { Page, PageOf } from '../ports.ts';
import type { Caller } from '../reading/identify.ts';
import { lookUp } from '../reading/look-up.ts';
import type { WorldOf } from '../world.ts';
import { type ListedReport, listedReports } from './listed-reports.ts';

const NEEDS = ['reports', 'deliveries', 'reportWords', 'directory'] as const;

/**
 * One that came back is its drafter's alone until it is submitted again. What bears the number that was typed stands before
 * the others of its page. Refusal: cursor_invalid.
 */
export const searchReports = async (
  world: WorldOf<typeof NEEDS>,
  caller: Caller,
  { words, ...page }: PageOf & { words: string },
): Promise<Page<ListedReport>> => {
  const organizationId = caller.organization.id;
  const wish = { organizationId, wanted: wantedIn(words), days: EVER };
  const found = await lookUp(world.reportWords, wish, page, async (id) => {
    const report = await world.reports.read(ReportId.parse(id));
    if (report === null) return null;
    const isMine = report.drafterId === caller.person.id;
    return report.status === 'draft' && !isMine ? null : summaryOf(report);
  });
  const items = bearersFirst(found.items, ({ issue }) => issue, typedNumber(words));
  return listedReports(world, caller, { ...found, items });
};
searchReports.needs = NEEDS;
