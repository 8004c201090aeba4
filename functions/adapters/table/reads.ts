// How is the table read? By key, or a page of one partition; never by scanning.
import { QueryCommand, type QueryCommandInput } from '@aws-sdk/client-dynamodb';
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';
import * as z from 'zod';
import { INDEX } from '../../contracts/agreed-names.ts';
import { asWritten, WrittenLater, wrongIn } from '../../domain/written-later.ts';
import type { Page, PageOf } from '../../use-cases/ports.ts';
import { answerOf } from '../unavailable.ts';
import { cursorOf, type ListPosition, positionOf, sortKeyOf, type Within } from './cursor.ts';
import { type Read, readStored, type StoredItem } from './item.ts';
import type { Key } from './keys.ts';
import { storedItem } from './one-breath.ts';
import { DYNAMODB, type Table } from './table.ts';

/** One item as it is now: strongly consistent. What is asked for at the same moment comes by one call. */
export const readItem = async (table: Table, key: Key): Promise<Read | null> => {
  const item = await answerOf(DYNAMODB, storedItem(table, key));
  return item === undefined ? null : readStored(item);
};

/**
 * A list: a partition of the table (strongly consistent) or of the index, in the order of its sort keys; all of it, or
 * the keys that begin so, lie before one, or between two that count as well.
 */
export type List = {
  of: 'table' | 'index';
  partition: string;
  within?: Within;
  newestFirst?: boolean;
};

/** What lies in a partition of the table under a prefix, as it is at this moment. */
export const rows = (partition: string, prefix: string): List => ({
  of: 'table',
  partition,
  within: { prefix },
});

/** Before and after every day and every moment that anything here happened on. */
export const FIRST_DAY = '0000-01-01';
export const LAST_DAY = '9999-12-31';

const conditionOf = ({ of, partition, within }: List): Partial<QueryCommandInput> => {
  const [pk, sk] = of === 'table' ? ['pk', 'sk'] : ['gsi1pk', 'gsi1sk'];
  const where = (range: string, names: Record<string, string>, values: Record<string, string>) => ({
    ...(of === 'table' ? { ConsistentRead: true } : { IndexName: INDEX }),
    KeyConditionExpression: `#pk = :partition${range}`,
    ExpressionAttributeNames: { '#pk': pk, ...names },
    ExpressionAttributeValues: marshall({ ':partition': partition, ...values }),
  });
  if (within === undefined) return where('', {}, {});
  const names = { '#sk': sk };
  if ('prefix' in within)
    return where(' AND begins_with(#sk, :prefix)', names, { ':prefix': within.prefix });
  if ('before' in within) return where(' AND #sk < :before', names, { ':before': within.before });
  return where(' AND #sk BETWEEN :from AND :until', names, {
    ':from': within.from,
    ':until': within.until,
  });
};

const positionIn = (list: List, stored: StoredItem): ListPosition => {
  const { pk = '', sk = '', gsi1pk = '', gsi1sk = '' } = unmarshall(stored);
  return list.of === 'table' ? { pk, sk } : { pk, sk, gsi1pk, gsi1sk };
};

/**
 * One page of a list, and after each item the cursor that goes on behind it. Asks for one item more than the page has,
 * so that the last page says that it is the last.
 */
export const readPage = async (
  table: Table,
  list: List,
  { limit, cursor }: PageOf,
): Promise<Page<Read & { after: string }>> => {
  const { Items = [], LastEvaluatedKey } = await answerOf(
    DYNAMODB,
    table.client.send(
      new QueryCommand({
        TableName: table.name,
        ...conditionOf(list),
        ScanIndexForward: !list.newestFirst,
        Limit: limit + 1,
        ...(cursor !== null && {
          ExclusiveStartKey: marshall(positionOf(cursor, list)),
        }),
      }),
    ),
  );
  const items = Items.slice(0, limit).map((stored) => ({
    ...readStored(stored),
    after: cursorOf(positionIn(list, stored)),
  }));
  const last = items.at(-1);
  // A page also ends at a megabyte, before its limit.
  const more = Items.length > limit || LastEvaluatedKey !== undefined;
  return { items, cursor: more && last !== undefined ? last.after : null };
};

