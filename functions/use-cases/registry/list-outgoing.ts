// What stands in the register of issued documents? By number: a whole year, some days of it, or the rows that have some words.

import { ReportId } from '../../domain/ids.ts';
import type { OutgoingEntry, Series } from '../../domain/issued/register.ts';
import { EVER, isAmong, yearOf } from '../../domain/office-calendar.ts';
import { wantedIn } from '../../domain/search/folded-words.ts';
import { isTyped, typedNumber } from '../../domain/search/typed-number.ts';
import type { Page } from '../ports.ts';
import { type Caller, requireRole } from '../reading/identify.ts';
import { lookUp } from '../reading/look-up.ts';
import { type RegisterWish, withFirst } from '../reading/register-page.ts';
import type { WorldOf } from '../world.ts';

const NEEDS = ['reports', 'registers', 'reportWords'] as const;

/** Sổ đăng ký văn bản đi; an administrator chooses templates from it. Found by words is what is issued. Refusals: not_permitted, cursor_invalid. */
export const listOutgoing = async (
  { reports, registers, reportWords }: WorldOf<typeof NEEDS>,
  caller: Caller,
  { year, series, days, words, ...page }: RegisterWish & { series: Series },
): Promise<Page<OutgoingEntry>> => {
  requireRole(caller, 'clerk', 'administrator');
  const organizationId = caller.organization.id;
  if (words.trim() === '') return registers.rows(organizationId, year, series, page, days);
  const row = (number: number) => registers.row(organizationId, year, series, number);
  const typed = wantedIn(words);
  const wanted = { ...typed, words: [...typed.words, String(year)] };
  const wish = { organizationId, wanted, days: EVER };
  const rows = await lookUp(reportWords, wish, page, async (id) => {
    const report = await reports.read(ReportId.parse(id));
    if (report?.status !== 'issued' || yearOf(report.issue.date) !== year) return null;
    const entry = await row(report.issue.number);
    return entry?.reportId === id && isAmong(days, entry.date) ? entry : null;
  });
  // A number is one of the register, also one that is void or only reserved.
  const number = page.cursor === null ? typedNumber(words) : null;
  const there = number === null ? null : await row(number.number);
  const isWanted = there !== null && isTyped(there, number) && isAmong(days, there.date);
  const first = isWanted ? there : null;
  return withFirst(first, rows, (one) => one.number === first?.number);
};
listOutgoing.needs = NEEDS;
