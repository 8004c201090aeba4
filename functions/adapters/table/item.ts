// What does an item look like, and how large is it? Its key, its record, and words that lists leave out.
import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';
import * as z from 'zod';
import { Refusal } from '../../domain/refusal.ts';
import { asWritten } from '../../domain/written-later.ts';
import type { IndexKey, Key } from './keys.ts';

export type Item = Key &
  Partial<IndexKey> & {
    /** What the item says; lists carry it. */
    record?: object;
    /** Compressed words; lists leave them out. */
    content?: Uint8Array;
    /** Second of the epoch after which DynamoDB removes the item. */
    ttl?: number;
    /** The write that made it what it is. */
    write?: string;
  };

export type StoredItem = Record<string, AttributeValue>;

/** Closed, as the records are: an item is written back whole, so an attribute that nobody here knows would be lost. */
const Stored = z.strictObject({
  pk: z.string(),
  sk: z.string(),
  gsi1pk: z.string().optional(),
  gsi1sk: z.string().optional(),
  record: z.unknown().optional(),
  content: z.instanceof(Uint8Array).optional(),
  ttl: z.number().optional(),
  write: z.string().optional(),
});
export type Read = z.infer<typeof Stored>;

/** What was stored; its record is parsed by whoever knows what it is. WrittenLater. */
export const readStored = (stored: StoredItem): Read =>
  asWritten(String(stored.pk?.S), () => Stored.parse(unmarshall(stored)));

/** DynamoDB's limit of one item, names of attributes included. */
const LIMIT_BYTES = 400 * 1024;

const utf8 = (text: string): number => Buffer.byteLength(text);

/** As the developer guide counts ("DynamoDB item sizes and formats"); numbers are rounded up to the longest. */
const bytesOf = (value: AttributeValue): number => {
  if (value.S !== undefined) return utf8(value.S);
  if (value.N !== undefined) return 21;
  if (value.B !== undefined) return value.B.byteLength;
  if (value.L !== undefined) return value.L.reduce((sum, element) => sum + 1 + bytesOf(element), 3);
  if (value.M !== undefined) return 3 + Object.keys(value.M).length + bytesOfItem(value.M);
  return 1;
};

const bytesOfItem = (item: StoredItem): number =>
  Object.entries(item).reduce((sum, [name, value]) => sum + utf8(name) + bytesOf(value), 0);

/** The item as DynamoDB takes it. Refusal: content_too_large, with its bytes and the limit. */
export const toStored = (item: Item): StoredItem => {
  const stored = marshall(item, { removeUndefinedValues: true });
  const bytes = bytesOfItem(stored);
  if (bytes > LIMIT_BYTES) {
    throw new Refusal('content_too_large', { facts: { bytes, limit: LIMIT_BYTES } });
  }
  return stored;
};
