// What happens to a page that has been open for long: when a new version is published, and when the browser brings it back later?
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { barriersOn } from '../support/accessibility.ts';
import { type BrowserOffice, openOffice } from '../support/browser.ts';

/** Functions start for the first time, on a machine that does other things as well. */
const STORY_MS = 200_000;
const DRAFTER = 'tran-thi-thu-ha';
const TOLD = /^Trình Ký có bản mới\./;

/** From now on the front page names other files, as after a deployment. */
const publish = (page: Page) =>
  page.route('**/', (route) =>
    route.fulfill({
      contentType: 'text/html; charset=utf-8',
      body: '<!doctype html><script type="module" src="/assets/index-of-tomorrow.js"></script>',
    }),
  );

/** Somebody comes back to the window, an hour later. */
const comeBackToWindow = (page: Page) =>
  page.evaluate(() => {
    const { now } = performance;
    performance.now = () => now.call(performance) + 3_600_000;
    dispatchEvent(new Event('focus'));
  });

describe('a page of an earlier version', () => {
  let office: BrowserOffice;
  beforeAll(async () => {
    office = await openOffice();
  });
  afterAll(() => office?.close());

  it(
    'says so once, drops nothing that is typed, and reloads when it is told to',
    async () => {
      const { page } = await office.sitDown('dinh-cong-tuan', '/danh-ba/org_son-trung/them-nguoi');
      const name = page.getByRole('textbox', { name: 'Họ và tên' }).first();
      await name.fill('Trần Văn Mới');
      await comeBackToWindow(page);
      await page.waitForLoadState('networkidle');
      expect(await page.getByText(TOLD).count()).toBe(0);

      await publish(page);
      await comeBackToWindow(page);
      await page.getByText(TOLD).waitFor();
      expect(await barriersOn(page)).toEqual([]);
      await page.getByRole('button', { name: 'Tải lại' }).click();
      await page
        .getByText('Trên trang có chữ bạn đã nhập mà chưa gửi.', { exact: false })
        .waitFor();
      expect(await name.inputValue()).toBe('Trần Văn Mới');

      await name.fill('');
      await page.unrouteAll();
      await Promise.all([
        page.waitForEvent('load'),
        page.getByRole('button', { name: 'Bỏ chữ chưa gửi và tải lại' }).click(),
      ]);
      await name.waitFor();
      expect(await page.getByText(TOLD).count()).toBe(0);
      expect(office.complaints).toEqual([]);
    },
    STORY_MS,
  );

  it(
    'offers the new one where a screen cannot be had any more, and does not reload by itself',
    async () => {
      const { page } = await office.sitDown(DRAFTER, '/bao-cao');
      await page.getByRole('heading', { level: 1 }).waitFor();
      await publish(page);
      await page.route('**/assets/search-*.js', (route) => route.fulfill({ status: 404 }));
      await page.evaluate(() => Object.assign(globalThis, { isStill: true }));
      await page.getByRole('searchbox').fill('kết quả');
      await page.keyboard.press('Enter');
      await page.getByText('Màn hình này thuộc bản mới của Trình Ký.', { exact: false }).waitFor();
      expect(await page.evaluate(() => 'isStill' in globalThis)).toBe(true);
      await page.unrouteAll();
      await page.getByRole('alert').getByRole('button', { name: 'Tải lại' }).click();
      await page.getByRole('heading', { name: 'Tìm kiếm' }).waitFor();
      office.complaints.splice(0);
    },
    STORY_MS,
  );
});

describe('a page that the browser brings back', () => {
  let office: BrowserOffice;
  beforeAll(async () => {
    office = await openOffice();
  });
  afterAll(() => office?.close());

  /** As out of the back-forward cache: the page goes on where it was left. */
  const away = (page: Page) =>
    page.evaluate(() => dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true })));
  const back = (page: Page) =>
    page.evaluate(() => dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })));

  it(
    'is shown again to those whose it is, and to nobody else',
    async () => {
      const { page, context } = await office.sitDown(DRAFTER, '/bao-cao');
      const title = page.getByRole('heading', { name: 'Văn bản của tôi' });
      await title.waitFor();
      await away(page);
      await back(page);
      await title.waitFor();

      // Somebody has signed out meanwhile, where this page did not hear of it.
      await away(page);
      await context.clearCookies();
      let answer = () => {};
      await page.route('**/api/session/renewal', async (route) => {
        await new Promise<void>((resolve) => {
          answer = resolve;
        });
        await route.continue();
      });
      const asks = page.waitForRequest('**/api/session/renewal');
      await back(page);
      await asks;
      expect(await title.isVisible()).toBe(false);
      answer();
      await page.waitForURL((url) => url.pathname === '/');
      await page.getByRole('button', { name: 'Đăng nhập' }).first().waitFor();
      expect(office.complaints).toEqual([]);
    },
    STORY_MS,
  );
});
