// What stands in the registers? By number: all of a year, some days of it, or the rows that have some words.
import { wantedIn } from '../../domain/folded-words.ts';
import { type Days, EVER, isAmong, yearOf } from '../../domain/office-calendar.ts';
import type { IncomingEntry, OutgoingEntry, Series } from '../../domain/register.ts';
import { bearersFirst, isTyped, typedNumber } from '../../domain/typed-number.ts';
import type { Page, PageOf } from '../ports.ts';
import { type Caller, requireRole } from '../reading/identify.ts';
import { lookUp } from '../reading/look-up.ts';
import type { Needs } from '../world.ts';

type Wish = PageOf & { year: number; days: Days; words: string };

/** The row of that number before the others, once. */
const withFirst = <Row>(first: Row | null, rows: Page<Row>, isSame: (row: Row) => boolean) => ({
  items: [...(first === null ? [] : [first]), ...rows.items.filter((row) => !isSame(row))],
  cursor: rows.cursor,
});

/** Sổ đăng ký văn bản đi; an administrator chooses templates from it. Found by words is what is issued. Refusals: not_permitted, cursor_invalid. */
export const listOutgoing = async (
  { records }: Needs<'records'>,
  caller: Caller,
  { year, series, days, words, ...page }: Wish & { series: Series },
): Promise<Page<OutgoingEntry>> => {
  requireRole(caller, 'clerk', 'administrator');
  const organizationId = caller.organization.id;
  if (words.trim() === '') return records.outgoing(organizationId, year, series, page, days);
  const row = (number: number) => records.outgoingEntry(organizationId, year, series, number);
  const typed = wantedIn(words);
  const wanted = { ...typed, words: [...typed.words, String(year)] };
  const wish = { shelf: 'report', organizationId, wanted, days: EVER } as const;
  const rows = await lookUp({ records }, wish, page, async (id) => {
    const report = await records.report(id);
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

/** Sổ đăng ký văn bản đến. Refusals: not_permitted, cursor_invalid. */
export const listIncoming = async (
  { records }: Needs<'records'>,
  caller: Caller,
  { year, days, words, ...page }: Wish,
): Promise<Page<IncomingEntry>> => {
  requireRole(caller, 'recipientOfficer', 'clerk');
  const organizationId = caller.organization.id;
  if (words.trim() === '') return records.incoming(organizationId, year, page, days);
  const row = (number: number) => records.incomingEntry(organizationId, year, number);
  const wish = { shelf: 'delivery', organizationId, wanted: wantedIn(words), days: EVER } as const;
  const rows = await lookUp({ records }, wish, page, async (id) => {
    const delivery = await records.delivery(id);
    if (delivery?.status !== 'received' || delivery.receipt.year !== year) return null;
    const entry = await row(delivery.receipt.incomingNumber);
    return entry !== null && isAmong(days, entry.arrivedOn) ? entry : null;
  });
  // By itself it is the incoming number; with a symbol, the sender's.
  const number = typedNumber(words);
  const isIncoming = page.cursor === null && number?.symbol === '';
  const there = isIncoming ? await row(number.number) : null;
  const first = there !== null && isAmong(days, there.arrivedOn) ? there : null;
  const items = bearersFirst(rows.items, (one) => one, number);
  return withFirst(
    first,
    { ...rows, items },
    (one) => one.incomingNumber === first?.incomingNumber,
  );
};
