// Does the directory say who is who, as of now? Asked of DynamoDB Local.
import { X509Certificate } from 'node:crypto';
import { PutItemCommand } from '@aws-sdk/client-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { directoryIn, trustIn } from '../../../functions/adapters/table/directory.ts';
import { directoryDeskIn } from '../../../functions/adapters/table/directory-desk.ts';
import { organizationItem, personItem } from '../../../functions/adapters/table/directory-item.ts';
import { putOrganization, putPerson } from '../../../functions/adapters/table/directory-writes.ts';
import type { Item } from '../../../functions/adapters/table/item.ts';
import type { LeftOut, Table } from '../../../functions/adapters/table/table.ts';
import { trustDeskIn } from '../../../functions/adapters/table/trust-desk.ts';
import { writeAll } from '../../../functions/adapters/table/writes.ts';
import { EMPTY_CHAIN, extendChain } from '../../../functions/domain/audit-event.ts';
import { brokenAt } from '../../../functions/domain/broken-link.ts';
import type { Person } from '../../../functions/domain/directory/organization.ts';
import type { OrganizationId } from '../../../functions/domain/ids.ts';
import { WrittenLater } from '../../../functions/domain/written-later.ts';
import type {
  Directory,
  DirectoryChange,
  DirectoryDesk,
} from '../../../functions/use-cases/ports.ts';
import { makeTrialAuthority } from '../../../infra/local/trust-services/certificate-authority.ts';
import {
  A_HASH,
  anOrganization,
  aPersonId,
  CHAIRMAN,
  CLERK,
  DRAFTER,
  MORNING,
} from '../../support/builders.ts';
import { borrowTable } from '../../support/dynamodb.ts';

let table: Table;
let directory: Directory;

beforeAll(async () => {
  table = await borrowTable();
  directory = directoryIn(table);
});
afterAll(() => table.client.destroy());

test('nobody is known until somebody is written down', async () => {
  expect(await directory.person(aPersonId('nobody'))).toBeNull();
  expect(await directory.organization('org_nowhere')).toBeNull();
  expect(await directory.people('org_nowhere')).toEqual([]);
  expect(await trustIn(table).trusted()).toEqual({ anchors: [], former: [] });
});

test('a right that is taken away is gone at the next look', async () => {
  await putPerson(table, CLERK);
  await putPerson(table, { ...CLERK, roles: [] });

  expect((await directory.person(CLERK.id))?.roles).toEqual([]);
});

test('the people of an organization are listed by name, and nobody else', async () => {
  const elsewhere: Person = {
    ...DRAFTER,
    id: aPersonId('pham-van-khoa'),
    organizationId: 'org_son-mau',
  };
  for (const person of [DRAFTER, CHAIRMAN, elsewhere]) await putPerson(table, person);

  const people = await directory.people(elsewhere.organizationId);

  expect(people).toEqual([elsewhere]);
  expect(await directory.people(DRAFTER.organizationId)).toEqual(
    expect.arrayContaining([DRAFTER, CHAIRMAN]),
  );
});

test('organizations are listed in pages, each once', async () => {
  const ids = Array.from({ length: 7 }, (_, index): OrganizationId => `org_number-${index}`);
  for (const id of ids) await putOrganization(table, anOrganization({ id }));

  const first = await directory.organizations({ limit: 4, cursor: null });
  const second = await directory.organizations({ limit: 4, cursor: first.cursor });

  expect([...first.items, ...second.items].map(({ id }) => id).toSorted()).toEqual(ids);
  expect(second.cursor).toBeNull();
});

test('the longest name of marked letters has its place among the others', async () => {
  const long = anOrganization({ id: 'org_long-name', name: 'Ờ'.repeat(200) });
  await putOrganization(table, long);

  const { items } = await directory.organizations({ limit: 100, cursor: null });

  expect(items).toContainEqual(long);
});

/** Stored as it is, although nobody could read it back. */
const putDamaged = (item: Item, record: object) =>
  table.client.send(
    new PutItemCommand({ TableName: table.name, Item: marshall({ ...item, record }) }),
  );

