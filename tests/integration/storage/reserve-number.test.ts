// Does every report get one number, and every number one report, however many press at once? Asked of DynamoDB Local.
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { directoryIn } from '../../../functions/adapters/table/directory.ts';
import {
  openRegister,
  putOrganization,
} from '../../../functions/adapters/table/directory-writes.ts';
import { recordsIn } from '../../../functions/adapters/table/records.ts';
import type { Table } from '../../../functions/adapters/table/table.ts';
import { brokenAt } from '../../../functions/domain/broken-link.ts';
import type { Instant, OrganizationId } from '../../../functions/domain/ids.ts';
import type { OutgoingEntry, RegisterCounter } from '../../../functions/domain/issued/register.ts';
import { Unavailable } from '../../../functions/domain/refusal.ts';
import type { Submission } from '../../../functions/domain/workflow/submission.ts';
import { reserveNumber } from '../../../functions/use-cases/issuing/reserve-number.ts';
import type { Clock } from '../../../functions/use-cases/ports.ts';
import { anOrganization, aReport, aSignedSubmission, aSubmission } from '../../support/builders.ts';
import { borrowTable } from '../../support/dynamodb.ts';

let table: Table;

beforeAll(async () => {
  table = await borrowTable();
});
afterAll(() => table.client.destroy());

/** 23:30 of 31 December in the office, when it is still the afternoon in UTC. */
const NEW_YEARS_EVE: Instant = '2025-12-31T16:30:00.000Z';
const NEW_YEAR: Instant = '2025-12-31T17:30:00.000Z';

/** Fewer than are given at once, so that a register has more than one. */
const PAGE = 40;

/** An office of its own for each test, whose clock stands where it is put. */
const openOffice = async (organizationId: OrganizationId) => {
  await putOrganization(table, anOrganization({ id: organizationId }));
  const records = recordsIn(table);
  const clock: Clock & { at: Instant } = { at: '2026-03-02T02:00:00.000Z', now: () => clock.at };
  /** What one instance of the function works with: what others read at the same moment comes by calls of their own. */
  const instance = () => {
    const own = { ...table };
    return { ...recordsIn(own), directory: directoryIn(own), clock };
  };
  const sign = async () => {
    const { report, submission, frozen } = aSignedSubmission(aReport({ organizationId }));
    await records.commit({
      report: { before: null, after: report, events: [] },
      submission: { before: null, after: submission, frozen },
    });
    return submission;
  };
  const register = (year: number, cursor: string | null = null) =>
    records.registers.rows(organizationId, year, 'baoCao', { limit: PAGE, cursor });
  return { instance, records, clock, sign, register };
};

/** Three rounds of those who are numbered together: a quick run sees all of a queue with a part of it. */
const AT_ONCE = process.env.SLOW ? 200 : 30;
/** Some two thousand transactions for two hundred, which DynamoDB Local does one by one: minutes on a busy machine. */
const QUEUE_TIMEOUT_MS = 240_000;

/** As the workflow does: a step that found something unavailable, such as a busy register, is run again after a longer and longer pause. */
const whenAvailable = async <Result>(step: () => Promise<Result>): Promise<Result> => {
  for (let longestMs = 4_000; ; longestMs *= 2) {
    try {
      return await step();
    } catch (error) {
      if (!(error instanceof Unavailable)) throw error;
      await pause(Math.random() * longestMs);
    }
  }
};

test('a report gets the number after the last one used on paper', async () => {
  const office = await openOffice('org_paper');
  await openRegister(table, {
    organizationId: 'org_paper',
    year: 2026,
    series: 'baoCao',
    lastNumber: 117,
    lastDate: null,
    opening: 'said',
  });
  const submission = await office.sign();

  const given = await reserveNumber(office.instance(), { submissionId: submission.id });

  expect(given).toEqual({ number: 118, date: '2026-03-02' });
  expect(await office.records.submissions.read(submission.id)).toMatchObject({
    number: { ...given, symbol: 'BC-UBND' },
  });
  expect((await office.register(2026)).items).toEqual([
    expect.objectContaining({
      ...given,
      symbol: 'BC-UBND',
      reportId: submission.reportId,
      signerName: 'Nguyễn Văn Minh',
      recipients: ['UBND huyện Hương Sơn'],
      status: 'reserved',
    }),
  ]);
  const { items } = await office.records.reports.events(submission.reportId, {
    limit: 10,
    cursor: null,
  });
  expect(items.map(({ happening }) => happening.kind)).toEqual(['numbered']);
});

