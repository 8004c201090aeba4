// Can everybody use every screen, by day and by night, on a desk and on a phone? Judged by axe; pictures are in out/screens.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DOCUMENT_TYPES } from '../../functions/domain/content/document-type.ts';
import { ASSEMBLY, WEB } from '../../infra/local/commands/synthesize.ts';
import { CHOICE } from '../../infra/local/sign-in/choice.ts';
import { LIST_PATH, LIST_TITLE } from '../../infra/local/sign-in/page.ts';
import * as en from '../../web/words/en.ts';
import * as vi from '../../web/words/vi.ts';
import { barriersOn, isTooWide, look, picture } from '../support/accessibility.ts';
import { type BrowserOffice, goWithin, openOffice } from '../support/browser.ts';

/** Some twenty screens, each looked at up to four times, and the story behind them. */
const STORY_MS = 400_000;

/** What a report in each state of its life is called in addresses. */
type Addresses = { reportId: string; submissionId: string; deliveryId: string };

/** Whose screens, and what must stand on each before it is judged. */
const SCREENS: Record<string, [string, (at: Addresses) => string, RegExp][]> = {
  'tran-thi-thu-ha': [
    ['reports', () => '/bao-cao', /Văn bản của tôi/],
    ['new-report', () => '/bao-cao/moi', /Soạn văn bản/],
    ['followed', ({ reportId }) => `/bao-cao/${reportId}`, /118\/BC-UBND/],
    ['guide', () => '/huong-dan/soan-thao', /Bắt đầu từ cái đã có/],
  ],
  'nguyen-van-minh': [
    ['waiting', () => '/cho-toi', /Chờ tôi xử lý/],
    ['decision', ({ submissionId }) => `/cho-toi/${submissionId}`, /Ký số/],
    ['decided', () => '/da-xu-ly', /Đã ký số/],
    ['my-signature', () => '/chu-ky', /Đang hiệu lực/],
  ],
  'phan-thi-ngoc-lan': [
    ['registry', () => '/van-thu', /Chờ văn thư/],
    ['outgoing', () => '/so-van-ban-di', /118\/BC-UBND/],
  ],
  'vo-thi-hong-nhung': [
    ['inbox', () => '/van-ban-den', /Kết quả/],
    ['search', () => '/tim-kiem', /Tìm kiếm/],
    ['verification', () => '/kiem-tra', /Kiểm tra chữ ký/],
    ['delivery', ({ deliveryId }) => `/van-ban-den/${deliveryId}`, /Tiếp nhận, vào sổ/],
    ['incoming', () => '/so-van-ban-den', /Sổ đăng ký văn bản đến/],
  ],
  'dinh-cong-tuan': [
    ['checklist', () => '/chuan-bi', /Đã chuẩn bị xong/],
    ['keys', () => '/khoa-ky', /Lê Quốc Hưng/],
    ['directory', () => '/danh-ba', /Phòng Nội vụ huyện Hương Sơn/],
    ['new-person', () => '/danh-ba/org_son-trung/them-nguoi', /Quản lý danh bạ/],
    ['person', () => '/danh-ba/org_son-trung/nguoi-dung/le-quoc-hung', /Khối chữ ký/],
    [
      'first-administrator',
      () => '/danh-ba/org_phong-noi-vu/quan-tri-dau-tien',
      /Thêm quản trị đầu tiên/,
    ],
    ['new-organization', () => '/danh-ba/them', /Trực thuộc/],
    ['organization', () => '/danh-ba/org_phong-noi-vu', /Mã định danh/],
    ['settings', () => '/cai-dat', /Người cài đặt hệ thống/],
    ['templates', () => '/mau', /118\/BC-UBND/],
  ],
};

type Catalogue = { [key: string]: string | ((...facts: never[]) => string) | Catalogue };
const sentencesOf = (catalogue: Catalogue): string[] =>
  Object.values(catalogue).flatMap((said) => {
    if (typeof said === 'object') return sentencesOf(said);
    return typeof said === 'string' ? [said] : [];
  });
