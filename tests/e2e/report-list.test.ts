// Does a drafter see at a glance where each of their reports is, who has it, and since when? Pictures are in out/screens.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { look, picture } from '../support/accessibility.ts';
import { type BrowserOffice, openOffice } from '../support/browser.ts';
import { blockOn, paperOn, rewriteAndSave, rewriteBlock } from '../support/paper.ts';
import { onePage } from '../support/seed-report.ts';

const DRAFTER = 'tran-thi-thu-ha';
const REVIEWER = 'le-quoc-hung';
const SIGNER = 'nguyen-van-minh';

/** One report is issued, and every function starts for the first time. */
const STORY_MS = 400_000;

const LONG_WORD = 'Kếtquả'.repeat(80);
const A_BLOCK = 2;

/** How many desks this browser keeps words of a report for. */
const keptOf = (page: Page, reportId: string): Promise<number> =>
  page.evaluate(
    (wanted) =>
      new Promise((resolve, reject) => {
        const opening = indexedDB.open('trinh-ky');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const asked = opening.result.transaction('desks').objectStore('desks').getAll();
          asked.onerror = () => reject(asked.error);
          asked.onsuccess = () => {
            opening.result.close();
            resolve(asked.result.filter((desk) => desk.reportId === wanted).length);
          };
        };
      }),
    reportId,
  );

const rowOf = (page: Page, subject: string) =>
  page.getByRole('table').getByRole('row').filter({ hasText: subject });
const subjectsOn = (page: Page) => page.getByRole('table').getByRole('link').allTextContents();

