// How often is the table asked when a report is submitted? As often for twenty recipients as for one. Asked of DynamoDB Local.
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { directoryIn } from '../../../functions/adapters/table/directory.ts';
import { putOrganization, putPerson } from '../../../functions/adapters/table/directory-writes.ts';
import { pressesIn } from '../../../functions/adapters/table/presses.ts';
import { recordsIn } from '../../../functions/adapters/table/records.ts';
import type { Table } from '../../../functions/adapters/table/table.ts';
import { createReport } from '../../../functions/use-cases/drafting/create-report.ts';
import { submitReport } from '../../../functions/use-cases/drafting/submit-report.ts';
import { withdrawReport } from '../../../functions/use-cases/drafting/withdraw-report.ts';
import { A_CHAIN, aContent, anOrganization, DRAFTER, REVIEWER } from '../../support/builders.ts';
import { borrowTable } from '../../support/dynamodb.ts';
import { aWorld, callerOf, SIGNER } from '../../support/world.ts';

const OFFICES = Array.from({ length: 20 }, (_, index) =>
  anOrganization({ id: `org_office-${index}`, name: `UBND xã số ${index + 1}` }),
);

let table: Table;
/** What was read, call by call; writes are not of interest here. */
let reads: string[];

/** The world of the tests of use cases, with the real table in it. */
const officeAt = (client: DynamoDBClient) => {
  const own = { ...table, client };
  return {
    ...world,
    ...recordsIn(own),
    directory: directoryIn(own),
    presses: pressesIn(own),
  };
};
const world = aWorld();

const watched = (client: DynamoDBClient): DynamoDBClient =>
  ({
    send: (command: { constructor: { name: string } }) => {
      const name = command.constructor.name.replace('Command', '');
      if (/Get|Query|Scan/.test(name)) reads.push(name);
      return client.send(command as never);
    },
  }) as unknown as DynamoDBClient;

beforeAll(async () => {
  table = await borrowTable();
  for (const office of [anOrganization(), ...OFFICES]) await putOrganization(table, office);
  for (const person of [DRAFTER, REVIEWER, SIGNER]) await putPerson(table, person);
});
afterAll(() => table.client.destroy());

/** What is read when a report to so many offices is submitted, for the first time or once more. */
const readsOf = async (offices: number, time: 'first' | 'again' = 'first') => {
  const office = officeAt(table.client);
  const caller = await callerOf(office, DRAFTER);
  const recipients = OFFICES.slice(0, offices).map(({ id, name }) => ({
    text: name,
    organizationId: id,
    means: 'system' as const,
  }));
  const content = aContent({ addressees: [], recipients });
  let report = await createReport(office, caller, content);
  if (time === 'again') {
    const wish = { reportId: report.id, revision: report.revision, chain: A_CHAIN };
    await submitReport(office, caller, wish);
    report = await withdrawReport(office, caller, report.id);
  }
  reads = [];
  const wish = { reportId: report.id, revision: report.revision, chain: A_CHAIN };
  await submitReport(officeAt(watched(table.client)), caller, wish);
  return reads;
};

describe('submitting a report', () => {
  test('reads the report, and then all that it goes by in one call, however many recipients there are', async () => {
    expect(await readsOf(1)).toEqual(['GetItem', 'BatchGetItem']);
    expect(await readsOf(20)).toEqual(['GetItem', 'BatchGetItem']);
  });

  test('once more reads its earlier version by the same call', async () => {
    expect(await readsOf(20, 'again')).toEqual(['GetItem', 'BatchGetItem']);
  });
});
