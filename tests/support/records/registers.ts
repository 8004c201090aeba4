// What is kept of numbers, and is each given once?
import { describe, expect, test } from 'vitest';
import type { Instant, OrganizationId, SubmissionId } from '../../../functions/domain/ids.ts';
import type {
  IncomingCounter,
  IncomingEntry,
  OutgoingEntry,
  Queued,
  RegisterCounter,
  Series,
} from '../../../functions/domain/issued/register.ts';
import type { Days, OfficeDay } from '../../../functions/domain/office-calendar.ts';

import { CHAIRMAN, MORNING } from '../builders.ts';
import { FIRST, type Kept, LATER } from './kept.ts';

export const registersAreKept = (kept: Kept): void => {
  describe('the registers', () => {
    const outgoing = (number: number): OutgoingEntry => ({
      organizationId: 'org_son-mau',
      year: 2026,
      series: 'baoCao',
      number,
      symbol: 'BC-UBND',
      date: '2026-03-02',
      reportId: 'rpt_one',
      submissionId: 'sbm_one',
      typeAndSubject: 'Báo cáo Kết quả quý I',
      signerName: CHAIRMAN.name,
      recipients: ['UBND huyện Hương Sơn'],
      archive: 'Lưu: VT',
      copies: 0,
      sentAt: null,
      note: '',
      status: 'reserved',
    });

    test('of outgoing documents are read by number, and an entry is completed once', async () => {
      for (const number of [118, 9, 1_000]) {
        await kept.records.commit({ outgoing: { before: null, after: outgoing(number) } });
      }
      const complete = { ...outgoing(118), status: 'complete' as const, sentAt: LATER };
      await kept.records.commit({ outgoing: { before: outgoing(118), after: complete } });

      const { items } = await kept.records.registers.rows('org_son-mau', 2026, 'baoCao', FIRST);
      expect(items.map(({ number }) => number)).toEqual([9, 118, 1_000]);
      expect(await kept.records.registers.row('org_son-mau', 2026, 'baoCao', 118)).toEqual(
        complete,
      );
      const on = async (day: OfficeDay) =>
        (
          await kept.records.registers.rows('org_son-mau', 2026, 'baoCao', FIRST, {
            from: day,
            until: day,
          })
        ).items.map(({ number }) => number);
      expect(await on('2026-03-02')).toEqual([9, 118, 1_000]);
      expect(await on('2026-03-01')).toEqual([]);
      // From its end, page by page as well, and by days.
      const fromEnd = async (limit: number, cursor: string | null, days?: Days) => {
        const page = { limit, cursor, lastFirst: true };
        return kept.records.registers.rows('org_son-mau', 2026, 'baoCao', page, days);
      };
      const numbersOf = ({ items }: { items: OutgoingEntry[] }) =>
        items.map(({ number }) => number);
      const last = await fromEnd(2, null);
      expect(numbersOf(last)).toEqual([1_000, 118]);
      expect(numbersOf(await fromEnd(2, last.cursor))).toEqual([9]);
      const thatDay = { from: '2026-03-02', until: '2026-03-02' } as const;
      expect(numbersOf(await fromEnd(9, null, thatDay))).toEqual([1_000, 118, 9]);
      await expect(
        kept.records.commit({ outgoing: { before: outgoing(118), after: complete } }),
      ).rejects.toMatchObject({
        code: 'revision_conflict',
        details: { facts: { status: 'complete' } },
      });
    });

    test('know who queues at each, in the order in which they were signed', async () => {
      const queued = (
        submissionId: SubmissionId,
        signedAt: Instant,
        series: Series = 'baoCao',
      ): Queued => ({
        ...{ organizationId: 'org_son-mau', series, submissionId, signedAt },
        ...{ reportId: 'rpt_one', revision: 7, signerName: CHAIRMAN.name },
        ...{ recipients: ['UBND huyện Hương Sơn'], archive: 'Lưu: VT', copies: 2 },
      });
      const [second, third, first] = [
        queued('sbm_c', MORNING),
        queued('sbm_a', LATER),
        queued('sbm_b', MORNING),
      ];
      const queue = async (series: Series) =>
        (await kept.records.submissions.queue('org_son-mau', series, FIRST)).items;
      const other = queued('sbm_d', MORNING, 'congVan');
      await kept.records.commit({ queue: { add: [third, second], remove: [] } });
      await kept.records.commit({ queue: { add: [first, other], remove: [] } });
      // Once more is the same.
      await kept.records.commit({ queue: { add: [first], remove: [] } });

      expect(await queue('baoCao')).toEqual([first, second, third]);
      expect(await queue('congVan')).toEqual([other]);
      expect(await kept.records.submissions.queued('sbm_a')).toEqual(third);
      const page = await kept.records.submissions.queue('org_son-mau', 'baoCao', {
        limit: 2,
        cursor: null,
      });
      expect(page.items).toEqual([first, second]);

      // Whoever leaves, those behind stay behind.
      await kept.records.commit({ queue: { add: [], remove: [first, second] } });
      await kept.records.commit({ queue: { add: [], remove: [first] } });
      const behind = { limit: 2, cursor: page.cursor };
      expect(await kept.records.submissions.queue('org_son-mau', 'baoCao', behind)).toEqual({
        items: [third],
        cursor: null,
      });
      expect(await queue('baoCao')).toEqual([third]);
      expect(await kept.records.submissions.queued('sbm_b')).toBeNull();
    });

    test('give several numbers with one counter, together or not at all', async () => {
      const organizationId: OrganizationId = 'org_together';
      const counter = (lastNumber: number): RegisterCounter => ({
        ...{ organizationId, year: 2026, series: 'baoCao' },
        ...{ lastNumber, lastDate: '2026-03-02', opening: 'said' },
      });
      const take = (before: number | null, ...numbers: number[]) =>
        kept.records.commit(
          {
            counter: {
              before: before === null ? null : counter(before),
              after: counter(numbers.at(-1) ?? 0),
            },
          },
          ...numbers.map((number) => ({
            outgoing: { before: null, after: { ...outgoing(number), organizationId } },
          })),
        );
      await take(null, 1, 2);

      await expect(take(1, 2, 3)).rejects.toMatchObject({ code: 'revision_conflict' });
      await expect(take(2, 2, 3)).rejects.toMatchObject({ code: 'revision_conflict' });
      await take(2, 3, 4);

      const { items } = await kept.records.registers.rows(organizationId, 2026, 'baoCao', FIRST);
      expect(items.map(({ number }) => number)).toEqual([1, 2, 3, 4]);
      expect(await kept.records.registers.counter(organizationId, 2026, 'baoCao')).toEqual(
        counter(4),
      );
    });

    test('of incoming documents give each number once', async () => {
      const organizationId = 'org_phong-van-hoa';
      const entry = (incomingNumber: number): IncomingEntry => ({
        organizationId,
        year: 2026,
        incomingNumber,
        arrivedOn: '2026-03-02',
        author: 'UBND xã Sơn Trung',
        number: 118,
        symbol: 'BC-UBND',
        date: '2026-03-02',
        typeAndSubject: 'Báo cáo Kết quả quý I',
        receivedBy: 'Bùi Đức Long',
        receivedAt: LATER,
        deliveryId: 'dlv_one',
        note: '',
      });
      const counter = (lastNumber: number): IncomingCounter => ({
        organizationId,
        year: 2026,
        lastNumber,
      });
      const take = (before: IncomingCounter | null, number: number) =>
        kept.records.commit({
          incomingCounter: { before, after: counter(number) },
          incoming: entry(number),
        });

      await take(null, 1);
      await take(counter(1), 2);

      await expect(take(counter(1), 2)).rejects.toMatchObject({ code: 'revision_conflict' });
      expect(await kept.records.incoming.counter(organizationId, 2026)).toEqual(counter(2));
      const { items } = await kept.records.incoming.rows(organizationId, 2026, FIRST);
      expect(items).toEqual([entry(1), entry(2)]);
      const fromEnd = { ...FIRST, lastFirst: true };
      expect((await kept.records.incoming.rows(organizationId, 2026, fromEnd)).items).toEqual([
        entry(2),
        entry(1),
      ]);
      const since: Days = { from: '2026-03-03', until: null };
      expect((await kept.records.incoming.rows(organizationId, 2026, FIRST, since)).items).toEqual(
        [],
      );
      expect(await kept.records.incoming.row(organizationId, 2026, 2)).toEqual(entry(2));
      expect(await kept.records.incoming.row(organizationId, 2026, 3)).toBeNull();
    });
  });
};