describe('the list of my reports', () => {
  let office: BrowserOffice;
  let page: Page;
  beforeAll(async () => {
    office = await openOffice();
    const { byPost } = office;
    const draft = (subject: string) => byPost.draft({ ...onePage(), subject });
    const submit = async (subject: string) => byPost.submit(await draft(subject));

    const issued = await draft('Kết quả đã ban hành');
    const signed = await byPost.submit(issued);
    await byPost.decide(REVIEWER, signed, 'agree');
    await byPost.decide(SIGNER, signed, 'sign');
    await byPost.untilStatus(issued.id, 'issued');
    await byPost.decide(REVIEWER, await submit('Số liệu còn thiếu'), 'return', 'Thiếu số liệu');
    const agreed = await submit(
      'Chờ Chủ tịch ký: kết quả tuyên truyền công tác cải cách hành chính nhà nước quý I năm 2026 trên địa bàn xã',
    );
    await byPost.decide(REVIEWER, agreed, 'agree');
    await byPost.asked(SIGNER, agreed);
    await byPost.asked(REVIEWER, await submit('Chờ Phó Chủ tịch kiểm tra'));
    await draft('Dự thảo đang soạn');
    ({ page } = await office.sitDown(DRAFTER, '/bao-cao'));
  }, STORY_MS);
  afterAll(() => office?.close());

  it(
    'says of each its state, its round, who has it, and since when',
    async () => {
      const asked: string[] = [];
      page.on('request', (request) => {
        const { pathname } = new URL(request.url());
        if (pathname.startsWith('/api/reports')) asked.push(pathname);
      });
      await page.reload();
      const review = rowOf(page, 'Chờ Phó Chủ tịch kiểm tra');
      await review.waitFor();

      expect(await subjectsOn(page)).toEqual([
        'Dự thảo đang soạn',
        'Chờ Phó Chủ tịch kiểm tra',
        expect.stringMatching(/^Chờ Chủ tịch ký/),
        'Số liệu còn thiếu',
        'Kết quả đã ban hành',
      ]);
      await expect
        .poll(() => review.textContent())
        .toMatch(/Chờ kiểm tra.*Bước 1\/2.*Lê Quốc Hưng/);
      const signing = await rowOf(page, 'Chờ Chủ tịch ký').textContent();
      expect(signing).toMatch(/Chờ ký.*Bước 2\/2.*Nguyễn Văn Minh.*từ/);
      expect(await rowOf(page, 'Số liệu còn thiếu').textContent()).toMatch(
        /Số liệu còn thiếu.*Chưa sửa.*Bị trả lại.*Bạn.*từ/,
      );
      expect(await page.getByText('Chưa sửa', { exact: true }).count()).toBe(1);
      expect(await rowOf(page, 'Kết quả đã ban hành').textContent()).toMatch(
        /118\/BC-UBND.*Đã ban/,
      );
      // One answer says it all.
      expect(new Set(asked)).toEqual(new Set(['/api/reports']));

      const since = review.locator('time').first();
      expect(await since.getAttribute('title')).toMatch(/^\d\d:\d\d \d\d\/\d\d\/\d{4}$/);
      await page.emulateMedia({ media: 'print' });
      expect(await since.locator('span:visible').textContent()).toMatch(/^từ \d\d:\d\d/);
      await page.emulateMedia({ media: 'screen' });
      expect(await since.locator('span:visible').textContent()).toMatch(/^từ .*(phút|trước)/);
    },
    STORY_MS,
  );

  it(
    'shows those in one state, which the address keeps, and says when there is none',
    async () => {
      await page.getByRole('link', { name: 'Bị trả lại' }).click();
      await rowOf(page, 'Số liệu còn thiếu').waitFor();
      await rowOf(page, 'Chờ Chủ tịch ký').waitFor({ state: 'detached' });
      expect(await subjectsOn(page)).toEqual(['Số liệu còn thiếu']);
      await page.reload();
      await rowOf(page, 'Số liệu còn thiếu').waitFor();
      expect(await subjectsOn(page)).toEqual(['Số liệu còn thiếu']);
      const current = page.getByRole('navigation', { name: 'Lọc theo trạng thái' });
      expect(await current.locator('[aria-current]').allTextContents()).toEqual(['Bị trả lại']);

      await page.getByRole('link', { name: 'Không duyệt' }).click();
      await page.getByText('Không có kết quả với bộ lọc này.').waitFor();
      await page.getByRole('link', { name: 'Tất cả' }).click();
      await rowOf(page, 'Dự thảo đang soạn').waitFor();
      expect(await subjectsOn(page)).toHaveLength(5);
    },
    STORY_MS,
  );

  it(
    'says that there is no network, and goes on when there is',
    async () => {
      await page.context().setOffline(true);
      await page.getByRole('link', { name: 'Đã ban hành', exact: true }).click();
      await page
        .getByRole('alert')
        .getByText(/^Không kết nối được mạng/)
        .waitFor();
      await picture(page, 'my-reports-offline');
      await page.context().setOffline(false);
      await rowOf(page, 'Kết quả đã ban hành').waitFor();
      await page.getByRole('link', { name: 'Tất cả' }).click();
    },
    STORY_MS,
  );

  it(
    'leads to one that waits, which its drafter takes back to mend it: then nobody is asked any more',
    async () => {
      await page.getByRole('link', { name: 'Chờ Phó Chủ tịch kiểm tra' }).click();
      await page.getByRole('button', { name: 'Rút lại' }).click();
      const question = page.getByRole('dialog');
      await question.getByText(/^Rút lại để sửa\?/).waitFor();
      await question.getByRole('button', { name: 'Rút lại' }).click();
      await page.getByText('Bạn đã rút lại. Sửa xong, hãy trình ký lại.').first().waitFor();
      await paperOn(page).waitFor();
      const waiting = await (await office.byPost.as(REVIEWER)).get('/api/waiting');
      expect(waiting.status).toBe(200);
      expect(JSON.stringify(waiting)).not.toContain('Chờ Phó Chủ tịch kiểm tra');
    },
    STORY_MS,
  );

  it(
    'keeps nobody out, by day and by night, on a desk and on a phone',
    async () => {
      const found: string[] = [];
      const screens = [
        ['my-reports', DRAFTER, '/bao-cao'],
        ['waiting-list', SIGNER, '/cho-toi'],
      ] as const;
      for (const [name, person, path] of screens) {
        const { page: screen, leave } = await office.sitDown(person, path);
        await screen.getByRole('table').waitFor();
        found.push(...(await look(screen, name)));
        await leave();
      }
      expect(found).toEqual([]);
    },
    STORY_MS,
  );

  it(
    'is as wide as the screen, whatever somebody has typed',
    async () => {
      await office.byPost.draft({ ...onePage(), subject: LONG_WORD });
      const { page: screen, leave } = await office.sitDown(DRAFTER, '/bao-cao');
      await screen.getByRole('link', { name: LONG_WORD }).waitFor();
      expect(await look(screen, 'my-reports-long-word')).toEqual([]);
      await leave();
    },
    STORY_MS,
  );

  it(
    'is rid of a draft when its drafter says so of the words that they have seen; another tab goes on with its own elsewhere',
    async () => {
      const subject = 'Dự thảo bị xóa';
      const { id } = await office.byPost.draft({ ...onePage(), subject });
      const place = `/bao-cao/${id}`;
      const { page: screen, context, leave } = await office.sitDown(DRAFTER, place);
      await paperOn(screen).waitFor();
      const other = await context.newPage();
      await other.goto(screen.url());
      await rewriteAndSave(other, A_BLOCK, 'VIẾT Ở THẺ THỨ HAI');

      const question = screen.getByRole('dialog');
      const discard = async () => {
        await screen.getByRole('button', { name: 'Xóa dự thảo' }).click();
        await question.getByText(/Nội dung mất hẳn, không lấy lại được\.$/).waitFor();
      };
      await discard();
      expect(await look(screen, 'draft-discarded')).toEqual([]);
      await question.getByRole('button', { name: 'Xóa dự thảo' }).click();
      await question.getByText(/^Dự thảo vừa được lưu ở nơi khác\. Chưa xóa\./).waitFor();
      await screen.reload();
      await paperOn(screen).waitFor();

      // A save is under way when the question is asked: its answer comes first.
      const held = Promise.withResolvers<void>();
      await screen.route(`**/api/reports/${id}`, async (route) => {
        if (route.request().method() === 'PUT') await held.promise;
        await route.continue();
      });
      const sent = screen.waitForRequest((request) => request.method() === 'PUT');
      await rewriteBlock(screen, A_BLOCK, 'VIẾT TRƯỚC KHI XÓA');
      await sent;
      await discard();
      held.resolve();
      await question.getByRole('button', { name: 'Xóa dự thảo' }).click();
      await screen.getByRole('link', { name: 'Dự thảo đang soạn' }).waitFor();
      expect(await screen.getByRole('link', { name: subject }).count()).toBe(0);
      const { status } = await (await office.byPost.as(DRAFTER)).get(`/api/reports/${id}`);
      expect(status).toBe(404);
      await expect.poll(() => keptOf(screen, id)).toBe(0);

      // What the other tab writes now has nowhere to go, there or after a reload, until it begins a report of its own.
      await rewriteBlock(other, A_BLOCK, 'VIẾT SAU KHI XÓA');
      await other.getByText('Dự thảo này đã bị xóa').first().waitFor();
      expect(await look(other, 'draft-gone')).toEqual([]);
      await other.reload();
      await other.getByRole('button', { name: 'Soạn văn bản mới từ nội dung này' }).click();
      await blockOn(other, A_BLOCK).getByText('VIẾT SAU KHI XÓA').waitFor();
      expect(other.url()).not.toContain(place);
      await expect.poll(() => keptOf(other, id)).toBe(0);
      await leave();
    },
    STORY_MS,
  );
});
