// What have I decided, and when?
import type { DecidedRow } from '../../contracts/views.ts';
import type { Page, PageOf } from '../ports.ts';
import type { Caller } from '../reading/identify.ts';
import type { Needs } from '../world.ts';

/** Latest first, whatever I am now. Refusal: cursor_invalid. */
export const listDecided = async (
  { records }: Needs<'records'>,
  { person }: Caller,
  page: PageOf,
): Promise<Page<DecidedRow>> => {
  const { items, cursor } = await records.decidedBy(person.id, page);
  return { items: items.map(({ personId: _, ...row }) => row), cursor };
};
