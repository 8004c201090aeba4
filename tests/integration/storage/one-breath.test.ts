// Are items that are wanted at the same moment batched into one call? Asked of DynamoDB Local, and of one that hands keys back.
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Key } from '../../../functions/adapters/table/keys.ts';
import { readItem } from '../../../functions/adapters/table/reads.ts';
import type { Table } from '../../../functions/adapters/table/table.ts';
import { writeAll } from '../../../functions/adapters/table/writes.ts';
import { Unavailable } from '../../../functions/domain/refusal.ts';
import { borrowTable } from '../../support/dynamodb.ts';

const key = (name: string | number): Key => ({ pk: `REPORT#${name}`, sk: 'REPORT' });
const itemOf = (name: string | number) => ({ ...key(name), record: { name } });

type Command = { constructor: { name: string }; input: object };

/** A client that answers so. */
const clientOf = (send: (command: Command) => unknown): DynamoDBClient =>
  ({ send: async (command: Command) => send(command) }) as unknown as DynamoDBClient;

describe('items that are wanted at the same moment', () => {
  let table: Table;
  let watched: Table;
  let calls: string[];

  beforeAll(async () => {
    table = await borrowTable();
    for (let name = 0; name < 120; name += 1) await writeAll(table, [{ put: itemOf(name) }]);
    const client = clientOf((command) => {
      calls.push(command.constructor.name);
      return table.client.send(command as never);
    });
    watched = { name: table.name, client };
  });
  beforeEach(() => {
    calls = [];
  });
  afterAll(() => table.client.destroy());

  const read = (name: string | number) => readItem(watched, key(name));

  test('come by one call, each to whom it is for, and what is not there as nothing', async () => {
    const found = await Promise.all([read(3), read('nobody'), read(1), read(2)]);

    expect(found.map((one) => one?.record ?? null)).toEqual([
      { name: 3 },
      null,
      { name: 1 },
      { name: 2 },
    ]);
    expect(calls).toEqual(['BatchGetItemCommand']);
  });

  test('are asked for once, though several want the same', async () => {
    const found = await Promise.all([read(5), read(5), read(5)]);

    expect(found.map((one) => one?.record)).toEqual(Array(3).fill({ name: 5 }));
    expect(calls).toEqual(['GetItemCommand']);
  });

  test('come by several calls where they are more than one call takes', async () => {
    const names = Array.from({ length: 120 }, (_, name) => name);

    const found = await Promise.all(names.map(read));

    expect(found.map((one) => one?.record)).toEqual(names.map((name) => ({ name })));
    expect(calls).toEqual(['BatchGetItemCommand', 'BatchGetItemCommand']);
  });

  test('are read anew by whoever comes later', async () => {
    const before = await read('new');
    await writeAll(table, [{ put: itemOf('new') }]);
    const after = await read('new');

    expect([before, after?.record]).toEqual([null, { name: 'new' }]);
    expect(calls).toEqual(['GetItemCommand', 'GetItemCommand']);
  });
});

describe('keys that DynamoDB hands back', () => {
  /** Brings so many of the keys that it is asked for. */
  const bringing = (some: number): Table => {
    const client = clientOf(({ input }) => {
      const { RequestItems } = input as {
        RequestItems: Record<string, { Keys: Record<string, { S: string }>[] }>;
      };
      const { Keys = [] } = RequestItems.desk ?? {};
      const left = Keys.slice(some);
      return {
        Responses: { desk: Keys.slice(0, some) },
        ...(left.length > 0 && { UnprocessedKeys: { desk: { Keys: left } } }),
      };
    });
    return { name: 'desk', client };
  };

  test('are asked for again until all have come', async () => {
    const slow = bringing(1);

    const found = await Promise.all(['a', 'b', 'c'].map((name) => readItem(slow, key(name))));

    expect(found).toEqual(['a', 'b', 'c'].map((name) => expect.objectContaining(key(name))));
  });

  test('are unavailable when nothing comes, to all who wait', async () => {
    const busy = bringing(0);

    const both = await Promise.allSettled([readItem(busy, key('a')), readItem(busy, key('b'))]);

    for (const one of both) expect(one).toMatchObject({ reason: expect.any(Unavailable) });
  });
});
