// What must records keep, list and refuse, wherever they are? One suite for the table and for the tests' own memory.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { brokenAt, chained } from '../../functions/domain/audit-event.ts';
import { open } from '../../functions/domain/delivery.ts';
import { MOST_WORDS } from '../../functions/domain/findable.ts';
import { hold, sendOn } from '../../functions/domain/held-delivery.ts';
import { comeBack, type Report, saveContent, touch } from '../../functions/domain/report.ts';
import { stateOf, summaryOf } from '../../functions/domain/report-summary.ts';
import type { Step } from '../../functions/domain/step.ts';
import type { Urgency } from '../../functions/domain/urgency.ts';
import type { Change, Page, PageOf, Records, WordList } from '../../functions/use-cases/ports.ts';
import {
  A_HASH,
  aContent,
  aDelivery,
  anIssuedReport,
  aReport,
  aSignedSubmission,
  aSubmission,
  CHAIRMAN,
  CLERK,
  DRAFTER,
  MORNING,
  REVIEWER,
} from './builders.ts';

const FIRST = { limit: 100, cursor: null };
const LATER = '2026-03-02T02:00:00.000Z';

const inPages = async <Item>(
  read: (page: PageOf) => Promise<Page<Item>>,
  limit: number,
): Promise<Item[][]> => {
  const pages: Item[][] = [];
  let cursor: string | null = null;
  do {
    const page: Page<Item> = await read({ limit, cursor });
    pages.push(page.items);
    cursor = page.cursor;
  } while (cursor !== null);
  return pages;
};