/** Of a page that one query gives; what a list has besides comes with the next. */
const MOST_AT_ONCE = 500;

/** A list that is short by its nature, whole: a query ends at a megabyte, however few there are. */
export const readWhole = async (table: Table, list: List): Promise<Read[]> => {
  const all: Read[] = [];
  let cursor: string | null = null;
  do {
    const page: Page<Read> = await readPage(table, list, { limit: MOST_AT_ONCE, cursor });
    all.push(...page.items);
    cursor = page.cursor;
  } while (cursor !== null);
  return all;
};

/** The thing that an item says. WrittenLater; a ZodError where it is damaged. */
export const thing =
  <From extends Read, Thing>(thingIn: (read: From) => Thing) =>
  (read: From): Thing =>
    asWritten(read.pk, () => thingIn(read));

/** What is not damaged of a list, by which something is decided: a damaged record is told of, and takes no other with it. WrittenLater. */
export const undamaged = <From extends Read, Thing>(
  table: Table,
  items: From[],
  thingIn: (read: From) => Thing,
): Thing[] =>
  items.flatMap((read) => {
    try {
      return [thing(thingIn)(read)];
    } catch (error) {
      if (!(error instanceof z.ZodError)) throw error;
      table.leftOut?.({ key: read.pk, problems: wrongIn(error) });
      return [];
    }
  });

/** What can be read of a list that people work with: whatever cannot is told of, and takes no other with it. */
export const readable = <From extends Read, Thing>(
  table: Table,
  items: From[],
  thingIn: (read: From) => Thing,
): Thing[] =>
  items.flatMap((read) => {
    try {
      return undamaged(table, [read], thingIn);
    } catch (error) {
      if (!(error instanceof WrittenLater)) throw error;
      table.leftOut?.({ key: read.pk, problems: error.message });
      return [];
    }
  });

/** One thing, as its item says it; null where there is none. WrittenLater. */
export const readOne = async <Thing>(
  table: Table,
  key: Key,
  thingIn: (read: Read) => Thing,
): Promise<Thing | null> => {
  const read = await readItem(table, key);
  return read === null ? null : thing(thingIn)(read);
};

/** A page of a list that people work with. */
export const readList = async <Thing>(
  table: Table,
  list: List,
  of: PageOf,
  thingIn: (read: Read & { after: string }) => Thing,
): Promise<Page<Thing>> => {
  const { items, cursor } = await readPage(table, list, of);
  return { items: readable(table, items, thingIn), cursor };
};

/** A page of what proves something: it is shown without a gap or not at all. WrittenLater. */
export const readProof = async <Thing>(
  table: Table,
  list: List,
  of: PageOf,
  thingIn: (read: Read) => Thing,
): Promise<Page<Thing>> => {
  const { items, cursor } = await readPage(table, list, of);
  return { items: items.map(thing(thingIn)), cursor };
};

/**
 * One page of several lists of the index, newest first, as if they were one list: each is read as far as the page may
 * need it. No two of their items have the same sort key. Refusal: cursor_invalid.
 */
export const readTogether = async (
  table: Table,
  partitions: string[],
  { limit, cursor }: PageOf,
): Promise<Page<Read & { after: string }>> => {
  const within = cursor === null ? {} : { within: { before: sortKeyOf(cursor, partitions) } };
  const pages = await Promise.all(
    partitions.map((partition) => {
      const list: List = { of: 'index', partition, newestFirst: true, ...within };
      return readPage(table, list, { limit, cursor: null });
    }),
  );
  const keyOf = ({ gsi1sk = '' }: Read) => gsi1sk;
  // Behind the end of a page that goes on, others must wait for what is still unread there.
  const ends = pages.flatMap(({ items, cursor: more }) => (more === null ? [] : items.slice(-1)));
  const end = ends.map(keyOf).toSorted().at(-1) ?? '';
  const all = pages.flatMap(({ items }) => items);
  const items = all
    .filter((item) => keyOf(item) >= end)
    .toSorted((one, other) => (keyOf(one) < keyOf(other) ? 1 : -1))
    .slice(0, limit);
  const more = ends.length > 0 || all.length > items.length;
  return { items, cursor: more ? (items.at(-1)?.after ?? null) : null };
};
