// Is a press that comes twice recognized, and a write that is sent twice? Asked of DynamoDB Local, by an SDK that loses answers.
import { randomBytes } from 'node:crypto';
import { DynamoDBClient, GetItemCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { pressesIn } from '../../../functions/adapters/table/presses.ts';
import { recordsIn } from '../../../functions/adapters/table/records.ts';
import type { Table } from '../../../functions/adapters/table/table.ts';
import { sha256 } from '../../../functions/domain/canonical-hash.ts';
import type { Press } from '../../../functions/domain/press.ts';
import { saveContent } from '../../../functions/domain/workflow/report.ts';
import { dynamodbService } from '../../../infra/local/aws/dynamodb.ts';
import { A_HASH, aContent, aReport, DRAFTER, MORNING } from '../../support/builders.ts';
import { borrowTable } from '../../support/dynamodb.ts';
import { pressesContract } from '../../support/presses-contract.ts';
import { clientSettings, freshFolder, machine, place, startLocalAws } from '../aws/local-aws.ts';

/** The SDK's own tries, as `clients.ts` has them. */
const TRIES = 3;

let table: Table;

beforeAll(async () => {
  table = await borrowTable();
});
afterAll(() => table.client.destroy());

pressesContract('presses in DynamoDB', async () => ({
  records: recordsIn(table),
  presses: pressesIn(table),
}));

const press = (key: string): Press => ({
  personId: DRAFTER.id,
  key: sha256(key),
  hash: A_HASH,
  at: MORNING,
});
const ANSWER = { status: 200, headers: {}, body: '{}' };

test('DynamoDB is told to remove what is known of a press after a day', async () => {
  await pressesIn(table).remember(press('kept'), ANSWER);

  const { Item } = await table.client.send(
    new GetItemCommand({
      TableName: table.name,
      Key: { pk: { S: `IDEMPOTENCY#${DRAFTER.id}` }, sk: { S: `${press('kept').key}#ANSWER` } },
    }),
  );

  expect(Number(Item?.ttl?.N)).toBe(Date.parse(MORNING) / 1000 + 86_400);
});

test('an answer that no item can hold is left out', async () => {
  const body = randomBytes(500_000).toString('base64');

  await pressesIn(table).remember(press('huge'), { ...ANSWER, body });

  expect(await pressesIn(table).find(press('huge'))).toEqual({ effect: null, answer: null });
});

describe('when answers of DynamoDB are lost', () => {
  let aws: Awaited<ReturnType<typeof startLocalAws>>;
  let folder: Awaited<ReturnType<typeof freshFolder>>;
  let lossy: Table;

  beforeAll(async () => {
    const endpoint = await table.client.config.endpoint?.();
    if (!endpoint) throw new Error('the table has an address');
    const { protocol, hostname, port } = endpoint;
    const keys = { [table.name]: { partitionKey: 'pk', indexes: { gsi1: 'gsi1pk' } } };
    const dynamodb = dynamodbService(`${protocol}//${hostname}:${port}`, keys, place);
    folder = await freshFolder();
    aws = await startLocalAws({ folder: folder.folder, services: { dynamodb } });
    const settings = { ...clientSettings(aws.url, machine), maxAttempts: TRIES };
    lossy = { name: table.name, client: new DynamoDBClient(settings) };
  });
  beforeEach(() => aws.faults.clear());
  afterAll(async () => {
    lossy.client.destroy();
    await aws.close();
    await folder.remove();
  });

  const lose = (action: 'PutItem' | 'TransactWriteItems', times: number) =>
    aws.faults.failNext({
      action: `dynamodb:${action}`,
      times,
      error: { status: 500, code: 'InternalServerError' },
      moment: 'after',
    });

  const saved = async () => {
    const before = aReport();
    await recordsIn(table).commit({ report: { before: null, after: before, events: [] } });
    const content = aContent({ subject: 'Về việc khác' });
    return { before, after: saveContent(before, content, DRAFTER.id, MORNING), events: [] };
  };

  test.each([1, 2])('a save knows its own write, with %s of them lost', async (times) => {
    const report = await saved();
    lose('PutItem', times);

    await recordsIn(lossy).commit({ report });

    expect(await recordsIn(table).reports.read(report.after.id)).toEqual(report.after);
  });

  test('a save takes nobody else’s write for its own, though it says the same', async () => {
    const report = await saved();
    await recordsIn(table).commit({ report });

    const again = recordsIn(lossy).commit({ report });

    await expect(again).rejects.toMatchObject({ code: 'revision_conflict' });
  });

  test('a change of many items knows its own write, and its mark', async () => {
    const report = await saved();
    lose('TransactWriteItems', 2);

    await recordsIn(lossy).commit({ report, mark: { press: press('twice'), made: null } });

    expect(await recordsIn(table).reports.read(report.after.id)).toEqual(report.after);
  });

  test('a change whose answers are all lost is found by its mark', async () => {
    const report = await saved();
    const mark = { press: press('lost'), made: report.after.id };
    lose('TransactWriteItems', TRIES);

    await expect(recordsIn(lossy).commit({ report, mark })).rejects.toMatchObject({
      name: 'Unavailable',
    });

    const { effect } = await pressesIn(lossy).find(press('lost'));
    expect(effect).toEqual({ made: report.after.id });
  });

  test('an answer is kept though it is sent twice', async () => {
    lose('PutItem', 1);

    await pressesIn(lossy).remember(press('kept-twice'), ANSWER);

    expect((await pressesIn(lossy).find(press('kept-twice'))).answer).toEqual(ANSWER);
  });
});