/** `start` gives empty records and what ends them. */
export const recordsContract = (
  name: string,
  start: () => Promise<{ records: Records; stop(): Promise<void> }>,
): void => {
  describe(name, () => {
    let records: Records;
    let stop: () => Promise<void>;

    beforeAll(async () => {
      ({ records, stop } = await start());
    });
    afterAll(() => stop());

    const create = async (report = aReport()) => {
      const { after, events } = chained(report, DRAFTER.id, MORNING, { kind: 'created' });
      await records.commit({ report: { before: null, after, events } });
      return after;
    };

    describe('a report', () => {
      test('comes back as it was written, words and all', async () => {
        const report = await create();

        expect(await records.report(report.id)).toEqual(report);
      });

      test('comes back in every later status', async () => {
        const { report: inReview } = aSubmission();
        const { report: issuing } = aSignedSubmission();
        const issued = anIssuedReport();

        for (const after of [inReview, issuing, issued]) {
          await records.commit({ report: { before: null, after, events: [] } });
          expect(await records.report(after.id)).toEqual(after);
        }
      });

      test('that nobody has written is not there', async () => {
        expect(await records.report('rpt_nothing')).toBeNull();
      });

      test('is saved by whoever saw its present revision, and by nobody else', async () => {
        const report = await create();
        const mine = saveContent(report, aContent({ subject: 'Của tôi' }), DRAFTER.id, LATER);
        const theirs = saveContent(
          report,
          aContent({ subject: 'Của người khác' }),
          CLERK.id,
          LATER,
        );

        await records.commit({ report: { before: report, after: mine, events: [] } });
        const second = records.commit({ report: { before: report, after: theirs, events: [] } });

        await expect(second).rejects.toMatchObject({
          code: 'revision_conflict',
          details: { facts: { revision: 2, status: 'draft' } },
        });
        expect(await records.report(report.id)).toEqual(mine);
      });

      test('is created once', async () => {
        const report = await create();

        const again = records.commit({ report: { before: null, after: report, events: [] } });

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

        await expect(records.commit(change(overtaken))).rejects.toMatchObject({
          code: 'revision_conflict',
          details: { facts: { revision: 1, status: 'draft' } },
        });
        expect(await records.submission(submission.id)).toBeNull();
        expect(await records.frozen(submission.id)).toBeNull();

        await records.commit(change(draft));
        expect(await records.submission(submission.id)).toEqual(submission);
        expect(await records.frozen(submission.id)).toEqual(frozen);
        expect(await records.report(draft.id)).toEqual(report);
      });

      test('of a moment that two people share is made by one of them', async () => {
        const report = await create();
        const changes = Array.from({ length: 10 }, (_, index) => {
          const { after, events } = chained(touch(report, LATER), `person-${index}`, LATER, {
            kind: 'edited',
            version: 1,
          });
          return records.commit({ report: { before: report, after, events } });
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
          await records.commit({ report: { before: report, after, events } });
          report = after;
        }
        return report;
      };

      test('is read in order, page by page, and is whole', async () => {
        const report = await grow(12);

        const pages = await inPages((page) => records.events(report.id, page), 5);

        expect(pages.map(({ length }) => length)).toEqual([5, 5, 2]);
        expect(brokenAt(pages.flat(), report.events)).toBeNull();
      });

      test('betrays a link that was changed, and one that was cut off', async () => {
        const report = await grow(3);
        const { items } = await records.events(report.id, FIRST);

        const changed = items.map((event) =>
          event.sequence === 2 ? { ...event, actor: CHAIRMAN.id } : event,
        );

        expect(brokenAt(changed, report.events)).toBe(2);
        expect(brokenAt(items.slice(0, 2), report.events)).toBe(3);
      });
    });

    /** Three drafts, one that came back and two in review, which changed in turns; the last two at the same moment. */
    const manyStates = async (drafterId: string) => {
      const minute = (number: number) => `2026-03-02T03:0${number}:00.000Z`;
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
        await records.commit({ report: { before: null, after, events: [] } });
      return { all, inReview, returned: all.filter((one) => stateOf(one) === 'returned') };
    };

    describe('a list', () => {
      test('of my reports shows them without their words, last change first', async () => {
        const drafterId = 'hoang-thi-yen';
        const older = await create(aReport({ drafterId }));
        const newer = await create(aReport({ drafterId, at: LATER }));
        const saved = saveContent(older, aContent(), drafterId, '2026-03-02T03:00:00.000Z');
        await records.commit({ report: { before: older, after: saved, events: [] } });

        const { items, cursor } = await records.reportsOf(drafterId, null, FIRST);

        expect(items).toEqual([summaryOf(saved), summaryOf(newer)]);
        expect(cursor).toBeNull();
      });

      test('of my reports in one state has those alone, page by page as without it', async () => {
        const drafterId = 'luu-thi-na';
        const desk = await manyStates(drafterId);

        const drafts = await inPages((page) => records.reportsOf(drafterId, 'draft', page), 2);
        const returned = await inPages((page) => records.reportsOf(drafterId, 'returned', page), 2);
        const asked = await inPages((page) => records.reportsOf(drafterId, 'inReview', page), 2);

        expect(drafts.map((page) => page.map(({ status }) => status))).toEqual([
          ['draft', 'draft'],
          ['draft'],
        ]);
        expect(returned).toEqual([desk.returned.map(summaryOf)]);
        expect(asked.flat()).toEqual(desk.inReview.map(summaryOf));
        expect(await records.reportsOf(drafterId, 'rejected', FIRST)).toEqual({
          items: [],
          cursor: null,
        });
      });

      test.each([1, 2, 3, 50])(
        'of all my reports is in one order over all states, in pages of %i',
        async (limit) => {
          const drafterId = `pham-thi-mo-${limit}`;
          const desk = await manyStates(drafterId);

          const pages = await inPages((page) => records.reportsOf(drafterId, null, page), limit);

          expect(pages.flat()).toEqual(desk.all.map(summaryOf));
          expect(pages.every((page) => page.length > 0 && page.length <= limit)).toBe(true);
        },
      );

      test('says that its last page is the last, also when it is full', async () => {
        const drafterId = 'cao-ba-quat';
        for (let count = 0; count < 6; count += 1) await create(aReport({ drafterId }));

        const pages = await inPages((page) => records.reportsOf(drafterId, null, page), 3);

        expect(pages.map(({ length }) => length)).toEqual([3, 3]);
        expect(new Set(pages.flat().map(({ id }) => id)).size).toBe(6);
      });

      test('refuses the cursor of another list and a cursor that nobody gave', async () => {
        const drafterId = 'mai-van-loc';
        for (let count = 0; count < 2; count += 1) await create(aReport({ drafterId }));
        const { cursor } = await records.reportsOf(drafterId, null, { limit: 1, cursor: null });

        const refused = { code: 'cursor_invalid' };
        await expect(
          records.reportsOf('dang-van-tam', null, { limit: 1, cursor }),
        ).rejects.toMatchObject(refused);
        for (const forged of ['', 'x', '%%%', Buffer.from('{"pk":1}').toString('base64url')]) {
          await expect(
            records.reportsOf(drafterId, null, { limit: 1, cursor: forged }),
          ).rejects.toMatchObject(refused);
        }
      });
    });

    describe('the versions of a report', () => {
      test('are listed latest first, those of other reports left out', async () => {
        const first = aSubmission();
        const second = aSubmission({ ...aReport(), id: first.report.id, version: 2 });
        for (const { submission, frozen } of [first, second, aSubmission()]) {
          await records.commit({ submission: { before: null, after: submission, frozen } });
        }

        const pages = await inPages((page) => records.versionsOf(first.report.id, page), 1);

        expect(pages).toEqual([
          [{ id: second.submission.id, version: 2 }],
          [{ id: first.submission.id, version: 1 }],
        ]);
      });
    });

    describe('what an office has brought to an end', () => {
      test('is listed by kind, latest first, its own alone', async () => {
        const organizationId = 'org_son-dong';
        const step = (given: Partial<Step> = {}): Step => ({
          organizationId,
          submissionId: aSubmission().submission.id,
          kind: 'review',
          since: MORNING,
          at: MORNING,
          ...given,
        });
        const [early, late] = [step(), step({ at: LATER })];
        const others = [step({ kind: 'sign' }), step({ organizationId: 'org_son-tay' })];
        for (const one of [early, late, ...others]) await records.commit({ step: one });

        const pages = await inPages((page) => records.steps(organizationId, 'review', page), 1);

        expect(pages).toEqual([[late], [early]]);
      });
    });

    describe('those who are asked', () => {
      const ask = (
        submission: { id: string; reportId: string },
        person: string,
        since = MORNING,
      ) => ({
        submissionId: submission.id,
        reportId: submission.reportId,
        organizationId: 'org_son-trung',
        wait: { kind: 'round' as const, round: 0 },
        asked: { person },
        subject: 'Kết quả quý I',
        symbol: 'BC-UBND',
        urgency: null,
        drafterId: DRAFTER.id,
        since,
        reminders: 0,
      });

      test('find the most urgent first, however long the others have waited', async () => {
        const person = 'nong-thi-hien';
        const waiting = (urgency: Urgency | null, since = LATER) => ({
          ...ask(aSubmission().submission, person, since),
          urgency,
        });
        const ordinary = waiting(null, MORNING);
        const urgent = waiting('urgent');
        const immediate = waiting('immediate');
        const waitedLonger = waiting('immediate', MORNING);
        const all = [ordinary, urgent, immediate, waitedLonger];
        await records.commit({ asked: { add: all, remove: [] } });

        const pages = await inPages(
          (page) => records.askedOf('org_son-trung', { person }, page),
          3,
        );

        expect(pages).toEqual([[waitedLonger, immediate, urgent], [ordinary]]);
      });

      test('find what waits for them, longest waiting first, until it no longer does', async () => {
        const first = aSubmission().submission;
        const second = aSubmission().submission;
        const late = ask(first, REVIEWER.id, LATER);
        const early = ask(second, REVIEWER.id);
        await records.commit({
          asked: { add: [late, early, ask(first, CHAIRMAN.id)], remove: [] },
        });

        const mine = () => records.askedOf('org_son-trung', { person: REVIEWER.id }, FIRST);
        expect((await mine()).items).toEqual([early, late]);
        expect(await records.askedIn(first.id)).toHaveLength(2);

        await records.commit({ asked: { add: [], remove: [late] } });
        expect((await mine()).items).toEqual([early]);
      });

      test('stay on the list when they are taken off it and put on it in one change', async () => {
        const { submission } = aSubmission();
        const before = ask(submission, REVIEWER.id);
        const after = { ...before, reminders: 1 };
        await records.commit({ asked: { add: [before], remove: [] } });

        await records.commit({ asked: { add: [after], remove: [before] } });

        expect(await records.askedIn(submission.id)).toEqual([after]);
      });

      test('as clerks find what waits for any of them', async () => {
        const { submission } = aSubmission();
        const seal = {
          ...ask(submission, ''),
          asked: { role: 'clerk' as const },
          wait: { kind: 'seal' as const },
        };
        await records.commit({ asked: { add: [seal], remove: [] } });

        const { items } = await records.askedOf('org_son-trung', { role: 'clerk' }, FIRST);

        expect(items).toEqual([seal]);
      });
    });

    describe('a token', () => {
      test('is found by its wait', async () => {
        const { submission } = aSubmission();
        const wait = { kind: 'round' as const, round: 0 };
        const token = { submissionId: submission.id, wait, token: 'a-token', told: true };

        await records.commit({ token });
        expect(await records.token(submission.id, wait)).toEqual(token);
        expect(await records.token(submission.id, { kind: 'seal' })).toBeNull();
      });
    });

    describe('what the workflow owes', () => {
      test('is listed since before a moment, and no longer once it is settled', async () => {
        const { submission } = aSubmission();
        await records.commit({ submission: { before: null, after: submission } });

        expect((await records.owed(LATER, FIRST)).items).toContain(submission.id);
        expect((await records.owed(MORNING, FIRST)).items).not.toContain(submission.id);

        const settled = { ...submission, owedSince: null, revision: 2 };
        await records.commit({ submission: { before: submission, after: settled } });
        expect((await records.owed(LATER, FIRST)).items).not.toContain(submission.id);
      });
    });

    describe('a delivery', () => {
      test('is found in the inbox, under its status and under its report', async () => {
        const recipientId = 'org_phong-noi-vu';
        const first = aDelivery({ recipientId });
        const second = aDelivery({ recipientId, at: LATER });
        for (const after of [first, second]) {
          await records.commit({ delivery: { before: null, after, events: [] } });
        }
        const opened = open(first, LATER);
        const { after, events } = chained(opened, CLERK.id, LATER, { kind: 'opened' });
        await records.commit({ delivery: { before: first, after, events } });

        expect(await records.delivery(first.id)).toEqual(after);
        const list = async (status: 'arrived' | 'opened' | 'received' | null) =>
          (await records.deliveriesTo(recipientId, status, FIRST)).items;
        expect(await list(null)).toEqual([second, after]);
        expect(await list('arrived')).toEqual([second]);
        expect(await list('opened')).toEqual([after]);
        expect(await list('received')).toEqual([]);
        const on = async (day: string) =>
          (await records.deliveriesTo(recipientId, null, FIRST, { from: day, until: day })).items;
        expect(await on('2026-03-02')).toEqual([second, after]);
        expect(await on('2026-03-03')).toEqual([]);
        expect(await records.deliveriesOf(first.reportId)).toEqual([after]);
        const chain = (await records.events(first.id, FIRST)).items;
        expect(brokenAt(chain, after.events)).toBeNull();
      });

      test('to 150 recipients of one report is listed whole', async () => {
        const { reportId } = aDelivery();
        for (let count = 0; count < 150; count += 1) {
          const after = aDelivery({ reportId, recipientId: `org_number-${count}` });
          await records.commit({ delivery: { before: null, after, events: [] } });
        }

        expect(await records.deliveriesOf(reportId)).toHaveLength(150);
      });
    });

    describe('a delivery that is held', () => {
      const heldOf = (reportId: string, recipientId: string, since = MORNING) => {
        const { submissionId, type, subject, issue } = aDelivery();
        const { number, symbol, date } = issue;
        const given = { number, symbol, date, recipientName: 'UBND huyện Hương Sơn' };
        const about = { reportId, submissionId, senderId: 'org_that-holds', recipientId };
        return hold({ ...about, ...given, type, subject, why: 'closed', since });
      };

      test('waits in its sender’s list until its clerk decides, and stays with its report', async () => {
        const { reportId } = aDelivery();
        const late = heldOf(reportId, 'org_closed-late', LATER);
        const early = heldOf(reportId, 'org_closed-early');
        for (const after of [late, early]) await records.commit({ held: { before: null, after } });

        expect((await records.heldBy('org_that-holds', FIRST)).items).toEqual([early, late]);
        const after = sendOn(early, { id: 'org_one', name: 'UBND tỉnh' }, CLERK.id, LATER);
        await records.commit({ held: { before: early, after } });

        expect((await records.heldBy('org_that-holds', FIRST)).items).toEqual([late]);
        expect(await records.held(reportId, early.recipientId)).toEqual(after);
        expect(await records.held(reportId, 'org_one')).toBeNull();
        expect(await records.heldOf(reportId)).toEqual(expect.arrayContaining([after, late]));
        expect(await records.deliveriesOf(reportId)).toEqual([]);
        await expect(records.commit({ held: { before: early, after } })).rejects.toMatchObject({
          code: 'revision_conflict',
        });
      });
    });

    describe('words', () => {
      const shelf = 'report' as const;
      const ever = { from: null, until: null };
      const put = async (organizationId: string, id: string, at: string, words: string[]) => {
        const after = { shelf, organizationId, id, at, words };
        await records.commit({ findable: { before: null, after } });
        return after;
      };
      const idsOf = async (organizationId: string, list: WordList, limit = 100) =>
        (await inPages((page) => records.words(shelf, organizationId, list, page), limit)).map(
          (page) => page.map(({ id }) => id),
        );

      test('find documents newest first, of one office and one shelf, page by page', async () => {
        const office = 'org_words';
        for (let day = 1; day <= 5; day += 1) {
          await put(office, `rpt_${day}`, `2026-03-0${day}T01:00:00.000Z`, ['cong', 'tac']);
        }
        await put('org_other', 'rpt_other', MORNING, ['cong']);
        const list = { word: 'cong', days: ever };

        expect(await idsOf(office, list, 2)).toEqual([
          ['rpt_5', 'rpt_4'],
          ['rpt_3', 'rpt_2'],
          ['rpt_1'],
        ]);
        expect(await idsOf(office, { word: 'con', days: ever })).toEqual([[]]);
        expect((await records.words('delivery', office, list, FIRST)).items).toEqual([]);
        const [found] = (await records.words(shelf, office, list, FIRST)).items;
        expect(found).toMatchObject({ word: 'cong', words: ['cong', 'tac'] });
        const behind = await records.words(shelf, office, list, {
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
        const on = (from: string | null, until: string | null) =>
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

        await records.commit({ findable: { before, after } });

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

        await records.commit({
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

    describe('the registers', () => {
      const outgoing = (number: number) => ({
        organizationId: 'org_son-mau',
        year: 2026,
        series: 'baoCao' as const,
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
        status: 'reserved' as const,
      });

      test('of outgoing documents are read by number, and an entry is completed once', async () => {
        for (const number of [118, 9, 1_000]) {
          await records.commit({ outgoing: { before: null, after: outgoing(number) } });
        }
        const complete = { ...outgoing(118), status: 'complete' as const, sentAt: LATER };
        await records.commit({ outgoing: { before: outgoing(118), after: complete } });

        const { items } = await records.outgoing('org_son-mau', 2026, 'baoCao', FIRST);
        expect(items.map(({ number }) => number)).toEqual([9, 118, 1_000]);
        expect(await records.outgoingEntry('org_son-mau', 2026, 'baoCao', 118)).toEqual(complete);
        const on = async (day: string) =>
          (
            await records.outgoing('org_son-mau', 2026, 'baoCao', FIRST, { from: day, until: day })
          ).items.map(({ number }) => number);
        expect(await on('2026-03-02')).toEqual([9, 118, 1_000]);
        expect(await on('2026-03-01')).toEqual([]);
        await expect(
          records.commit({ outgoing: { before: outgoing(118), after: complete } }),
        ).rejects.toMatchObject({
          code: 'revision_conflict',
          details: { facts: { status: 'complete' } },
        });
      });

      test('of incoming documents give each number once', async () => {
        const organizationId = 'org_phong-van-hoa';
        const entry = (incomingNumber: number) => ({
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
        const counter = (lastNumber: number) => ({ organizationId, year: 2026, lastNumber });
        const take = (before: ReturnType<typeof counter> | null, number: number) =>
          records.commit({
            incomingCounter: { before, after: counter(number) },
            incoming: entry(number),
          });

        await take(null, 1);
        await take(counter(1), 2);

        await expect(take(counter(1), 2)).rejects.toMatchObject({ code: 'revision_conflict' });
        expect(await records.incomingCounter(organizationId, 2026)).toEqual(counter(2));
        const { items } = await records.incoming(organizationId, 2026, FIRST);
        expect(items).toEqual([entry(1), entry(2)]);
        const since = { from: '2026-03-03', until: null };
        expect((await records.incoming(organizationId, 2026, FIRST, since)).items).toEqual([]);
        expect(await records.incomingEntry(organizationId, 2026, 2)).toEqual(entry(2));
        expect(await records.incomingEntry(organizationId, 2026, 3)).toBeNull();
      });
    });

    describe('an issued file', () => {
      const known = (sha256: string) => ({
        sha256,
        role: 'pdf' as const,
        reportId: 'rpt_one',
        versionId: 'v1',
        organizationName: 'UBND xã Sơn Trung',
        number: 118,
        symbol: 'BC-UBND',
        date: '2026-03-02',
      });

      test('is known by the hash of its bytes', async () => {
        const file = known(A_HASH);

        await records.commit({ file: [file] });

        expect(await records.fileByHash(A_HASH)).toEqual(file);
        expect(await records.fileByHash('c'.repeat(64))).toBeNull();
      });

      test('stays known as what it was issued as first', async () => {
        const file = known('d'.repeat(64));
        const forwarded = {
          ...file,
          role: 'attachment' as const,
          reportId: 'rpt_two',
          organizationName: 'UBND huyện Hương Sơn',
        };
        await records.commit({ file: [file] });

        const second = records.commit({ file: [forwarded] });

        await expect(second).rejects.toMatchObject({ code: 'revision_conflict' });
        expect(await records.fileByHash(file.sha256)).toEqual(file);
      });
    });
  });
};
