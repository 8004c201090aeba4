// By which words is a document found, and no longer found?
import { describe, expect, test } from 'vitest';
import { chained } from '../../../functions/domain/audit-event.ts';
import type { Instant, OrganizationId } from '../../../functions/domain/ids.ts';
import { instantOf } from '../../../functions/domain/instant-of.ts';
import type { OfficeDay } from '../../../functions/domain/office-calendar.ts';
import { MOST_WORDS } from '../../../functions/domain/search/findable.ts';
import type { WordList } from '../../../functions/use-cases/ports.ts';
import { aSubmission, DRAFTER, MORNING } from '../builders.ts';
import { creatorIn, FIRST, inPages, type Kept, LATER } from './kept.ts';

export const wordsAreKept = (kept: Kept): void => {
  const create = creatorIn(kept);

  describe('words', () => {
    const shelf = 'report' as const;
    const ever = { from: null, until: null };
    const put = async (
      organizationId: OrganizationId,
      id: string,
      at: Instant,
      words: string[],
    ) => {
      const after = { shelf, organizationId, id, at, words };
      await kept.records.commit({ findable: { before: null, after } });
      return after;
    };
    const idsOf = async (organizationId: OrganizationId, list: WordList, limit = 100) =>
      (
        await inPages((page) => kept.records.reportWords.having(organizationId, list, page), limit)
      ).map((page) => page.map(({ id }) => id));

    test('find documents newest first, of one office and one shelf, page by page', async () => {
      const office = 'org_words';
      for (let day = 1; day <= 5; day += 1) {
        await put(office, `rpt_${day}`, instantOf(Date.UTC(2026, 2, day, 1)), ['cong', 'tac']);
      }
      await put('org_other', 'rpt_other', MORNING, ['cong']);
      const list = { word: 'cong', days: ever };

      expect(await idsOf(office, list, 2)).toEqual([
        ['rpt_5', 'rpt_4'],
        ['rpt_3', 'rpt_2'],
        ['rpt_1'],
      ]);
      expect(await idsOf(office, { word: 'con', days: ever })).toEqual([[]]);
      expect((await kept.records.deliveryWords.having(office, list, FIRST)).items).toEqual([]);
      const [found] = (await kept.records.reportWords.having(office, list, FIRST)).items;
      expect(found).toMatchObject({ word: 'cong', words: ['cong', 'tac'] });
      const behind = await kept.records.reportWords.having(office, list, {
        limit: 1,
        cursor: found?.after ?? '',
      });
      expect(behind.items.map(({ id }) => id)).toEqual(['rpt_4']);
    });

    test('find documents of some days of the office', async () => {
      const office = 'org_days';
      // Seven in the evening of the first of March, UTC: the second in the office.
      await put(office, 'rpt_early', '2026-03-01T16:59:59.999Z', ['q']);
      await put(office, 'rpt_second', '2026-03-01T17:00:00.000Z', ['q']);
      await put(office, 'rpt_late', '2026-03-03T01:00:00.000Z', ['q']);
      const on = (from: OfficeDay | null, until: OfficeDay | null) =>
        idsOf(office, { word: 'q', days: { from, until } });

      expect(await on('2026-03-02', '2026-03-02')).toEqual([['rpt_second']]);
      expect(await on('2026-03-02', null)).toEqual([['rpt_late', 'rpt_second']]);
      expect(await on(null, '2026-03-02')).toEqual([['rpt_second', 'rpt_early']]);
    });

    test('are found by how they begin: the word itself first, then longer ones', async () => {
      const office = 'org_begins';
      await put(office, 'rpt_long', LATER, ['tuyen', 'truyen']);
      await put(office, 'rpt_exact', MORNING, ['tu']);

      expect(await idsOf(office, { word: 'tu', begins: true })).toEqual([
        ['rpt_exact', 'rpt_long'],
      ]);
      expect(await idsOf(office, { word: 'tuyet', begins: true })).toEqual([[]]);
    });

    test('that a document no longer has do not find it any more', async () => {
      const office = 'org_again';
      const before = await put(office, 'rpt_again', MORNING, ['cu', 'chung']);
      const after = { ...before, at: LATER, words: ['moi', 'chung'] };

      await kept.records.commit({ findable: { before, after } });

      const found = (word: string) => idsOf(office, { word, days: ever });
      expect(await found('cu')).toEqual([[]]);
      expect(await found('moi')).toEqual([['rpt_again']]);
      expect(await found('chung')).toEqual([['rpt_again']]);
    });

    test('may all change in one transaction, with everything that a submission writes', async () => {
      const draft = await create();
      const { report, submission, frozen } = aSubmission(draft);
      const many = (letter: string) =>
        Array.from({ length: MOST_WORDS }, (_, index) => `${letter}${letter}${index}`);
      const before = await put('org_full', report.id, MORNING, many('a'));
      const after = { ...before, at: LATER, words: many('b') };
      const chain = chained(report, DRAFTER.id, MORNING, { kind: 'created' });

      await kept.records.commit({
        report: { before: draft, ...chain },
        submission: { before: null, after: submission, frozen },
        findable: { before, after },
      });

      expect(await idsOf('org_full', { word: 'aa', begins: true })).toEqual([[]]);
      expect((await idsOf('org_full', { word: 'bb', begins: true })).flat()).toHaveLength(
        MOST_WORDS,
      );
    });
  });
};
