// Are the screens of the drafter for everybody, on a desk and on a phone? Judged by axe; pictures of all are in out/screens.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { barriersOn, isTooWide, picture } from '../support/accessibility.ts';
import { type Office, openOffice } from '../support/browser.ts';
import { blockOn, paperOn, rewriteBlock } from '../support/paper.ts';

const DRAFTER = 'tran-thi-thu-ha';
/** A few screens, and every function's first start, on a machine that does other things as well. */
const STORY_MS = 300_000;

const SIZES = {
  desk: { width: 1366, height: 768 },
  phone: { width: 390, height: 844 },
};

const view = (page: Page, name: RegExp) => page.getByText(name).filter({ visible: true }).click();

describe.each(Object.entries(SIZES))('on a %s, the drafter', (size, viewport) => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice(viewport);
  });
  afterAll(() => office?.close());

  it(
    'meets no barrier on the way from the list to the submitted report',
    async () => {
      const barriers: Record<string, string[]> = {};
      const look = async (page: Page, name: string) => {
        await picture(page, `drafting-${name}-${size}`);
        const wide = (await isTooWide(page)) ? ['wider than the screen'] : [];
        barriers[name] = [...wide, ...(await barriersOn(page))];
      };
      const { page, context } = await office.sitDown(DRAFTER, '/bao-cao');
      await page.getByText('Chưa có báo cáo nào.').waitFor();
      await look(page, 'empty-list');
      await page.getByRole('link', { name: 'Soạn báo cáo' }).click();
      await page.getByRole('button', { name: 'Soạn báo cáo: Từ báo cáo mẫu' }).waitFor();
      await look(page, 'new');
      await page.getByRole('button', { name: 'Soạn báo cáo: Từ báo cáo mẫu' }).click();
      await paperOn(page).waitFor();
      await page
        .getByText(/^Thể thức \([1-9]\d*\)$/)
        .first()
        .waitFor({ state: 'attached' });
      await look(page, 'paper');
      await view(page, /^Thể thức \(\d+\)$/);
      await look(page, 'findings');
      await view(page, /^Bản in$/);
      await page.getByRole('img', { name: 'Trang 1/4' }).waitFor();
      await look(page, 'print');

      // Another tab has saved: both stand side by side.
      const other = await context.newPage();
      await other.goto(page.url());
      await rewriteBlock(other, 1, 'Viết ở thẻ thứ hai.');
      await other.getByText('Chưa lưu').waitFor();
      await other.getByText('Đã lưu', { exact: true }).waitFor();
      if (size === 'phone') await view(page, /^Soạn thảo$/);
      await rewriteBlock(page, 2, 'VIẾT Ở THẺ THỨ NHẤT');
      await page.getByText('Dự thảo đã được lưu ở nơi khác').waitFor();
      const sides = page.getByRole('alert').getByRole('row');
      await sides.filter({ hasText: 'Viết ở thẻ thứ hai.' }).waitFor();
      await sides.filter({ hasText: 'VIẾT Ở THẺ THỨ NHẤT' }).waitFor();
      await look(page, 'conflict');
      await page.getByRole('button', { name: 'Dùng bản đã lưu' }).click();
      expect(await blockOn(page, 1).textContent()).toBe('Viết ở thẻ thứ hai.');

      // The last look, and the way from there.
      await page.getByRole('button', { name: 'Trình ký' }).click();
      await page.getByRole('button', { name: 'Vẫn trình ký' }).waitFor();
      await look(page, 'submit');
      await page.getByRole('button', { name: 'Vẫn trình ký' }).click();
      await page.getByText(/^Kiểm tra: Lê Quốc Hưng, từ/).waitFor();
      await look(page, 'follow');

      expect(barriers).toEqual(Object.fromEntries(Object.keys(barriers).map((name) => [name, []])));
    },
    STORY_MS,
  );
});
