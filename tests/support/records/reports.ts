// What is kept of a report: itself, its changes, its chain and its versions, and the lists that it stands in?
import { describe, expect, test } from 'vitest';
import { chained } from '../../../functions/domain/audit-event.ts';
import { brokenAt } from '../../../functions/domain/broken-link.ts';
import type { Instant, PersonId } from '../../../functions/domain/ids.ts';
import {
  comeBack,
  discard,
  type Report,
  saveContent,
  touch,
} from '../../../functions/domain/workflow/report.ts';
import { stateOf, summaryOf } from '../../../functions/domain/workflow/report-summary.ts';
import type { Change } from '../../../functions/use-cases/ports.ts';
import {
  aContent,
  anIssuedReport,
  aPersonId,
  aReport,
  aSignedSubmission,
  aSubmission,
  CHAIRMAN,
  CLERK,
  DRAFTER,
  REVIEWER,
} from '../builders.ts';
import { creatorIn, FIRST, inPages, type Kept, LATER } from './kept.ts';

export const reportsAreKept = (kept: Kept): void => {
  const create = creatorIn(kept);

  describe('a report', () => {
    test('comes back as it was written, words and all', async () => {
      const report = await create();

      expect(await kept.records.reports.read(report.id)).toEqual(report);
    });

    test('comes back in every later status', async () => {
      const { report: inReview } = aSubmission();
      const { report: issuing } = aSignedSubmission();
      const issued = anIssuedReport();

      for (const after of [inReview, issuing, issued]) {
        await kept.records.commit({ report: { before: null, after, events: [] } });
        expect(await kept.records.reports.read(after.id)).toEqual(after);
      }
    });

    test('that nobody has written is not there', async () => {
      expect(await kept.records.reports.read('rpt_nothing')).toBeNull();
    });

    test('is saved by whoever saw its present revision, and by nobody else', async () => {
      const report = await create();
      const mine = saveContent(report, aContent({ subject: 'Của tôi' }), DRAFTER.id, LATER);
      const theirs = saveContent(report, aContent({ subject: 'Của người khác' }), CLERK.id, LATER);

      await kept.records.commit({ report: { before: report, after: mine, events: [] } });
      const second = kept.records.commit({ report: { before: report, after: theirs, events: [] } });

      await expect(second).rejects.toMatchObject({
        code: 'revision_conflict',
        details: { facts: { revision: 2, status: 'draft' } },
      });
      expect(await kept.records.reports.read(report.id)).toEqual(mine);
    });

    test('that was thrown away is not there, nor listed; its chain is', async () => {
      const before = await create(aReport({ drafterId: aPersonId('who-throws-away') }));
      const gone = discard(before, LATER);
      const { after, events } = chained(gone, DRAFTER.id, LATER, { kind: 'discarded' });

      await kept.records.commit({ discarded: { before, after, events } });

      expect(await kept.records.reports.read(before.id)).toBeNull();
      expect(
        (await kept.records.reports.of(aPersonId('who-throws-away'), null, FIRST)).items,
      ).toEqual([]);
      const { items } = await kept.records.reports.events(before.id, FIRST);
      expect(items.map(({ happening }) => happening.kind)).toEqual(['created', 'discarded']);
      const saved = saveContent(before, aContent(), DRAFTER.id, LATER);
      const overtaken = { code: 'revision_conflict', details: { facts: { status: 'discarded' } } };
      await expect(
        kept.records.commit({ report: { before, after: saved, events: [] } }),
      ).rejects.toMatchObject(overtaken);
      await expect(
        kept.records.commit({ report: { before: null, after: before, events: [] } }),
      ).rejects.toMatchObject(overtaken);
    });

    test('is created once', async () => {
      const report = await create();

      const again = kept.records.commit({ report: { before: null, after: report, events: [] } });

      await expect(again).rejects.toMatchObject({ code: 'revision_conflict' });
    });
  });

  describe('a change', () => {
    test('is written whole or not at all', async () => {
      const draft = await create();
      const { report, submission, frozen } = aSubmission(draft);
      const overtaken = { ...draft, revision: 7 };
      const change = (before: typeof draft): Change => ({
        report: { before, after: report, events: [] },
        submission: { before: null, after: submission, frozen },
      });

      await expect(kept.records.commit(change(overtaken))).rejects.toMatchObject({
        code: 'revision_conflict',
        details: { facts: { revision: 1, status: 'draft' } },
      });
      expect(await kept.records.submissions.read(submission.id)).toBeNull();
      expect(await kept.records.submissions.frozen(submission.id)).toBeNull();

      await kept.records.commit(change(draft));
      expect(await kept.records.submissions.read(submission.id)).toEqual(submission);
      expect(await kept.records.submissions.frozen(submission.id)).toEqual(frozen);
      expect(await kept.records.reports.read(draft.id)).toEqual(report);
    });

    test('of a moment that two people share is made by one of them', async () => {
      const report = await create();
      const changes = Array.from({ length: 10 }, (_, index) => {
        const { after, events } = chained(
          touch(report, LATER),
          aPersonId(`person-${index}`),
          LATER,
          {
            kind: 'edited',
            version: 1,
          },
        );
        return kept.records.commit({ report: { before: report, after, events } });
      });

      const results = await Promise.allSettled(changes);

      expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      for (const result of results) {
        if (result.status === 'rejected') expect(result.reason.code).toBe('revision_conflict');
      }
    });
  });

  describe('the chain of events', () => {
    const grow = async (links: number) => {
      let report = await create();
      for (let link = 1; link < links; link += 1) {
        const saved = saveContent(report, report.content, DRAFTER.id, LATER);
        const { after, events } = chained(saved, DRAFTER.id, LATER, {
          kind: 'edited',
          version: 1,
        });
        await kept.records.commit({ report: { before: report, after, events } });
        report = after;
      }
      return report;
    };

    test('is read in order, page by page, and is whole', async () => {
      const report = await grow(12);

      const pages = await inPages((page) => kept.records.reports.events(report.id, page), 5);

      expect(pages.map(({ length }) => length)).toEqual([5, 5, 2]);
      expect(brokenAt(pages.flat(), report.events)).toBeNull();
    });

    test('betrays a link that was changed, and one that was cut off', async () => {
      const report = await grow(3);
      const { items } = await kept.records.reports.events(report.id, FIRST);

      const changed = items.map((event) =>
        event.sequence === 2 ? { ...event, actor: CHAIRMAN.id } : event,
      );

      expect(brokenAt(changed, report.events)).toBe(2);
      expect(brokenAt(items.slice(0, 2), report.events)).toBe(3);
    });
  });

  /** Three drafts, one that came back and two in review, which changed in turns; the last two at the same moment. */
  const manyStates = async (drafterId: PersonId) => {
    const minute = (number: number): Instant => `2026-03-02T03:0${number}:00.000Z`;
    const draft = (number: number) => aReport({ drafterId, at: minute(number) });
    const asked = (number: number) => ({
      ...aSubmission(aReport({ drafterId })).report,
      updatedAt: minute(number),
    });
    const { report, submission, frozen } = aSubmission(aReport({ drafterId }));
    const returned = comeBack(
      report,
      { content: frozen, savedBy: submission.savedBy },
      { how: 'returned', reason: 'Thiếu số liệu', by: REVIEWER.id },
      minute(2),
    );
    const inReview = [asked(5), asked(5)].toReversed();
    const all: Report[] = [...inReview, draft(4), draft(3), returned, draft(1)];
    for (const after of all)
      await kept.records.commit({ report: { before: null, after, events: [] } });
    return { all, inReview, returned: all.filter((one) => stateOf(one) === 'returned') };
  };

  describe('a list', () => {
    test('of my reports shows them without their words, last change first', async () => {
      const drafterId = aPersonId('hoang-thi-yen');
      const older = await create(aReport({ drafterId }));
      const newer = await create(aReport({ drafterId, at: LATER }));
      const saved = saveContent(older, aContent(), drafterId, '2026-03-02T03:00:00.000Z');
      await kept.records.commit({ report: { before: older, after: saved, events: [] } });

      const { items, cursor } = await kept.records.reports.of(drafterId, null, FIRST);

      expect(items).toEqual([summaryOf(saved), summaryOf(newer)]);
      expect(cursor).toBeNull();
    });

    test('of my reports in one state has those alone, page by page as without it', async () => {
      const drafterId = aPersonId('luu-thi-na');
      const desk = await manyStates(drafterId);

      const drafts = await inPages((page) => kept.records.reports.of(drafterId, 'draft', page), 2);
      const returned = await inPages(
        (page) => kept.records.reports.of(drafterId, 'returned', page),
        2,
      );
      const asked = await inPages(
        (page) => kept.records.reports.of(drafterId, 'inReview', page),
        2,
      );

      expect(drafts.map((page) => page.map(({ status }) => status))).toEqual([
        ['draft', 'draft'],
        ['draft'],
      ]);
      expect(returned).toEqual([desk.returned.map(summaryOf)]);
      expect(asked.flat()).toEqual(desk.inReview.map(summaryOf));
      expect(await kept.records.reports.of(drafterId, 'rejected', FIRST)).toEqual({
        items: [],
        cursor: null,
      });
    });

    test.each([1, 2, 3, 50])(
      'of all my reports is in one order over all states, in pages of %i',
      async (limit) => {
        const drafterId = aPersonId(`pham-thi-mo-${limit}`);
        const desk = await manyStates(drafterId);

        const pages = await inPages(
          (page) => kept.records.reports.of(drafterId, null, page),
          limit,
        );

        expect(pages.flat()).toEqual(desk.all.map(summaryOf));
        expect(pages.every((page) => page.length > 0 && page.length <= limit)).toBe(true);
      },
    );

    test('says that its last page is the last, also when it is full', async () => {
      const drafterId = aPersonId('cao-ba-quat');
      for (let count = 0; count < 6; count += 1) await create(aReport({ drafterId }));

      const pages = await inPages((page) => kept.records.reports.of(drafterId, null, page), 3);

      expect(pages.map(({ length }) => length)).toEqual([3, 3]);
      expect(new Set(pages.flat().map(({ id }) => id)).size).toBe(6);
    });

    test('refuses the cursor of another list and a cursor that nobody gave', async () => {
      const drafterId = aPersonId('mai-van-loc');
      for (let count = 0; count < 2; count += 1) await create(aReport({ drafterId }));
      const { cursor } = await kept.records.reports.of(drafterId, null, { limit: 1, cursor: null });

      const refused = { code: 'cursor_invalid' };
      await expect(
        kept.records.reports.of(aPersonId('dang-van-tam'), null, { limit: 1, cursor }),
      ).rejects.toMatchObject(refused);
      for (const forged of ['', 'x', '%%%', Buffer.from('{"pk":1}').toString('base64url')]) {
        await expect(
          kept.records.reports.of(drafterId, null, { limit: 1, cursor: forged }),
        ).rejects.toMatchObject(refused);
      }
    });
  });

  describe('the versions of a report', () => {
    test('are listed latest first, those of other reports left out', async () => {
      const first = aSubmission();
      const second = aSubmission({ ...aReport(), id: first.report.id, version: 2 });
      for (const { submission, frozen } of [first, second, aSubmission()]) {
        await kept.records.commit({ submission: { before: null, after: submission, frozen } });
      }

      const pages = await inPages(
        (page) => kept.records.submissions.versionsOf(first.report.id, page),
        1,
      );

      expect(pages).toEqual([
        [{ id: second.submission.id, version: 2 }],
        [{ id: first.submission.id, version: 1 }],
      ]);
    });
  });
};
