// Does the directory say who is who, as of now? Asked of DynamoDB Local.
import { X509Certificate } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { directoryIn } from '../../../functions/adapters/directory.ts';
import {
  putOrganization,
  putPerson,
  putTrustAnchors,
} from '../../../functions/adapters/directory-writes.ts';
import type { Directory } from '../../../functions/use-cases/ports.ts';
import { makeDemoAuthority } from '../../../infra/local/demo-authority.ts';
import { anOrganization, CHAIRMAN, CLERK, DRAFTER } from '../../support/builders.ts';
import { startTable } from '../../support/dynamodb.ts';

let table: Awaited<ReturnType<typeof startTable>>;
let directory: Directory;

beforeAll(async () => {
  table = await startTable();
  directory = directoryIn(table);
});
afterAll(() => table.stop());

test('nobody is known until somebody is written down', async () => {
  expect(await directory.person('nobody')).toBeNull();
  expect(await directory.organization('org_nowhere')).toBeNull();
  expect(await directory.people('org_nowhere')).toEqual([]);
  expect(await directory.trustAnchors()).toEqual([]);
});

test('a right that is taken away is gone at the next look', async () => {
  await putPerson(table, CLERK);
  await putPerson(table, { ...CLERK, roles: [] });

  expect((await directory.person(CLERK.id))?.roles).toEqual([]);
});

test('the people of an organization are listed by name, and nobody else', async () => {
  const elsewhere = { ...DRAFTER, id: 'pham-van-khoa', organizationId: 'org_son-mau' };
  for (const person of [DRAFTER, CHAIRMAN, elsewhere]) await putPerson(table, person);

  const people = await directory.people(elsewhere.organizationId);

  expect(people).toEqual([elsewhere]);
  expect(await directory.people(DRAFTER.organizationId)).toEqual(
    expect.arrayContaining([DRAFTER, CHAIRMAN]),
  );
});

test('organizations are listed in pages, each once', async () => {
  const ids = Array.from({ length: 7 }, (_, index) => `org_number-${index}`);
  for (const id of ids) await putOrganization(table, anOrganization({ id }));

  const first = await directory.organizations({ limit: 4, cursor: null });
  const second = await directory.organizations({ limit: 4, cursor: first.cursor });

  expect([...first.items, ...second.items].map(({ id }) => id).toSorted()).toEqual(ids);
  expect(second.cursor).toBeNull();
});

test('the trusted certificates come back as they were given', async () => {
  const { certificatePem } = await makeDemoAuthority();
  await putTrustAnchors(table, [certificatePem]);

  const [anchor, ...others] = await directory.trustAnchors();

  expect(others).toEqual([]);
  expect(anchor && new X509Certificate(anchor).toString()).toBe(certificatePem);
});
