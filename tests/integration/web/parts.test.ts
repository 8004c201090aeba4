// Can everybody use every part, in every state, by day and by night, on a desk and on a phone? Pictures are in out/parts.
import { mkdirSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { barriersOn, isTooWide, light } from '../../support/accessibility.ts';
import { borrowBrowser } from '../../support/browser.ts';
import { openParts } from '../../support/shown-parts.ts';

const PICTURES = 'out/parts/';
/** What is said to be so long ago stays so. */
const NOW = '2026-11-30T02:00:00Z';

const SIZES = { desk: { width: 1366, height: 768 }, phone: { width: 390, height: 844 } };

describe('the parts', () => {
  let page: Page;
  const complaints: string[] = [];
  beforeAll(async () => {
    const context = await (await borrowBrowser()).newContext({
      viewport: SIZES.desk,
      locale: 'vi-VN',
      timezoneId: 'Asia/Ho_Chi_Minh',
      reducedMotion: 'reduce',
    });
    page = await context.newPage();
    await page.clock.setFixedTime(NOW);
    await openParts(page, complaints);
    mkdirSync(PICTURES, { recursive: true });
  });
  afterAll(() => page?.context().close());

  it.each(
    (['desk', 'phone'] as const).flatMap((size) =>
      (['light', 'dark'] as const).map((scheme) => [size, scheme] as const),
    ),
  )('keep nobody out on a %s in the %s', async (size, scheme) => {
    await page.setViewportSize(SIZES[size]);
    await light(page, scheme);
    const barriers = await barriersOn(page);
    await page.screenshot({ path: `${PICTURES}${size}-${scheme}.png`, fullPage: true });
    expect(barriers).toEqual([]);
    expect(await isTooWide(page)).toBe(false);
    expect(complaints).toEqual([]);
  });

  it('ask in a dialog that has the focus, and give it back', async () => {
    const asks = page.getByRole('button', { name: 'Hỏi lý do' });
    await asks.click();
    const dialog = page.getByRole('dialog', { name: 'Không duyệt' });
    await dialog.getByLabel('Lý do không duyệt').waitFor();
    expect(await barriersOn(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    expect(await asks.evaluate((each) => each === document.activeElement)).toBe(true);
  });

  it('go through a list by keys, into what is open beside it and back', async () => {
    await page.setViewportSize(SIZES.desk);
    const panes = page.locator('[data-panes]').last();
    const focused = () => page.evaluate(() => document.activeElement?.textContent ?? '');
    await panes.getByRole('button', { name: 'Có văn bản mới' }).click();
    // Nothing has moved; what came is shown when somebody wants it, and has the focus.
    await panes.getByRole('button', { name: '1 văn bản mới' }).click();
    expect(await focused()).toContain('Công tác dân số năm 2026');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    const open = panes.getByRole('heading', { level: 2, name: 'Tình hình kinh tế' });
    await open.waitFor();
    expect(await focused()).toContain('Tình hình kinh tế');
    await page.keyboard.press('Enter');
    const shown = panes.getByRole('region', { name: 'Văn bản đang xem' });
    const isThere = () => shown.evaluate((each) => each === document.activeElement);
    expect(await isThere()).toBe(true);
    await page.keyboard.press('j');
    await open.waitFor({ state: 'detached' });
    expect(await isThere()).toBe(true);
    await page.keyboard.press('Escape');
    expect(await focused()).toContain('Công tác phòng, chống thiên tai');
    expect(await barriersOn(page)).toEqual([]);
  });
});