/** Types of documents keep their names in every language. */
const inEnglish = new Set([
  ...sentencesOf(en),
  ...Object.values(DOCUMENT_TYPES).map(({ name }) => name),
]);
/** What only a screen in Vietnamese says. */
const ONLY_VIETNAMESE = new Set(sentencesOf(vi).filter((said) => !inEnglish.has(said)));

/** Every piece of text on the page, and what is said to those who hear it. */
const saidOn = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const said: string[] = [];
    while (texts.nextNode()) said.push(texts.currentNode.textContent?.trim() ?? '');
    for (const name of ['aria-label', 'title', 'placeholder'])
      for (const each of document.querySelectorAll(`[${name}]`))
        said.push(each.getAttribute(name) ?? '');
    return said;
  });

/** Every shift of what stood there already, with the largest thing that moved; not what a press has just moved. */
type Shift = { value: number; moved: string };
const watchShifts = (page: Page) =>
  page.addInitScript(() => {
    const shifts: Shift[] = [];
    Object.assign(window, { shifts });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        const { value, hadRecentInput, sources } = entry as PerformanceEntry & {
          value: number;
          hadRecentInput: boolean;
          sources: { node: Element | null; previousRect: DOMRect; currentRect: DOMRect }[];
        };
        const [first] = sources;
        const name = first?.node?.className || first?.node?.nodeName;
        const from = `${first?.previousRect.y} → ${first?.currentRect.y}`;
        if (!hadRecentInput) shifts.push({ value, moved: `${name} ${from}` });
      }
    }).observe({ type: 'layout-shift', buffered: true });
  });
/** Since it was last asked. */
const shiftsOn = (page: Page): Promise<Shift[]> =>
  page.evaluate(() => (window as unknown as { shifts: Shift[] }).shifts.splice(0));

/** Of the screen, as Chromium counts it (cumulative layout shift): less than one notices. */
const LARGEST_SHIFT = 0.02;
const SIZES = {
  desk: { width: 1366, height: 768 },
  phone: { width: 390, height: 844 },
};

