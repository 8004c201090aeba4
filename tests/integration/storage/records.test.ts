// Does the table keep what it is given, and refuse what others have overtaken? Asked of DynamoDB Local.
import { randomBytes } from 'node:crypto';
import { PutItemCommand } from '@aws-sdk/client-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { recordsIn } from '../../../functions/adapters/table/records.ts';
import { reportItem } from '../../../functions/adapters/table/report-item.ts';
import type { Happened, LeftOut, Table } from '../../../functions/adapters/table/table.ts';
import { templatesIn } from '../../../functions/adapters/table/templates.ts';
import { chained } from '../../../functions/domain/audit-event.ts';
import { runsOf } from '../../../functions/domain/content/block.ts';
import type { Records } from '../../../functions/use-cases/world.ts';
import { aContent, aPersonId, aReport, MORNING } from '../../support/builders.ts';
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

// Random digits compress to half: 300 kB are left of these, and 600 kB of twice as many.
const manyWords = () =>
  Array.from({ length: 60 }, () => ({
    kind: 'paragraph' as const,
    runs: runsOf(randomBytes(5_000).toString('hex')),
  }));

test('a record that cannot be read takes no other out of a list that people work with, and is told of', async () => {
  const told: LeftOut[] = [];
  const watched = recordsIn({ ...table, leftOut: (one) => told.push(one) });
  const [sound, damaged] = [1, 2].map(() =>
    aReport({ drafterId: aPersonId('somebody-with-damage') }),
  );
  if (!sound || !damaged) throw new Error('there are two');
  await records.commit({ report: { before: null, after: sound, events: [] } });
  const item = { ...reportItem(damaged), record: { ...damaged, content: undefined, version: 0 } };
  await table.client.send(
    new PutItemCommand({
      TableName: table.name,
      Item: marshall(item, { removeUndefinedValues: true }),
    }),
  );

  const all = await watched.reports.of(sound.drafterId, null, { limit: 10, cursor: null });

  expect(all.items.map(({ id }) => id)).toEqual([sound.id]);
  expect(told).toEqual([{ key: `REPORT#${damaged.id}`, problems: 'version too_small' }]);
});

test('what a later version wrote is asked for again, and of a list that people work with it is left out and told of', async () => {
  const told: LeftOut[] = [];
  const watched = recordsIn({ ...table, leftOut: (one) => told.push(one) });
  const report = aReport({ drafterId: aPersonId('somebody-of-later') });
  await records.commit({ report: { before: null, after: report, events: [] } });
  const item = reportItem(report);
  const later = { ...item, record: { ...item.record, later: 'more' } };
  await table.client.send(
    new PutItemCommand({
      TableName: table.name,
      Item: marshall(later, { removeUndefinedValues: true }),
    }),
  );

  const problems = `REPORT#${report.id} was written by a later version:  unrecognized_keys`;
  await expect(watched.reports.read(report.id)).rejects.toMatchObject({
    name: 'Unavailable',
    message: problems,
  });
  const all = await watched.reports.of(report.drafterId, null, { limit: 10, cursor: null });
  expect(all.items).toEqual([]);
  expect(told).toEqual([{ key: `REPORT#${report.id}`, problems }]);
});

test('what is written down is told of once it is written, each event by its kind, and what is refused is not', async () => {
  const told: Happened[] = [];
  const watched = recordsIn({ ...table, happened: (one) => told.push(one) });
  const report = aReport();
  const { after, events } = chained(report, report.drafterId, MORNING, { kind: 'created' });
  const change = { report: { before: null, after, events } };
  await watched.commit(change);
  await expect(watched.commit(change)).rejects.toMatchObject({ code: 'revision_conflict' });

  expect(told).toEqual([{ reportId: report.id, kind: 'created' }]);
});

test('templates of more than a megabyte are listed whole', async () => {
  const templates = templatesIn(table);
  const ids = Array.from({ length: 5 }, () => aReport().id).toSorted();
  for (const id of ids) {
    await templates.keep('org_son-trung', {
      id,
      name: 'Báo cáo quý',
      help: '',
      type: 'baoCao',
      year: 2026,
      content: aContent({ blocks: manyWords() }),
    });
  }

  const listed = await templates.of('org_son-trung');

  expect(listed.map(({ id }) => id).toSorted()).toEqual(ids);
});

test('a report that is too large for an item is refused before anything is written', async () => {
  const report = aReport({ content: aContent({ blocks: manyWords() }) });
  await records.commit({ report: { before: null, after: report, events: [] } });
  const larger = aReport({ content: aContent({ blocks: [...manyWords(), ...manyWords()] }) });
  await expect(
    records.commit({ report: { before: null, after: larger, events: [] } }),
  ).rejects.toMatchObject({
    code: 'content_too_large',
    details: { facts: { limit: 409_600, bytes: expect.any(Number) } },
  });
  expect(await records.reports.read(larger.id)).toBeNull();
});
