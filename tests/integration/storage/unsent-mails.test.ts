// Are mails that did not leave kept for those who look for them, and for a month only? Asked of DynamoDB Local.
import { GetItemCommand } from '@aws-sdk/client-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { unsentKey } from '../../../functions/adapters/table/keys.ts';
import type { Table } from '../../../functions/adapters/table/table.ts';
import { unsentMailsIn } from '../../../functions/adapters/table/unsent-mails.ts';
import type { UnsentMail } from '../../../functions/domain/directory/unsent-mail.ts';
import type { Instant, OrganizationId } from '../../../functions/domain/ids.ts';
import { REVIEWER } from '../../support/builders.ts';
import { borrowTable } from '../../support/dynamodb.ts';

let table: Table;
beforeAll(async () => {
  table = await borrowTable();
});
afterAll(() => table.client.destroy());

const aMail = (organizationId: OrganizationId, at: Instant): UnsentMail => ({
  ...{ organizationId, personId: REVIEWER.id, at },
  ...{ subject: 'Có văn bản chờ xử lý', why: 'MessageRejected' },
});

test('newest first, page by page, each office for itself', async () => {
  const mails = unsentMailsIn(table);
  const first = aMail('org_son-trung', '2026-03-02T01:00:00.000Z');
  const second = aMail('org_son-trung', '2026-03-02T02:00:00.000Z');
  for (const mail of [first, second, aMail('org_son-mau', first.at)]) await mails.keep(mail);

  const page = await mails.of('org_son-trung', { limit: 1, cursor: null });
  const rest = await mails.of('org_son-trung', { limit: 1, cursor: page.cursor });

  expect([page.items, rest.items, rest.cursor]).toEqual([[second], [first], null]);
});

test('and fall away after thirty days', async () => {
  const { organizationId, personId, at } = aMail('org_son-trung', '2026-03-02T03:00:00.000Z');
  await unsentMailsIn(table).keep(aMail(organizationId, at));

  const { Item } = await table.client.send(
    new GetItemCommand({
      TableName: table.name,
      Key: marshall(unsentKey(organizationId, at, personId)),
    }),
  );

  expect(Item?.ttl).toEqual({ N: String(Date.parse('2026-04-01T03:00:00.000Z') / 1_000) });
});
