// What if several items are wanted at the same moment? They are batched: one call brings them instead of one each, for the same price.
import {
  BatchGetItemCommand,
  type BatchGetItemCommandOutput,
  GetItemCommand,
  type KeysAndAttributes,
} from '@aws-sdk/client-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';
import { Unavailable } from '../../domain/refusal.ts';
import type { StoredItem } from './item.ts';
import type { Key } from './keys.ts';
import { DYNAMODB, type Table } from './table.ts';

/** DynamoDB's limit. */
const MOST_IN_ONE_CALL = 100;
/**
 * DynamoDB hands back keys that it would have throttled, or that came after 16 MB. What brings something goes on at once;
 * what brings nothing is asked again as often as the SDK asks, after such pauses.
 */
const IN_VAIN = { tries: 3, pauseMs: 100 };

type Wanted = { key: Key; found: PromiseWithResolvers<StoredItem | undefined> };

/** What is wanted of a table since the last call began, by key: each once. */
const breaths = new WeakMap<Table, Map<string, Wanted>>();

const nameOf = ({ pk, sk }: Record<'pk' | 'sk', string>): string => JSON.stringify([pk, sk]);

/** The item as it is now (strongly consistent), together with whatever else is wanted before the present turn is over. */
export const storedItem = (table: Table, key: Key): Promise<StoredItem | undefined> => {
  let breath = breaths.get(table);
  if (breath === undefined) {
    breath = new Map();
    breaths.set(table, breath);
    queueMicrotask(() => void bring(table));
  }
  const wanted = breath.get(nameOf(key)) ?? { key, found: Promise.withResolvers() };
  breath.set(nameOf(key), wanted);
  return wanted.found.promise;
};

const bring = async (table: Table): Promise<void> => {
  const all = [...(breaths.get(table)?.values() ?? [])];
  breaths.delete(table);
  for (let from = 0; from < all.length; from += MOST_IN_ONE_CALL) {
    const some = all.slice(from, from + MOST_IN_ONE_CALL);
    try {
      const items = await read(
        table,
        some.map(({ key }) => key),
      );
      for (const { key, found } of some) found.resolve(items.get(nameOf(key)));
    } catch (error) {
      for (const { found } of some) found.reject(error);
    }
  }
};

const read = (table: Table, keys: Key[]): Promise<Map<string, StoredItem>> => {
  const [only, ...others] = keys;
  return only && others.length === 0 ? readOne(table, only) : readSeveral(table, keys);
};

const readOne = async (table: Table, key: Key): Promise<Map<string, StoredItem>> => {
  const { Item } = await table.client.send(
    new GetItemCommand({ TableName: table.name, Key: marshall(key), ConsistentRead: true }),
  );
  return new Map(Item ? [[nameOf(key), Item]] : []);
};

const readSeveral = async (table: Table, keys: Key[]): Promise<Map<string, StoredItem>> => {
  const items = new Map<string, StoredItem>();
  let left: KeysAndAttributes | undefined = {
    Keys: keys.map((key) => marshall(key)),
    ConsistentRead: true,
  };
  for (let inVain = 0; left !== undefined; ) {
    const { Responses, UnprocessedKeys }: BatchGetItemCommandOutput = await table.client.send(
      new BatchGetItemCommand({ RequestItems: { [table.name]: left } }),
    );
    const came = Responses?.[table.name] ?? [];
    for (const item of came)
      items.set(nameOf({ pk: item.pk?.S ?? '', sk: item.sk?.S ?? '' }), item);
    left = UnprocessedKeys?.[table.name];
    if (left === undefined || came.length > 0) continue;
    inVain += 1;
    if (inVain === IN_VAIN.tries) throw new Unavailable(DYNAMODB);
    await new Promise((resolve) => setTimeout(resolve, Math.random() * IN_VAIN.pauseMs * inVain));
  }
  return items;
};
