// What is kept of the words that were not chosen when two had written to one draft?
import { describe, expect, test } from 'vitest';
import type { Instant, ReportId } from '../../../functions/domain/ids.ts';
import { discard, type Report, saveContent } from '../../../functions/domain/workflow/report.ts';
import {
  setAside,
  setDraftAside,
  WordsSetAsideRow,
} from '../../../functions/domain/workflow/words-set-aside.ts';
import { A_HASH, aContent, DRAFTER, MORNING } from '../builders.ts';
import { creatorIn, FIRST, inPages, type Kept, LATER } from './kept.ts';

export const wordsSetAsideAreKept = (kept: Kept): void => {
  const create = creatorIn(kept);

  describe('words that were set aside', () => {
    const aside = (report: Report, subject: string, at: Instant) =>
      setAside(report.id, aContent({ subject }), DRAFTER.id, at);

    test('come back as they were written, and are listed without their words, latest first', async () => {
      const report = await create();
      const earlier = aside(report, 'Viết trước', MORNING);
      const later = aside(report, 'Viết sau', LATER);
      for (const words of [earlier, later]) await kept.records.commit({ setAside: words });
      await kept.records.commit({ setAside: aside(await create(), 'Của báo cáo khác', LATER) });

      expect(await kept.records.reports.setAside(report.id, earlier.hash)).toEqual(earlier);
      expect(await kept.records.reports.setAside(report.id, A_HASH)).toBeNull();
      const { items } = await kept.records.reports.setAsideOf(report.id, FIRST);
      expect(items).toEqual([later, earlier].map((words) => WordsSetAsideRow.strip().parse(words)));
      const one = await inPages((page) => kept.records.reports.setAsideOf(report.id, page), 1);
      expect(one.flat()).toEqual(items);
    });

    test('are one, however often the same are set aside', async () => {
      const report = await create();
      await kept.records.commit({ setAside: aside(report, 'Như nhau', MORNING) });
      await kept.records.commit({ setAside: aside(report, 'Như nhau', LATER) });

      const { items } = await kept.records.reports.setAsideOf(report.id, FIRST);
      expect(items).toMatchObject([{ writtenAt: LATER }]);
    });

    test('are not kept beside a draft that was thrown away, nor beside none', async () => {
      const report = await create();
      await kept.records.commit({
        discarded: { before: report, after: discard(report, LATER), events: [] },
      });
      const beside = (id: ReportId) => ({ ...aside(report, 'Muộn', LATER), reportId: id });

      for (const id of [report.id, 'rpt_nothing'] as const) {
        await expect(kept.records.commit({ setAside: beside(id) })).rejects.toMatchObject({
          code: 'revision_conflict',
        });
        expect(await kept.records.reports.everySetAside(id)).toEqual([]);
      }
    });

    test('are gone when they are forgotten, and no others with them', async () => {
      const report = await create();
      const words = Array.from({ length: 3 }, (_, at) => aside(report, `Bản ${at}`, LATER));
      for (const one of words) await kept.records.commit({ setAside: one });
      const hashes = words.map(({ hash }) => hash);
      expect((await kept.records.reports.everySetAside(report.id)).toSorted()).toEqual(
        hashes.toSorted(),
      );

      const [left, ...gone] = hashes;
      await kept.records.commit({ forgotten: { reportId: report.id, hashes: gone, at: LATER } });

      expect(await kept.records.reports.everySetAside(report.id)).toEqual([left]);
      for (const hash of gone)
        expect(await kept.records.reports.setAside(report.id, hash)).toBeNull();
      const { items } = await kept.records.reports.setAsideOf(report.id, FIRST);
      expect(items.map(({ hash }) => hash)).toEqual([left]);
    });

    test('go with what is saved over them, or neither is written', async () => {
      const report = await create();
      const after = saveContent(report, aContent({ subject: 'Bản mới' }), DRAFTER.id, LATER);
      const words = setDraftAside(report);
      const change = { report: { before: report, after, events: [] }, setAside: words };

      await kept.records.commit(change);
      const overtaken = { ...words, writtenAt: LATER };
      await expect(kept.records.commit({ ...change, setAside: overtaken })).rejects.toMatchObject({
        code: 'revision_conflict',
      });

      expect(await kept.records.reports.read(report.id)).toEqual(after);
      expect(await kept.records.reports.setAside(report.id, words.hash)).toEqual(words);
    });
  });
};