test('a record that cannot be read takes no other with it out of a list, and is told of', async () => {
  const told: LeftOut[] = [];
  const watched = directoryIn({ ...table, leftOut: (one) => told.push(one) });
  const organization = anOrganization({ id: 'org_with-too-many' });
  const revokedCertificates = Array.from({ length: 201 }, () => 'a'.repeat(64));
  const settings = { ...organization.settings, revokedCertificates };
  await putDamaged(organizationItem(organization), { ...organization, settings });
  const person = { ...CLERK, id: aPersonId('with-no-name'), organizationId: organization.id };
  await putDamaged(personItem(person), { ...person, name: '' });
  const neighbour = { ...person, id: aPersonId('with-a-name') };
  await putPerson(table, neighbour);

  const listed = await watched.organizations({ limit: 100, cursor: null });
  const people = await watched.people(organization.id);

  expect(listed.items.length).toBeGreaterThan(0);
  expect(listed.items.map(({ id }) => id)).not.toContain(organization.id);
  expect(people).toEqual([neighbour]);
  expect(told).toEqual([
    {
      key: 'DIRECTORY#ORG#org_with-too-many',
      problems: 'settings.revokedCertificates too_big',
    },
    { key: 'DIRECTORY#PERSON#with-no-name', problems: 'name too_small' },
  ]);
  await expect(watched.organization(organization.id)).rejects.toThrow();
});

test('a list by which something is decided is not given without somebody whom a later version wrote', async () => {
  const organization = anOrganization({ id: 'org_later' });
  const person = { ...CLERK, id: aPersonId('with-more'), organizationId: organization.id };
  await putDamaged(personItem(person), { ...person, later: 'more' });

  await expect(directory.people(organization.id)).rejects.toThrow(WrittenLater);
});

test('an office that was reminded every second, when that was allowed, can be read and changed', async () => {
  const organization = anOrganization({ id: 'org_impatient', name: 'UBND xã Vội' });
  const before = {
    ...organization,
    settings: { ...organization.settings, remindAfterSeconds: 1 },
  };
  await putDamaged(organizationItem(organization), before);
  const desk = directoryDeskIn(table);

  const read = await directory.organization(before.id);
  const change = { organization: { before: read, after: organization } };
  await changeOf(desk, change).then(desk.commit);

  expect(await directory.organization(before.id)).toEqual(organization);
});

test('what could not be read back is not written, and what was there stays', async () => {
  const organization = anOrganization({ id: 'org_readable' });
  await putOrganization(table, organization);
  const revokedCertificates = Array.from({ length: 201 }, () => A_HASH);
  const settings = { ...organization.settings, revokedCertificates };
  const desk = directoryDeskIn(table);
  const change = { organization: { before: organization, after: { ...organization, settings } } };

  await expect(changeOf(desk, change).then(desk.commit)).rejects.toThrow();

  expect(await directory.organization(organization.id)).toEqual(organization);
});

test('people whose keys fill more than a megabyte are listed whole', async () => {
  const organizationId: OrganizationId = 'org_with-long-chains';
  const chainPem = 'x'.repeat(100_000);
  const signingKey = { kind: 'kms' as const, keyId: 'a-key', certificatePem: '', chainPem };
  const ids = Array.from({ length: 12 }, (_, index) =>
    aPersonId(`signer-${String(index).padStart(2, '0')}`),
  );
  for (const id of ids) await putPerson(table, { ...CHAIRMAN, id, organizationId, signingKey });

  const people = await directory.people(organizationId);

  expect(people.map(({ id }) => id).toSorted()).toEqual(ids);
});

/** A change of the commune's part, as the use cases make it. */
const changeOf = async (
  desk: DirectoryDesk,
  changed: Partial<DirectoryChange>,
): Promise<DirectoryChange> => {
  const before = await desk.chain('org_son-trung');
  const { head, events } = extendChain(before ?? EMPTY_CHAIN, aPersonId('somebody'), MORNING, [
    { kind: 'officeEnded', personId: CLERK.id, name: CLERK.name },
  ]);
  return { of: 'org_son-trung', chain: { before, after: head }, events, ...changed };
};
const moved = { code: 'revision_conflict' };