test('a register that is open is not opened again', async () => {
  const counter: RegisterCounter = {
    organizationId: 'org_open',
    year: 2026,
    series: 'baoCao',
    lastNumber: 117,
    lastDate: null,
    opening: 'said',
  };
  await openRegister(table, counter);

  const again = openRegister(table, { ...counter, lastNumber: 0 });

  await expect(again).rejects.toMatchObject({ code: 'revision_conflict' });
});

test('a report keeps its number and its day when the step is repeated on another day', async () => {
  const office = await openOffice('org_repeat');
  const { id: submissionId } = await office.sign();
  const first = await reserveNumber(office.instance(), { submissionId });
  office.clock.at = '2026-03-05T02:00:00.000Z';

  const second = await reserveNumber(office.instance(), { submissionId });

  expect(second).toEqual(first);
  expect((await office.register(2026)).items).toHaveLength(1);
});

test('the year turns in the office at midnight, and its register begins with 1', async () => {
  const office = await openOffice('org_midnight');
  const [old, young] = [await office.sign(), await office.sign()];

  office.clock.at = NEW_YEARS_EVE;
  const before = await reserveNumber(office.instance(), { submissionId: old.id });
  office.clock.at = NEW_YEAR;
  const after = await reserveNumber(office.instance(), { submissionId: young.id });

  expect(before).toEqual({ number: 1, date: '2025-12-31' });
  expect(after).toEqual({ number: 1, date: '2026-01-01' });
});

test('no number is taken on a day before the register’s last', async () => {
  const office = await openOffice('org_order');
  const [first, second] = [await office.sign(), await office.sign()];
  await reserveNumber(office.instance(), { submissionId: first.id });
  office.clock.at = '2026-03-01T02:00:00.000Z';

  const earlier = reserveNumber(office.instance(), { submissionId: second.id });

  await expect(earlier).rejects.toMatchObject({ code: 'date_before_register' });
  expect((await office.register(2026)).items).toHaveLength(1);
});

test('a report that nobody has signed gets no number', async () => {
  const office = await openOffice('org_unsigned');
  const { report, submission, frozen } = aSubmission(aReport({ organizationId: 'org_unsigned' }));
  await office.records.commit({
    report: { before: null, after: report, events: [] },
    submission: { before: null, after: submission, frozen },
  });

  const taking = reserveNumber(office.instance(), { submissionId: submission.id });

  await expect(taking).rejects.toMatchObject({ code: 'status_wrong' });
  expect((await office.register(2026)).items).toEqual([]);
});

test('ten runs of one step at once take one number', async () => {
  const office = await openOffice('org_once');
  const { id: submissionId } = await office.sign();
  const runs = Array.from({ length: 10 }, () => reserveNumber(office.instance(), { submissionId }));

  const given = await Promise.all(runs);

  expect(new Set(given.map(({ number }) => number))).toEqual(new Set([1]));
  expect((await office.register(2026)).items).toHaveLength(1);
});

test(
  `${AT_ONCE} reports that are signed at once get the numbers 1 to ${AT_ONCE}, and keep them`,
  async () => {
    const office = await openOffice('org_busy');
    const submissions: Submission[] = [];
    for (let count = 0; count < AT_ONCE; count += 1) submissions.push(await office.sign());
    const reserveAll = () =>
      Promise.all(
        submissions.map(async ({ id: submissionId }) => {
          const { number } = await whenAvailable(() =>
            reserveNumber(office.instance(), { submissionId }),
          );
          return number;
        }),
      );

    const given = await reserveAll();
    const again = await reserveAll();

    const all = Array.from({ length: AT_ONCE }, (_, index) => index + 1);
    expect(given.toSorted((a, b) => a - b)).toEqual(all);
    expect(again).toEqual(given);
    const rows: OutgoingEntry[] = [];
    let cursor: string | null = null;
    do {
      const page = await office.register(2026, cursor);
      rows.push(...page.items);
      cursor = page.cursor;
    } while (cursor !== null && rows.length <= AT_ONCE);
    expect(rows.map(({ number }) => number)).toEqual(all);
    expect(new Set(rows.map(({ reportId }) => reportId)).size).toBe(AT_ONCE);
    await Promise.all(
      submissions.map(async ({ reportId }) => {
        const report = await office.records.reports.read(reportId);
        const chain = await office.records.reports.events(reportId, { limit: 100, cursor: null });
        expect(chain.items).toHaveLength(1);
        expect(report && brokenAt(chain.items, report.events)).toBeNull();
      }),
    );
  },
  QUEUE_TIMEOUT_MS,
);
