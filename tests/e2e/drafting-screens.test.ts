// Are the screens of the drafter for everybody, on a desk and on a phone? Judged by axe; pictures of all are in out/screens.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isWithin, look } from '../support/accessibility.ts';
import { type BrowserOffice, openOffice } from '../support/browser.ts';
import { blockOn, paperOn, rewriteAndSave, rewriteBlock } from '../support/paper.ts';

const DRAFTER = 'tran-thi-thu-ha';
/** A few screens, and every function's first start, on a machine that does other things as well. */
const STORY_MS = 300_000;

/** On it, each side of the desk is a view of its own, so that the way leads through all of them. */
const PHONE = { width: 390, height: 844 };

const view = (page: Page, name: RegExp) => page.getByText(name).filter({ visible: true }).click();

describe('the drafter, on a desk and on a phone', () => {
  let office: BrowserOffice;
  beforeAll(async () => {
    office = await openOffice(PHONE);
  });
  afterAll(() => office?.close());

  it(
    'meets no barrier on the way from the list to the submitted report',
    async () => {
      const barriers: string[] = [];
      const see = async (name: string) => {
        barriers.push(...(await look(page, `drafting-${name}`)));
      };
      const { page, context } = await office.sitDown(DRAFTER, '/bao-cao');
      await page.getByText('Chưa có văn bản nào.').waitFor();
      await see('empty-list');
      await page.getByRole('link', { name: 'Soạn văn bản' }).click();
      await page.getByRole('button', { name: 'Dùng mẫu này: Từ báo cáo mẫu' }).waitFor();
      await see('new');
      await page.getByRole('button', { name: 'Dùng mẫu này: Từ báo cáo mẫu' }).click();
      await paperOn(page).waitFor();
      await page
        .getByText(/^Thể thức \([1-9]\d*\)$/)
        .first()
        .waitFor({ state: 'attached' });
      await see('paper');
      // What has no room on a phone stands behind one press, with its name.
      const more = page.getByRole('button', { name: 'Công cụ khác' });
      await more.click();
      const found = page.getByRole('menuitem', { name: /^Tìm, thay/ });
      await found.waitFor();
      await see('more-tools');
      await found.click();
      await page.locator(':focus[aria-label="Tìm trong nội dung"]').waitFor();
      await page.getByRole('button', { name: 'Thay', exact: true }).click();
      await see('find');
      await page.keyboard.press('Escape');
      // The outline opens above the bar, however high that is, and Escape closes it.
      const opens = page.getByRole('button', { name: 'Mở đề mục' });
      const outline = page.getByRole('navigation', { name: 'Đề mục' });
      await opens.click();
      await outline.waitFor();
      const shows = page.getByRole('button', { name: 'Đóng đề mục' });
      const [foot, bar] = await Promise.all(
        [outline, shows].map((each) =>
          each.evaluate((element) => {
            const { top, bottom } = (element.parentElement ?? element).getBoundingClientRect();
            return { top, bottom };
          }),
        ),
      );
      expect(foot?.bottom).toBeLessThanOrEqual(Math.ceil(bar?.top ?? 0));
      await see('outline');
      await page.keyboard.press('Escape');
      await outline.waitFor({ state: 'detached' });
      await expect
        .poll(() => opens.evaluate((press) => press === document.activeElement))
        .toBe(true);
      const way = page.getByRole('button', { name: /^Dòng 1:/ }).last();
      await way.click();
      await page.getByRole('button', { name: 'Chuyển xuống' }).waitFor();
      await see('recipients');
      await way.click();
      await view(page, /^Thể thức \(\d+\)$/);
      await see('findings');
      await view(page, /^Bản in$/);
      await page.getByRole('img', { name: 'Trang 1/4' }).waitFor();
      await see('print');

      // Another tab has saved: both stand side by side.
      const other = await context.newPage();
      await other.goto(page.url());
      await rewriteAndSave(other, 1, 'Viết ở thẻ thứ hai.');
      await view(page, /^Soạn thảo$/);
      await rewriteBlock(page, 2, 'VIẾT Ở THẺ THỨ NHẤT');
      const alert = page.getByRole('alert').filter({ hasText: 'Dự thảo đã được lưu ở nơi khác' });
      const sides = alert.getByRole('row');
      await sides.filter({ hasText: 'Viết ở thẻ thứ hai.' }).waitFor();
      await sides.filter({ hasText: 'VIẾT Ở THẺ THỨ NHẤT' }).waitFor();
      await see('conflict');
      // However far one has scrolled, it is said beside what is saved, and leads to its place.
      await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
      const message = page.getByRole('button', { name: 'Dự thảo đã được lưu ở nơi khác' });
      expect(await isWithin(message)).toBe(true);
      expect(await isWithin(alert)).toBe(false);
      await see('conflict-below');
      await message.click();
      await expect.poll(() => isWithin(alert.getByText('Bản của tôi').first())).toBe(true);
      await page.getByRole('button', { name: 'Dùng bản đã lưu' }).click();
      await alert.waitFor({ state: 'detached' });
      expect(await blockOn(page, 1).textContent()).toBe('Viết ở thẻ thứ hai.');

      // The last look, and the way from there.
      await page.getByRole('button', { name: 'Trình ký' }).click();
      await page.getByRole('button', { name: 'Vẫn trình ký' }).waitFor();
      await see('submit');
      await page.getByRole('button', { name: 'Vẫn trình ký' }).click();
      await page.getByText(/^Kiểm tra: Lê Quốc Hưng, từ/).waitFor();
      await see('follow');

      expect(barriers).toEqual([]);
    },
    STORY_MS,
  );
});
