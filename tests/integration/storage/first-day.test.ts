// Does a directory begin once, all of it or nothing? Asked of DynamoDB Local, and of the rights of whoever begins it.
import { DynamoDBClient, ScanCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { directoryIn, trustIn } from '../../../functions/adapters/table/directory.ts';
import { directoryDeskIn } from '../../../functions/adapters/table/directory-desk.ts';
import { firstDayDeskIn } from '../../../functions/adapters/table/first-day-desk.ts';
import { TRUST_ANCHORS } from '../../../functions/adapters/table/keys.ts';
import { trustDeskIn } from '../../../functions/adapters/table/trust-desk.ts';
import { writeAll } from '../../../functions/adapters/table/writes.ts';
import { type ChainHead, EMPTY_CHAIN, extendChain } from '../../../functions/domain/audit-event.ts';
import type { Anchor } from '../../../functions/domain/directory/anchor.ts';
import type { Instant } from '../../../functions/domain/ids.ts';
import type { Beginning } from '../../../functions/use-cases/operation/first-day-desk.ts';
import type { Link } from '../../../functions/use-cases/ports.ts';
import { dynamodbService } from '../../../infra/local/aws/dynamodb.ts';
import { A_HASH, anOrganization, aPerson, aPersonId, MORNING } from '../../support/builders.ts';
import { startTable } from '../../support/dynamodb.ts';
import {
  clientSettings,
  freshFolder,
  functionWith,
  type LocalAws,
  place,
  startLocalAws,
} from '../aws/local-aws.ts';

const moved = { code: 'revision_conflict' };

let table: Awaited<ReturnType<typeof startTable>>;
let home: Awaited<ReturnType<typeof freshFolder>>;
let aws: LocalAws;

const READER = functionWith({
  Effect: 'Allow',
  Action: ['dynamodb:GetItem', 'dynamodb:Query'],
  Resource: '*',
});

beforeAll(async () => {
  table = await startTable();
  home = await freshFolder();
  const keys = { [table.name]: { partitionKey: 'pk', indexes: { gsi1: 'gsi1pk' } } };
  aws = await startLocalAws({
    folder: home.folder,
    services: { dynamodb: dynamodbService(table.url, keys, place) },
    callers: [READER],
  });
});
afterAll(async () => {
  await aws.close();
  await home.remove();
  await table.stop();
});

const beginning = (id: string): Beginning => {
  const organization = anOrganization({ id: `org_${id}` });
  const administrator = aPerson({
    id: aPersonId(id),
    organizationId: organization.id,
    roles: ['administrator'],
  });
  const { head, events } = extendChain(EMPTY_CHAIN, 'operator', MORNING, [
    { kind: 'organizationAdded', organizationId: organization.id, name: organization.name },
  ]);
  return { organization, administrator, chain: head, events };
};
const everything = async () =>
  (await table.client.send(new ScanCommand({ TableName: table.name }))).Items ?? [];

test('a rehearsal leaves nothing', async () => {
  await firstDayDeskIn(table).rehearse();

  expect(await everything()).toEqual([]);
});

test('a rehearsal finds out who may not write, before anything is', async () => {
  const client = new DynamoDBClient(clientSettings(aws.url, READER));

  const rehearsal = firstDayDeskIn({ client, name: table.name }).rehearse();

  await expect(rehearsal).rejects.toMatchObject({ name: 'AccessDeniedException' });
  client.destroy();
});

test('it begins once, and nothing of what would begin it again is written', async () => {
  const desk = firstDayDeskIn(table);
  expect(await desk.begun()).toBeNull();

  await desk.begin(beginning('tuan'));
  await expect(desk.begin(beginning('khoa'))).rejects.toMatchObject(moved);

  expect(await desk.begun()).toEqual({ organizationId: 'org_tuan', administratorId: 'tuan' });
  const directory = directoryIn(table);
  expect(await directory.person(aPersonId('khoa'))).toBeNull();
  expect(await directory.organization('org_khoa')).toBeNull();
  const { items } = await directory.changes('org_tuan', { limit: 10, cursor: null });
  expect(items.map(({ actor }) => actor)).toEqual(['operator']);
});

test('a rehearsal over a directory that has begun changes nothing of it', async () => {
  const before = await everything();

  await firstDayDeskIn(table).rehearse();

  expect(await everything()).toEqual(before);
});

/** Tells of something, behind the link that was the last. */
const linkAfter = (before: ChainHead | null): Link => {
  const { head, events } = extendChain(before ?? EMPTY_CHAIN, 'operator', MORNING, [
    { kind: 'authoritiesTrusted', authorities: [], anchors: A_HASH },
  ]);
  return { of: 'org_that-began', chain: { before, after: head }, events };
};

test('certificates are trusted unless others came to be trusted meanwhile', async () => {
  const desk = trustDeskIn(table);
  const anchor = (byte: number, until: Instant | null = null): Anchor => ({
    certificate: new Uint8Array([byte]),
    from: MORNING,
    until,
  });

  const first = linkAfter(null);
  await desk.change({ before: [], after: [anchor(1)], link: first });
  const second = linkAfter(first.chain.after);
  const overtaken = desk.change({ before: [], after: [anchor(2)], link: second });
  await expect(overtaken).rejects.toMatchObject(moved);
  await desk.change({
    before: [anchor(1)],
    after: [anchor(1, MORNING), anchor(2)],
    link: second,
  });

  const { anchors, former } = await trustIn(table).trusted();
  expect(anchors.map((der) => [...der])).toEqual([[2]]);
  expect(former).toMatchObject([{ certificate: Buffer.from([1]), until: MORNING }]);
});

test('nobody is trusted without the link that tells of it: a chain that has moved takes both away', async () => {
  const desk = trustDeskIn(table);
  const before = await desk.anchors();
  const after = [...before, { certificate: new Uint8Array([9]), from: MORNING, until: null }];

  await expect(desk.change({ before, after, link: linkAfter(null) })).rejects.toMatchObject(moved);

  expect(await desk.anchors()).toEqual(before);
});

test('what an earlier version trusted is trusted, and goes on from there', async () => {
  const record = { certificates: [Buffer.from([1]).toString('base64')] };
  await writeAll(table, [{ put: { ...TRUST_ANCHORS, record } }]);
  const desk = trustDeskIn(table);

  const before = await desk.anchors();
  await desk.change({
    before,
    after: [...before, { certificate: new Uint8Array([2]), from: MORNING, until: null }],
    link: linkAfter(await directoryDeskIn(table).chain('org_that-began')),
  });

  const { anchors } = await trustIn(table).trusted();
  expect(anchors.map((der) => [...der])).toEqual([[1], [2]]);
});
