// Where does the next page begin? Behind a cursor: an opaque string for a position in one list, which only that list accepts.
import * as z from 'zod';
import { Refusal } from '../../domain/refusal.ts';

/** The most that DynamoDB takes as a sort key; every key here is far below it. */
const LONGEST_KEY_BYTES = 1024;
const KeyPart = z
  .string()
  .min(1)
  .refine((part) => Buffer.byteLength(part) <= LONGEST_KEY_BYTES);

const TablePosition = z.strictObject({ pk: KeyPart, sk: KeyPart });
const IndexPosition = TablePosition.extend({ gsi1pk: KeyPart, gsi1sk: KeyPart });

/** A key of the table, or of the index. */
export type ListPosition = z.infer<typeof TablePosition> | z.infer<typeof IndexPosition>;

export const cursorOf = (place: ListPosition): string =>
  Buffer.from(JSON.stringify(place)).toString('base64url');

const read = (cursor: string): unknown => {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    return null;
  }
};

/** Sort keys that begin so, lie before one, or between two. */
export type Within = { prefix: string } | { before: string } | { from: string; until: string };

const isWithin = (key: string, within: Within | undefined): boolean => {
  if (within === undefined) return true;
  if ('prefix' in within) return key.startsWith(within.prefix);
  return 'before' in within ? key < within.before : within.from <= key && key <= within.until;
};

/** Where in a list of the table, or of the index, a position is. */
const LIES = {
  table: TablePosition.transform((place) => ({ place, partition: place.pk, key: place.sk })),
  index: IndexPosition.transform((place) => ({
    place,
    partition: place.gsi1pk,
    key: place.gsi1sk,
  })),
};

/** What a cursor must lie in. */
type Bounds = { of: 'table' | 'index'; partition: string; within?: Within };

/**
 * The position that a cursor of that list means. It is not signed: whatever somebody writes into it, it only moves them
 * within the list that they may read anyway. Refusal: cursor_invalid, also for another list's cursor.
 */
export const positionOf = (cursor: string, { of, partition, within }: Bounds): ListPosition => {
  const lies = LIES[of].safeParse(read(cursor));
  if (!lies.success) throw new Refusal('cursor_invalid');
  const { data } = lies;
  if (data.partition !== partition || !isWithin(data.key, within))
    throw new Refusal('cursor_invalid');
  return data.place;
};

/** Where in one of these lists of the index a cursor is. Refusal: cursor_invalid. */
export const sortKeyOf = (cursor: string, partitions: string[]): string => {
  const lies = LIES.index.safeParse(read(cursor));
  if (!lies.success || !partitions.includes(lies.data.partition))
    throw new Refusal('cursor_invalid');
  return lies.data.key;
};
