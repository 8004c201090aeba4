// Is a verdict found again under the file's hash, wherever it is kept, and is the file's asker none the worse when it is not?
import { GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { verdictKey } from '../../../functions/adapters/table/keys.ts';
import type { Table } from '../../../functions/adapters/table/table.ts';
import { verdictsIn } from '../../../functions/adapters/table/verdicts.ts';
import type { Verdict } from '../../../functions/use-cases/ports.ts';
import { aHash, MORNING } from '../../support/builders.ts';
import { borrowTable } from '../../support/dynamodb.ts';
import { memoryVerdicts } from '../../support/world.ts';

const FILE = aHash('f');
const UNTIL = '2026-03-02T01:59:59.500Z';
const verdict: Verdict = {
  sha256: FILE,
  by: aHash('b'),
  from: MORNING,
  until: UNTIL,
  report: {
    file: { verdict: 'cannotJudge', because: 'file_damaged' },
    signatures: [],
    emptyFields: ['Con dấu'],
    holdsUntil: null,
  },
};

let table: Table;
let failures: unknown[];
beforeAll(async () => {
  table = await borrowTable();
});
beforeEach(() => {
  failures = [];
});
afterAll(() => table.client.destroy());

const inTable = () => verdictsIn({ table, code: 'one', failed: (error) => failures.push(error) });

describe.each([
  ['DynamoDB', inTable],
  ['memory', memoryVerdicts],
])('in %s', (_, start) => {
  test('what was kept last of a file is found, and of another nothing', async () => {
    const verdicts = start();
    await verdicts.keep(verdict);
    await verdicts.keep({ ...verdict, by: aHash('c') });

    expect(await verdicts.find(FILE)).toEqual({ ...verdict, by: aHash('c') });
    expect(await verdicts.find(aHash('0'))).toBeNull();
    expect(failures).toEqual([]);
  });
});

/** The item as it lies there. */
const stored = async () => {
  const { client, name: TableName } = table;
  const { Item = {} } = await client.send(
    new GetItemCommand({ TableName, Key: marshall(verdictKey(FILE)), ConsistentRead: true }),
  );
  return Item;
};

test('DynamoDB removes it by itself, in the second after it has ended', async () => {
  await inTable().keep(verdict);

  expect((await stored()).ttl).toEqual({ N: String(Math.ceil(Date.parse(UNTIL) / 1_000)) });
});

test.each([
  ['another byte', (content: Uint8Array) => content.with(20, (content[20] ?? 0) ^ 1)],
  ['nothing', () => new Uint8Array()],
])('with %s in it, none is found, and somebody hears of it', async (_, change) => {
  const verdicts = inTable();
  await verdicts.keep(verdict);
  const Item = await stored();
  const content = { B: change(Item.content?.B ?? new Uint8Array()) };
  await table.client.send(
    new PutItemCommand({ TableName: table.name, Item: { ...Item, content } }),
  );

  expect(await verdicts.find(FILE)).toBeNull();
  expect(failures).toHaveLength(1);
});

test('what was made to be long is not kept', async () => {
  const verdicts = inTable();
  await verdicts.keep(verdict);
  const long = Array.from({ length: 2_000 }, () => crypto.randomUUID());
  await verdicts.keep({ ...verdict, report: { ...verdict.report, emptyFields: long } });

  expect(await verdicts.find(FILE)).toEqual(verdict);
});

test('without a table nothing is found and nothing kept, and nobody is refused', async () => {
  const verdicts = verdictsIn({
    table: { ...table, name: 'no-such-table' },
    code: 'one',
    failed: (error) => failures.push(error),
  });
  await verdicts.keep(verdict);

  expect(await verdicts.find(FILE)).toBeNull();
  expect(failures).toHaveLength(2);
});
