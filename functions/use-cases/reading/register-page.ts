// Which part of a register is wanted, and what if a number of it was typed?
import type { Days } from '../../domain/office-calendar.ts';
import type { Page, PageInOrder } from '../ports.ts';

export type RegisterWish = PageInOrder & { year: number; days: Days; words: string };

/** The row of that number before the others, once. */
export const withFirst = <Row>(
  first: Row | null,
  rows: Page<Row>,
  isSame: (row: Row) => boolean,
) => ({
  items: [...(first === null ? [] : [first]), ...rows.items.filter((row) => !isSame(row))],
  cursor: rows.cursor,
});