test('an administrator overwrites nothing that they have not seen', async () => {
  const desk = directoryDeskIn(table);
  const put = async (changed: Partial<DirectoryChange>) =>
    desk.commit(await changeOf(desk, changed));
  const before = { ...CLERK, id: aPersonId('seen-once') };
  const after = { ...before, signatureImage: A_HASH };
  await put({ person: { before: null, after: before } });
  await expect(put({ person: { before: null, after } })).rejects.toMatchObject(moved);
  await put({ person: { before, after } });
  const late = { before, after: { ...before, roles: [] } };
  await expect(put({ person: late })).rejects.toMatchObject(moved);
  expect(await directory.person(aPersonId('seen-once'))).toEqual(after);

  const organization = anOrganization({ id: 'org_seen-once' });
  await put({ organization: { before: null, after: organization } });
  const renamed = { ...organization, name: 'UBND xã Sơn Trung mới' };
  await put({ organization: { before: organization, after: renamed } });
  expect(await directory.organization('org_seen-once')).toEqual(renamed);
});

test('somebody who was stored before there were changes of how people come in can still be changed', async () => {
  const before = { ...CLERK, id: aPersonId('stored-before') };
  const stored = personItem(before);
  expect(stored.record).not.toHaveProperty('accessChanges');
  await writeAll(table, [{ put: stored }]);
  const read = await directory.person(before.id);
  const asked = { askedBy: aPersonId('dinh-cong-tuan'), askedAt: MORNING };
  const after = {
    ...before,
    accessChanges: [{ kind: 'secondFactor' as const, isHeld: true, ...asked }],
  };

  const desk = directoryDeskIn(table);
  await desk.commit(await changeOf(desk, { person: { before: read, after } }));
  expect(await directory.person(before.id)).toEqual(after);
  await desk.commit(await changeOf(desk, { person: { before: after, after: before } }));
  expect(await directory.person(before.id)).toEqual(before);
});

test('what was told of when it came to stand is carried out without another link of the chain', async () => {
  const asked = { askedBy: aPersonId('dinh-cong-tuan'), askedAt: MORNING, isHeld: false };
  const before = {
    ...{ ...CLERK, id: aPersonId('carried-out') },
    accessChanges: [{ kind: 'secondFactor' as const, isDue: true as const, ...asked }],
  };
  const after = { ...before, accessChanges: [] };
  const desk = directoryDeskIn(table);
  const of = 'org_son-trung';
  await desk.commit(await changeOf(desk, { person: { before: null, after: before } }));
  const head = await desk.chain(of);
  const chain = { before: head, after: head ?? EMPTY_CHAIN };
  await desk.commit({ of, chain, events: [], person: { before, after } });
  expect(await directory.person(before.id)).toEqual(after);
  expect(await desk.chain(of)).toEqual(head);
});

test('every change is a link of a chain, and two of one moment do not both get in', async () => {
  const desk = directoryDeskIn(table);
  const one = await changeOf(desk, {});
  await desk.commit(one);
  await expect(desk.commit(one)).rejects.toMatchObject(moved);

  const all = await directory.changes('org_son-trung', { limit: 100, cursor: null });
  const head = await desk.chain('org_son-trung');
  expect(head && brokenAt(all.items.toReversed(), head)).toBeNull();
  const first = await directory.changes('org_son-trung', { limit: 1, cursor: null });
  expect(first.items).toEqual(all.items.slice(0, 1));
});

test('the trusted certificates come back as they were given', async () => {
  const { certificatePem } = await makeTrialAuthority();
  const certificate = new X509Certificate(certificatePem).raw;
  const after = [{ certificate, from: MORNING, until: null }];
  const { of, chain, events } = await changeOf(directoryDeskIn(table), {});
  await trustDeskIn(table).change({ before: [], after, link: { of, chain, events } });

  const { anchors, former } = await trustIn(table).trusted();

  expect(former).toEqual([]);
  expect(anchors.map((one) => new X509Certificate(one).toString())).toEqual([certificatePem]);
});
