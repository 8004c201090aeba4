// Is a request that is sent twice done once? Asked of DynamoDB Local.
import { randomBytes } from 'node:crypto';
import { GetItemCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { rememberedAnswersIn } from '../../../functions/adapters/remembered-answers.ts';
import type { Table } from '../../../functions/adapters/table.ts';
import type { RememberedAnswers } from '../../../functions/use-cases/ports.ts';
import { A_HASH, DRAFTER, MORNING, REVIEWER } from '../../support/builders.ts';
import { borrowTable } from '../../support/dynamodb.ts';

let table: Table;
let answers: RememberedAnswers;

beforeAll(async () => {
  table = await borrowTable();
  answers = rememberedAnswersIn(table);
});
afterAll(() => table.client.destroy());

const A_MINUTE_LATER = '2026-03-02T01:01:01.000Z';
const THE_DAY_AFTER = '2026-03-03T01:00:01.000Z';
const ANSWER = { status: 201, headers: { etag: '"1"' }, body: '{"id":"rpt_1","tên":"Báo cáo"}' };

const request = (key: string) => ({ personId: DRAFTER.id, key, hash: A_HASH });

test('the same request gets the same answer', async () => {
  expect(await answers.begin(request('same'), MORNING)).toEqual({ kind: 'new' });
  await answers.remember(request('same'), ANSWER, MORNING);

  const again = await answers.begin(request('same'), A_MINUTE_LATER);

  expect(again).toEqual({ kind: 'answer', answer: ANSWER });
});

test('another request under the same key is refused', async () => {
  await answers.begin(request('reused'), MORNING);
  await answers.remember(request('reused'), ANSWER, MORNING);

  const other = answers.begin({ ...request('reused'), hash: 'b'.repeat(64) }, MORNING);

  await expect(other).rejects.toMatchObject({ code: 'idempotency_key_reused' });
});

test('of ten that come at once, one goes on and nine are told to wait', async () => {
  const all = Array.from({ length: 10 }, () => answers.begin(request('at-once'), MORNING));

  const results = await Promise.allSettled(all);

  expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  for (const result of results) {
    if (result.status === 'rejected') expect(result.reason.code).toBe('request_in_progress');
  }
});

test('a claim lapses after a minute, for the same request only', async () => {
  await answers.begin(request('lapsed'), MORNING);

  const other = answers.begin({ ...request('lapsed'), hash: 'b'.repeat(64) }, A_MINUTE_LATER);
  await expect(other).rejects.toMatchObject({ code: 'idempotency_key_reused' });

  expect(await answers.begin(request('lapsed'), A_MINUTE_LATER)).toEqual({ kind: 'new' });
});

test('a key may be used again after its request was refused', async () => {
  await answers.begin(request('forgotten'), MORNING);
  await answers.forget(request('forgotten'));

  const again = await answers.begin({ ...request('forgotten'), hash: 'b'.repeat(64) }, MORNING);

  expect(again).toEqual({ kind: 'new' });
});

test('two people may use the same key', async () => {
  await answers.begin(request('shared'), MORNING);

  const theirs = await answers.begin({ ...request('shared'), personId: REVIEWER.id }, MORNING);

  expect(theirs).toEqual({ kind: 'new' });
});

test('an answer is kept a day', async () => {
  await answers.begin(request('old'), MORNING);
  await answers.remember(request('old'), ANSWER, MORNING);

  const { Item } = await table.client.send(
    new GetItemCommand({
      TableName: table.name,
      Key: { pk: { S: `IDEMPOTENCY#${DRAFTER.id}` }, sk: { S: 'old' } },
    }),
  );
  expect(Number(Item?.ttl?.N)).toBe(Date.parse(MORNING) / 1000 + 86_400);
  // DynamoDB may take two days to remove it; until then its age counts.
  expect(await answers.begin(request('old'), THE_DAY_AFTER)).toEqual({ kind: 'new' });
});

test('an answer that no item can hold gives its claim back', async () => {
  await answers.begin(request('huge'), MORNING);
  const body = randomBytes(500_000).toString('base64');
  await answers.remember(request('huge'), { ...ANSWER, body }, MORNING);

  expect(await answers.begin(request('huge'), MORNING)).toEqual({ kind: 'new' });
});
