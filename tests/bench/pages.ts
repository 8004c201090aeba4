// Does a page of a list cost the same at a hundred thousand reports as at a thousand? In capacity and in time.
import { BatchWriteItemCommand, type DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { deliveryItem } from '../../functions/adapters/table/delivery-item.ts';
import { type Item, toStored } from '../../functions/adapters/table/item.ts';
import { recordsIn } from '../../functions/adapters/table/records.ts';
import { outgoingItem } from '../../functions/adapters/table/register-item.ts';
import type { Table } from '../../functions/adapters/table/table.ts';
import { type ReportId, Sha256, type SubmissionId } from '../../functions/domain/ids.ts';
import { instantOf } from '../../functions/domain/instant-of.ts';
import { arrive } from '../../functions/domain/issued/delivery.ts';
import type { OutgoingEntry } from '../../functions/domain/issued/register.ts';
import type { Page, PageOf } from '../../functions/use-cases/ports.ts';
import { aPersonId } from '../support/builders.ts';
import { startTable } from '../support/dynamodb.ts';
import { type Figure, type Measured, median, milliseconds } from './measure.ts';

const FEW = { organization: 'org_small', reports: 1_000 } as const;
const MANY = { organization: 'org_large', reports: 100_000 } as const;
type Office = typeof FEW | typeof MANY;

/** A disk that is kept in memory: on another one filling the table takes three times as long. */
const MEMORY = '/dev/shm';

const YEAR = 2026;
/** All numbers are of six digits, as long in an office with few reports as in one with many. */
const FIRST = 100_001;
/** What the web shows at once. */
const LIMIT = 20;
const PAGES = 200;
/** What DynamoDB takes in one request, and requests that keep the local one busy. */
const BATCH = 25;
const AT_ONCE = 8;

/** Pages from all over both offices' lists, taking turns. */
export const measurePages = async (): Promise<Measured> => {
  const table = await startTable(MEMORY);
  try {
    for (const office of [FEW, MANY]) await fill(table, office);
    const records = recordsIn(table);
    const capacity = countCapacity(table.client);
    const figures: Figure[] = [];
    const orientation: Figure[] = [];
    const lists: Record<string, (office: Office) => (of: PageOf) => Promise<Page<unknown>>> = {
      inbox:
        ({ organization }) =>
        (of) =>
          records.deliveries.to(organization, null, of),
      register:
        ({ organization }) =>
        (of) =>
          records.registers.rows(organization, YEAR, 'all', of),
    };
    for (const [name, list] of Object.entries(lists)) {
      const [few, many] = [walk(list(FEW), capacity), walk(list(MANY), capacity)];
      for (let page = 0; page < PAGES; page += 1) {
        await few.turn();
        await many.turn();
      }
      const [before, now] = [few.seen(), many.seen()];
      figures.push(
        {
          what: `${name}: time of a page, of that at 1,000 reports`,
          value: now.time / before.time,
          goal: { atMost: 1.2 },
        },
        {
          what: `${name}: capacity of a page, of that at 1,000 reports`,
          value: now.units / before.units,
          goal: { atMost: 1 },
        },
      );
      orientation.push(milliseconds(`${name}: a page at 100,000`, now.time), {
        what: `${name}: read units of a page at 100,000`,
        value: now.units,
        unit: '',
      });
    }
    return { name: 'a page of an inbox or a register at 100,000 reports', figures, orientation };
  } finally {
    await table.stop();
  }
};

const fill = async (table: Table, office: Office): Promise<void> => {
  const numbers = Array.from({ length: office.reports }, (_, index) => FIRST + index);
  const batches = Array.from({ length: Math.ceil(numbers.length / BATCH) }, (_, index) =>
    numbers.slice(index * BATCH, (index + 1) * BATCH),
  );
  const write = async () => {
    for (let batch = batches.pop(); batch; batch = batches.pop()) {
      for (const items of [batch.map(inboxItem(office)), batch.map(registerItem(office))]) {
        const requests = items.map((item) => ({ PutRequest: { Item: toStored(item) } }));
        await table.client.send(
          new BatchWriteItemCommand({ RequestItems: { [table.name]: requests } }),
        );
      }
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, write));
};

/** As long as those of a real office: the same for both offices, so that pages have the same size. */
const SUBJECT = 'kết quả thực hiện công tác cải cách hành chính, phương hướng nhiệm vụ năm tới';
/** Every half minute one, so that each has a place of its own in the order of arrival. */
const arrival = (number: number) => instantOf(Date.UTC(YEAR, 0, 1) + number * 30_000);
const nameOf = (organization: string) => organization.replace('org_', '');
const reportOf = ({ organization }: Office, number: number): ReportId =>
  `rpt_${nameOf(organization)}-${number}`;
const submissionOf = ({ organization }: Office, number: number): SubmissionId =>
  `sbm_${nameOf(organization)}-${number}`;

const fileOf = (office: Office, number: number) => ({
  key: `${reportOf(office, number)}/${number}-BC-UBND`,
  versionId: String(number).padStart(32, '0'),
  sha256: Sha256.parse(String(number).padStart(64, '0')),
  bytes: 100_000,
});

const inboxItem =
  (office: Office) =>
  (number: number): Item =>
    deliveryItem(
      arrive({
        reportId: reportOf(office, number),
        submissionId: submissionOf(office, number),
        senderId: 'org_son-trung',
        senderName: 'UBND xã Sơn Trung',
        recipientId: office.organization,
        type: 'baoCao',
        subject: SUBJECT,
        issue: {
          number,
          symbol: 'BC-UBND',
          date: '2026-11-22',
          signerId: aPersonId('nguyen-van-minh'),
          signerName: 'Nguyễn Văn Minh',
          sealing: 'automatic',
          sealedBy: null,
          urgency: null,
          issuedAt: arrival(number),
          pdf: fileOf(office, number),
          docx: fileOf(office, number),
          attachments: [],
        },
        at: arrival(number),
      }),
    );

const registerItem =
  (office: Office) =>
  (number: number): Item => {
    const entry: OutgoingEntry = {
      organizationId: office.organization,
      year: YEAR,
      series: 'all',
      number,
      symbol: 'BC-UBND',
      date: '2026-11-22',
      reportId: reportOf(office, number),
      submissionId: submissionOf(office, number),
      typeAndSubject: `Báo cáo ${SUBJECT}`,
      signerName: 'Nguyễn Văn Minh',
      recipients: ['UBND huyện Hương Sơn', 'Phòng Nội vụ huyện Hương Sơn'],
      archive: 'Lưu: VT, VP',
      copies: 0,
      sentAt: arrival(number),
      note: '',
      status: 'complete',
    };
    return outgoingItem(entry);
  };

/** Has every answer say what it consumed, and adds it up. */
const countCapacity = (client: DynamoDBClient): (() => number) => {
  let units = 0;
  client.middlewareStack.add(
    (next) => async (args) => {
      Object.assign(args.input, { ReturnConsumedCapacity: 'TOTAL' });
      const result = await next(args);
      const { ConsumedCapacity } = result.output as {
        ConsumedCapacity?: { CapacityUnits?: number };
      };
      units += ConsumedCapacity?.CapacityUnits ?? 0;
      return result;
    },
    { step: 'initialize' },
  );
  return () => units;
};

/** Leafs through a list, from the first page again behind the last. */
const walk = (list: (of: PageOf) => Promise<Page<unknown>>, capacity: () => number) => {
  const times: number[] = [];
  const units: number[] = [];
  let cursor: string | null = null;
  return {
    turn: async () => {
      const [begin, before] = [performance.now(), capacity()];
      const page: Page<unknown> = await list({ limit: LIMIT, cursor });
      times.push(performance.now() - begin);
      units.push(capacity() - before);
      cursor = page.cursor;
    },
    seen: () => ({ time: median(times), units: median(units) }),
  };
};
