// Where does the next page begin? At a place in one list, said in a word that only that list takes back.
import * as z from 'zod';
import { Refusal } from '../domain/refusal.ts';
import type { IndexKey, Key } from './keys.ts';

/** The most that DynamoDB takes as a sort key; every key here is far below it. */
const LONGEST_KEY_BYTES = 1024;
const KeyPart = z
  .string()
  .min(1)
  .refine((part) => Buffer.byteLength(part) <= LONGEST_KEY_BYTES);

const Place = z.strictObject({ pk: KeyPart, sk: KeyPart });
const IndexPlace = Place.extend({ gsi1pk: KeyPart, gsi1sk: KeyPart });

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

/** What a cursor must lie in: a partition of the table, of it the sort keys that begin with `prefix`; or one of the index. */
type Bounds =
  | { of: 'table'; partition: string; prefix: string }
  | { of: 'index'; partition: string };

/**
 * The place that a cursor of that list means. It is not signed: whatever somebody writes into it, it only moves him
 * within the list that he may read anyway. Refusal: cursor_invalid, also for another list's cursor.
 */
export const placeOf = (cursor: string, list: Bounds): Place => {
  const place = (list.of === 'index' ? IndexPlace : Place).safeParse(read(cursor));
  if (!place.success) throw new Refusal('cursor_invalid');
  const { data } = place;
  const within =
    list.of === 'index'
      ? 'gsi1pk' in data && data.gsi1pk === list.partition
      : data.pk === list.partition && data.sk.startsWith(list.prefix);
  if (!within) throw new Refusal('cursor_invalid');
  return data;
};
