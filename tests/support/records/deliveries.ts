// What is kept of a delivery, of one that is held, and of the files that were issued?
import { describe, expect, test } from 'vitest';
import { chained } from '../../../functions/domain/audit-event.ts';
import { brokenAt } from '../../../functions/domain/broken-link.ts';
import type { Urgency } from '../../../functions/domain/content/urgency.ts';
import type { OrganizationId, ReportId, Sha256 } from '../../../functions/domain/ids.ts';
import { comeAgain, open, sendBack } from '../../../functions/domain/issued/delivery.ts';
import { hold, sendOn } from '../../../functions/domain/issued/held-delivery.ts';
import type { KnownFile } from '../../../functions/domain/issued/known-file.ts';
import type { OfficeDay } from '../../../functions/domain/office-calendar.ts';
import { A_HASH, aDelivery, aHash, CLERK, MORNING } from '../builders.ts';
import { FIRST, type Kept, LATER } from './kept.ts';

export const deliveriesAreKept = (kept: Kept): void => {
  describe('a delivery', () => {
    test('is found in the inbox, under its status and under its report', async () => {
      const recipientId = 'org_phong-noi-vu';
      const first = aDelivery({ recipientId });
      const second = aDelivery({ recipientId, at: LATER });
      for (const after of [first, second]) {
        await kept.records.commit({ delivery: { before: null, after, events: [] } });
      }
      const opened = open(first, LATER);
      const { after, events } = chained(opened, CLERK.id, LATER, { kind: 'opened' });
      await kept.records.commit({ delivery: { before: first, after, events } });

      expect(await kept.records.deliveries.read(first.id)).toEqual(after);
      const list = async (status: 'arrived' | 'opened' | 'received' | null) =>
        (await kept.records.deliveries.to(recipientId, status, FIRST)).items;
      expect(await list(null)).toEqual([second, after]);
      expect(await list('arrived')).toEqual([second]);
      expect(await list('opened')).toEqual([after]);
      expect(await list('received')).toEqual([]);
      const on = async (day: OfficeDay) =>
        (await kept.records.deliveries.to(recipientId, null, FIRST, { from: day, until: day }))
          .items;
      expect(await on('2026-03-02')).toEqual([second, after]);
      expect(await on('2026-03-03')).toEqual([]);
      expect((await kept.records.deliveries.of(first.reportId)).delivered).toEqual([after]);
      const chain = (await kept.records.deliveries.events(first.id, FIRST)).items;
      expect(brokenAt(chain, after.events)).toBeNull();
    });

    test('that was sent back and comes again stands in the inbox by its new arrival', async () => {
      const recipientId = 'org_phong-tai-chinh';
      const first = aDelivery({ recipientId });
      const second = aDelivery({ recipientId, at: LATER });
      for (const after of [first, second]) {
        await kept.records.commit({ delivery: { before: null, after, events: [] } });
      }
      const returned = sendBack(first, CLERK.id, 'Không thuộc thẩm quyền', LATER);
      await kept.records.commit({ delivery: { before: first, after: returned, events: [] } });
      if (returned.status !== 'sentBack') throw new Error('it was sent back');
      const again = comeAgain(returned, '2026-03-02T03:00:00.000Z');

      await kept.records.commit({ delivery: { before: returned, after: again, events: [] } });

      const list = async (status: 'arrived' | 'sentBack') =>
        (await kept.records.deliveries.to(recipientId, status, FIRST)).items;
      expect(await list('arrived')).toEqual([again, second]);
      expect(await list('sentBack')).toEqual([]);
      expect((await kept.records.deliveries.of(first.reportId)).delivered).toEqual([again]);
    });

    test('to 150 recipients of one report is listed whole', async () => {
      const { reportId } = aDelivery();
      for (let count = 0; count < 150; count += 1) {
        const after = aDelivery({ reportId, recipientId: `org_number-${count}` });
        await kept.records.commit({ delivery: { before: null, after, events: [] } });
      }

      expect((await kept.records.deliveries.of(reportId)).delivered).toHaveLength(150);
    });
  });

  describe('a delivery that is held', () => {
    const heldOf = (
      reportId: ReportId,
      recipientId: OrganizationId,
      since = MORNING,
      urgency: Urgency | null = null,
    ) => {
      const { submissionId, type, subject, issue } = aDelivery();
      const { number, symbol, date } = issue;
      const given = { number, symbol, date, recipientName: 'UBND huyện Hương Sơn' };
      const about = { reportId, submissionId, senderId: 'org_that-holds' as const, recipientId };
      return hold({ ...about, ...given, type, subject, urgency, why: 'closed', since });
    };

    test('waits in its sender’s list until its clerk decides, and stays with its report', async () => {
      const { reportId } = aDelivery();
      const late = heldOf(reportId, 'org_closed-late', LATER);
      const early = heldOf(reportId, 'org_closed-early');
      const urgent = heldOf(reportId, 'org_closed-at-once', LATER, 'immediate');
      for (const after of [late, early, urgent])
        await kept.records.commit({ held: { before: null, after } });

      expect((await kept.records.deliveries.heldBy('org_that-holds', FIRST)).items).toEqual([
        urgent,
        early,
        late,
      ]);
      const sent = sendOn(urgent, { id: 'org_two', name: 'UBND tỉnh' }, CLERK.id, LATER);
      await kept.records.commit({ held: { before: urgent, after: sent } });
      const after = sendOn(early, { id: 'org_one', name: 'UBND tỉnh' }, CLERK.id, LATER);
      await kept.records.commit({ held: { before: early, after } });

      expect((await kept.records.deliveries.heldBy('org_that-holds', FIRST)).items).toEqual([late]);
      expect(await kept.records.deliveries.held(reportId, early.recipientId)).toEqual(after);
      expect(await kept.records.deliveries.held(reportId, 'org_one')).toBeNull();
      const delivery = aDelivery({ reportId, recipientId: 'org_one' });
      await kept.records.commit({ delivery: { before: null, after: delivery, events: [] } });
      const { delivered, held } = await kept.records.deliveries.of(reportId);
      expect(held).toEqual(expect.arrayContaining([after, late, sent]));
      expect(held).toHaveLength(3);
      expect(delivered).toEqual([delivery]);
      await expect(kept.records.commit({ held: { before: early, after } })).rejects.toMatchObject({
        code: 'revision_conflict',
      });
    });
  });

  describe('an issued file', () => {
    const known = (sha256: Sha256): KnownFile => ({
      sha256,
      role: 'pdf',
      reportId: 'rpt_one',
      versionId: 'v1',
      organizationName: 'UBND xã Sơn Trung',
      number: 118,
      symbol: 'BC-UBND',
      date: '2026-03-02',
    });

    test('is known by the hash of its bytes', async () => {
      const file = known(A_HASH);

      await kept.records.commit({ file: [file] });

      expect(await kept.records.knownFiles.read(A_HASH)).toEqual(file);
      expect(await kept.records.knownFiles.read(aHash('c'))).toBeNull();
    });

    test('stays known as what it was issued as first', async () => {
      const file = known(aHash('d'));
      const forwarded: KnownFile = {
        ...file,
        role: 'attachment',
        reportId: 'rpt_two',
        organizationName: 'UBND huyện Hương Sơn',
      };
      await kept.records.commit({ file: [file] });

      const second = kept.records.commit({ file: [forwarded] });

      await expect(second).rejects.toMatchObject({ code: 'revision_conflict' });
      expect(await kept.records.knownFiles.read(file.sha256)).toEqual(file);
    });
  });
};
