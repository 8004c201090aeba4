// What do the parts of the contract of records begin with?
import { chained } from '../../../functions/domain/audit-event.ts';
import type { Instant } from '../../../functions/domain/ids.ts';
import type { Page, PageOf } from '../../../functions/use-cases/ports.ts';
import type { Records } from '../../../functions/use-cases/world.ts';
import { aReport, DRAFTER, MORNING } from '../builders.ts';

/** Empty records, there when the tests begin. */
export type Kept = { records: Records };

export const FIRST = { limit: 100, cursor: null };
export const LATER: Instant = '2026-03-02T02:00:00.000Z';

export const inPages = async <Item>(
  read: (page: PageOf) => Promise<Page<Item>>,
  limit: number,
): Promise<Item[][]> => {
  const pages: Item[][] = [];
  let cursor: string | null = null;
  do {
    const page: Page<Item> = await read({ limit, cursor });
    pages.push(page.items);
    cursor = page.cursor;
  } while (cursor !== null);
  return pages;
};

/** Writes a draft with the first link of its chain. */
export const creatorIn =
  (kept: Kept) =>
  async (report = aReport()) => {
    const { after, events } = chained(report, DRAFTER.id, MORNING, { kind: 'created' });
    await kept.records.commit({ report: { before: null, after, events } });
    return after;
  };
