// Does the table keep what it is given, and refuse what others have overtaken? Asked of DynamoDB Local.
import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { recordsIn } from '../../../functions/adapters/records.ts';
import type { Table } from '../../../functions/adapters/table.ts';
import { runsOf } from '../../../functions/domain/block.ts';
import type { Records } from '../../../functions/use-cases/ports.ts';
import { aContent, aReport } from '../../support/builders.ts';
import { borrowTable } from '../../support/dynamodb.ts';
import { recordsContract } from '../../support/records-contract.ts';

let table: Table;
let records: Records;

beforeAll(async () => {
  table = await borrowTable();
  records = recordsIn(table);
});
afterAll(() => table.client.destroy());

recordsContract('DynamoDB', async () => ({ records, stop: async () => {} }));

test('a report that is too large for an item is refused before anything is written', async () => {
  // Random digits compress to half: 300 kB are left of these, and 600 kB of twice as many.
  const words = () =>
    Array.from({ length: 60 }, () => ({
      kind: 'paragraph' as const,
      runs: runsOf(randomBytes(5_000).toString('hex')),
    }));
  const report = aReport({ content: aContent({ blocks: words() }) });
  await records.commit({ report: { before: null, after: report, events: [] } });
  const larger = aReport({ content: aContent({ blocks: [...words(), ...words()] }) });
  await expect(
    records.commit({ report: { before: null, after: larger, events: [] } }),
  ).rejects.toMatchObject({
    code: 'content_too_large',
    details: { facts: { limit: 409_600, bytes: expect.any(Number) } },
  });
  expect(await records.report(larger.id)).toBeNull();
});