describe('every screen', () => {
  let office: BrowserOffice;
  let at: Addresses;
  beforeAll(async () => {
    office = await openOffice();
    const { byPost } = office;
    const report = await byPost.draft();
    const issued = await byPost.submit(report);
    await byPost.decide('le-quoc-hung', issued, 'agree');
    await byPost.decide('nguyen-van-minh', issued, 'sign');
    await byPost.untilStatus(report.id, 'issued');
    const { id: deliveryId } = await byPost.delivered('vo-thi-hong-nhung', report.id);
    const submissionId = await byPost.submit(await byPost.draft());
    await byPost.decide('le-quoc-hung', submissionId, 'agree');
    await byPost.asked('nguyen-van-minh', submissionId);
    at = { reportId: report.id, submissionId, deliveryId };
  }, STORY_MS);
  afterAll(() => office?.close());

  it.each(Object.entries(SCREENS))(
    'of %s keeps nobody out',
    async (person, screens) => {
      const found: string[] = [];
      const [first] = screens;
      const { page, leave } = await office.sitDown(person, first?.[1](at) ?? '/');
      for (const [name, address, sign] of screens) {
        await goWithin(page, address(at));
        await page.getByText(sign).filter({ visible: true }).first().waitFor();
        found.push(...(await look(page, name)));
      }
      await leave();
      expect(found).toEqual([]);
      expect(office.complaints).toEqual([]);
    },
    STORY_MS,
  );

  const people = Object.entries(SCREENS).flatMap(([person, screens]) =>
    Object.entries(SIZES).map(([size, viewport]) => ({ person, screens, size, viewport })),
  );
  it.runIf(process.env.SLOW).each(people)(
    'of $person stays where it is while it comes, on a $size',
    async ({ person, screens, size, viewport }) => {
      const found: string[] = [];
      const { page, leave } = await office.sitDown(person, screens[0]?.[1](at) ?? '/');
      await page.setViewportSize(viewport);
      await watchShifts(page);
      for (const [name, address, sign] of screens)
        for (const way of [page.goto.bind(page), goWithin.bind(null, page)]) {
          await way(address(at));
          await page.getByText(sign).filter({ visible: true }).first().waitFor();
          await page.waitForLoadState('networkidle');
          const shifts = await shiftsOn(page);
          const sum = shifts.reduce((before, { value }) => before + value, 0);
          if (sum > LARGEST_SHIFT)
            found.push(`${name} on a ${size}: ${sum.toFixed(3)} ${JSON.stringify(shifts)}`);
        }
      await leave();
      expect(found).toEqual([]);
    },
    STORY_MS,
  );

  // The catalogues are compared elsewhere; a quick run looks for what is said past them on the desk with most words.
  const inEnglish = Object.entries(SCREENS).filter(
    ([person]) => process.env.SLOW || person === 'tran-thi-thu-ha',
  );
  it.each(inEnglish)(
    'of %s says everything in English to who asks for it',
    async (person, screens) => {
      const left: string[] = [];
      const { page, leave } = await office.sitDown(person, screens[0]?.[1](at) ?? '/');
      await page.getByRole('button', { name: 'English' }).click();
      await page.getByRole('button', { name: 'Tiếng Việt' }).waitFor();
      for (const [name, address] of screens) {
        await page.goto(address(at));
        await page.getByRole('heading', { level: 1 }).waitFor();
        await page.waitForLoadState('networkidle');
        await picture(page, `${name}-desk-english`);
        if (await isTooWide(page)) left.push(`${name}: wider than the screen`);
        left.push(...(await saidOn(page)).filter((said) => ONLY_VIETNAMESE.has(said)));
      }
      await leave();
      expect(left).toEqual([]);
    },
    STORY_MS,
  );

  it(
    'is found by whoever comes for the first time: to verify a file, to see what waits, to learn how to return a report, to be another',
    async () => {
      const { page, leave } = await office.walkIn('/');
      const wayIn = page.getByRole('button', { name: 'Đăng nhập' });
      await wayIn.waitFor();
      expect(await wayIn.count()).toBe(1);
      const found = await look(page, 'front');
      const issued = await office.byPost.download('tran-thi-thu-ha', at.reportId, 'pdf');
      const file = { name: 'bao-cao.pdf', mimeType: 'application/pdf' };
      await page
        .getByLabel('Chọn tệp')
        .setInputFiles({ ...file, buffer: Buffer.from(issued.bytes) });
      await page.getByText('Chữ ký số hợp lệ, văn bản toàn vẹn.').first().waitFor();
      found.push(...(await look(page, 'front-verified')));

      // The stand-in's own page: everybody, with what waits for them.
      await wayIn.click();
      const chairman = page.getByRole('button', { name: /^Nguyễn Văn Minh/ });
      await chairman.getByText('1 văn bản chờ ký').waitFor();
      found.push(...(await barriersOn(page)));
      await chairman.click();
      await page.waitForURL('**/cho-toi');

      await page.getByRole('link', { name: 'Hướng dẫn' }).click();
      await page.getByRole('heading', { level: 1, name: /Kiểm tra và ký/ }).waitFor();
      await page.getByRole('heading', { name: /Trả lại để sửa/ }).waitFor();
      const pictures = page.getByRole('img', { name: /^Màn hình/ });
      await pictures.last().scrollIntoViewIfNeeded();
      await page.waitForFunction(() =>
        [...document.querySelectorAll('main img')].some(
          (each) => (each as HTMLImageElement).naturalWidth > 1_000,
        ),
      );
      found.push(...(await look(page, 'guide')));

      await goWithin(page, `/cho-toi/${at.submissionId}`);
      await page
        .getByText(/^Còn \d+ cảnh báo$/)
        .filter({ visible: true })
        .first()
        .click();
      await page.locator('details details > summary').filter({ visible: true }).first().click();
      await page.getByText('Vì sao?').filter({ visible: true }).first().click();
      await page.getByText('Đọc toàn văn').filter({ visible: true }).waitFor();
      found.push(...(await look(page, 'why')));

      await page.goto(LIST_PATH);
      await page.getByRole('button', { name: /^Trần Thị Thu Hà/ }).click();
      await page.waitForURL('**/bao-cao');
      await page.getByText('Trần Thị Thu Hà').first().waitFor();
      await leave();
      expect(found).toEqual([]);
      expect(office.complaints).toEqual([]);
    },
    STORY_MS,
  );

  it(
    'speaks English to who asks for it, and Vietnamese again',
    async () => {
      const { page, leave } = await office.sitDown('tran-thi-thu-ha', '/bao-cao');
      await page.getByRole('button', { name: 'English' }).click();
      await page.getByRole('heading', { name: 'My documents' }).waitFor();
      expect(await page.evaluate(() => document.documentElement.lang)).toBe('en');
      await page.getByRole('button', { name: 'Tiếng Việt' }).click();
      await page.getByRole('heading', { name: 'Văn bản của tôi' }).waitFor();
      await leave();
    },
    STORY_MS,
  );
});

