// Where does the next page begin? At a place in one list, said in a word that only that list takes back.
import * as z from 'zod';
import { Refusal } from '../domain/refusal.ts';
import type { IndexKey, Key } from './keys.ts';

const Place = z.strictObject({ pk: z.string(), sk: z.string() });
const IndexPlace = Place.extend({ gsi1pk: z.string(), gsi1sk: z.string() });

/** A key of the table, or of the index. */
export type Place = Key | (Key & IndexKey);

export const cursorOf = (place: Place): string =>
  Buffer.from(JSON.stringify(place)).toString('base64url');

const read = (cursor: string): unknown => {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    return null;
  }
};

/**
 * The place that a cursor of the list `partition` means. It is not signed: whatever somebody writes into it, it only
 * moves him within the list that he may read anyway. Refusal: cursor_invalid, also for another list's cursor.
 */
export const placeOf = (cursor: string, partition: string, of: 'table' | 'index'): Place => {
  const place = (of === 'index' ? IndexPlace : Place).safeParse(read(cursor));
  const own = place.success && ('gsi1pk' in place.data ? place.data.gsi1pk : place.data.pk);
  if (!place.success || own !== partition) throw new Refusal('cursor_invalid');
  return place.data;
};