/** What stands in a bundle, with letters beyond ASCII as they are read. */
const saidIn = (file: string): string =>
  readFileSync(file, 'utf8').replace(
    /\\(?:u([0-9a-f]{4})|x([0-9a-f]{2}))/gi,
    (_, four?: string, two?: string) => String.fromCharCode(Number.parseInt(four ?? two ?? '', 16)),
  );
const scriptsIn = (folder: string) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.[cm]?js$/.test(file))
    .map((file) => ({ file, said: saidIn(join(folder, file)) }));
const whoSays = (scripts: ReturnType<typeof scriptsIn>, words: string) =>
  scripts.flatMap(({ file, said }) => (said.includes(words) ? [file] : []));

/** What a page fetches before its first list is there: the beginning, the app, and what these import. */
const firstLoad = (scripts: ReturnType<typeof scriptsIn>): typeof scripts => {
  const found = new Set(scripts.filter(({ file }) => /(^|\/)(index|app)-[^/]+\.js$/.test(file)));
  for (const { said } of found)
    for (const [, name = ''] of said.matchAll(/(?:from|import)\s*["'`]\.\/([^"'`]+\.js)["'`]/g))
      for (const script of scripts) if (script.file.endsWith(`/${name}`)) found.add(script);
  return [...found];
};

/**
 * Bytes of JavaScript, compressed. The goal is 150 kB, which a mobile line of 1 Mbit/s brings in little more than a second;
 * React, the router and the components take 120 of it. Whatever adds to the rest should come with the screen that needs it.
 */
const LARGEST_FIRST_LOAD = 155_000;

describe('what is built', () => {
  const web = scriptsIn(WEB);
  const bundles = scriptsIn(ASSEMBLY);

  it('is found where it is looked for', () => {
    expect(whoSays(web, vi.verification.title)).not.toEqual([]);
    expect(whoSays(bundles, 'Có văn bản đến')).not.toEqual([]);
  });

  it('is begun with little: what only some screens need, and what they say, comes with them', () => {
    const first = firstLoad(web);
    expect(whoSays(first, vi.reports.title)).not.toEqual([]);
    for (const later of [vi.editor.pasted.title, vi.registers.volume, vi.verification.valid]) {
      expect(whoSays(web, later)).not.toEqual([]);
      expect(whoSays(first, later)).toEqual([]);
    }
    const bytes = first.reduce(
      (sum, { file }) => sum + gzipSync(readFileSync(join(WEB, file))).length,
      0,
    );
    expect(bytes).toBeLessThanOrEqual(LARGEST_FIRST_LOAD);
  });

  it('is without the page of the parts, which only those who build screens need', () => {
    expect(
      readdirSync(WEB, { recursive: true }).filter((file) => /shown/.test(String(file))),
    ).toEqual([]);
    expect(whoSays(web, 'Các bộ phận')).toEqual([]);
  });

  it.each([LIST_TITLE, LIST_PATH, CHOICE])(
    'is without the list of people of the local stack, which says “%s”',
    (words) => {
      expect(whoSays(web, words)).toEqual([]);
      expect(whoSays(bundles, words)).toEqual([]);
    },
  );
});
