// Do files go with a report from the drafter's machine to the recipient's, and does everybody on the way see them?
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { until } from '../../infra/local/people/office.ts';
import { barriersOn, isTooWide, picture } from '../support/accessibility.ts';
import { type BrowserOffice, openOffice } from '../support/browser.ts';
import { paperOn } from '../support/paper.ts';
import { typstPdf } from '../unit/signing/signing-desk.ts';

const DRAFTER = 'tran-thi-thu-ha';
/** A few screens, and every function's first start, on a machine that does other things as well. */
const STORY_MS = 300_000;

/** As a Mac names it: marks apart from their letters. */
const PLAN = 'Kế hoạch số 12.pdf'.normalize('NFD');
const FIGURES = 'Biểu số liệu quý I.xlsx';
const pdfOf = (text: string) => Buffer.from(`%PDF-1.7 ${text}`);
/** A sound file without a signature, as most that are attached. */
const plan = Buffer.from(typstPdf());
const hashOf = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');

const filesOn = (page: Page) => page.getByRole('button', { name: /^Tải về .*\.(pdf|xlsx)$/ });

const downloaded = async (page: Page, name: string) => {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: `Tải về ${name}` }).click(),
  ]);
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
};

describe('attachments', () => {
  let office: BrowserOffice;
  beforeAll(async () => {
    office = await openOffice();
  });
  afterEach(() => office?.close());

  const begin = async () => {
    const { id } = await office.byPost.draft();
    const seat = await office.sitDown(DRAFTER, `/bao-cao/${id}`);
    await paperOn(seat.page).waitFor();
    return seat;
  };
  const choose = (page: Page, ...files: { name: string; buffer: Buffer }[]) =>
    page
      .getByLabel('Thêm tệp')
      .setInputFiles(files.map((file) => ({ ...file, mimeType: 'application/octet-stream' })));

  it(
    'are added several at once, tried again when the network fails, stopped, and taken out',
    async () => {
      const { page, context } = await begin();
      await choose(
        page,
        { name: PLAN, buffer: plan },
        { name: FIGURES, buffer: Buffer.from('504b0304aa', 'hex') },
        { name: 'chuong-trinh.exe', buffer: Buffer.from('MZ') },
      );
      await filesOn(page).nth(1).waitFor();
      await page.getByText('Loại tệp này không đính kèm được.').waitFor();
      await page.getByText('Đã lưu', { exact: true }).waitFor();
      const section = page.getByRole('region', { name: 'Tệp đính kèm' });
      await section.scrollIntoViewIfNeeded();
      expect(await barriersOn(page)).toEqual([]);
      expect(await isTooWide(page)).toBe(false);
      await picture(page, 'attachments-desk');
      await page.getByRole('button', { name: 'Bỏ tệp chuong-trinh.exe' }).click();

      // The same bytes under another name are no second file.
      await choose(page, { name: 'Bản khác.pdf', buffer: plan });
      await page.getByText('Tệp này đã được đính kèm.').waitFor();
      await page.getByRole('button', { name: 'Bỏ tệp Bản khác.pdf' }).click();

      await context.setOffline(true);
      await choose(page, { name: 'Sau.pdf', buffer: pdfOf('sau') });
      const retry = page.getByRole('button', { name: 'Tải lại Sau.pdf' });
      await retry.waitFor();
      await context.setOffline(false);
      await retry.click();
      await page.getByRole('button', { name: 'Tải về Sau.pdf' }).waitFor();
      await page.getByRole('button', { name: 'Bỏ tệp Sau.pdf' }).click();

      // A store that does not answer: the drafter stops waiting.
      await page.route('**/*', (route) =>
        route.request().method() === 'POST' && !route.request().url().includes('/api/')
          ? undefined
          : route.continue(),
      );
      await choose(page, { name: 'Chậm.pdf', buffer: pdfOf('chậm') });
      // Nothing is submitted without a file that was meant to go with it.
      await page.getByRole('button', { name: 'Trình ký', disabled: true }).waitFor();
      await page.getByRole('button', { name: 'Hủy tải lên Chậm.pdf' }).click();
      await page.unrouteAll({ behavior: 'ignoreErrors' });

      await page.getByText('Đã lưu', { exact: true }).waitFor();
      await page.reload();
      await filesOn(page).first().waitFor();
      expect(await filesOn(page).allTextContents()).toEqual([PLAN.normalize('NFC'), FIGURES]);
      await page.getByRole('button', { name: 'Trình ký' }).click();
      await page.getByText('Kèm 2 tệp.').waitFor();
      office.complaints.splice(0);
    },
    STORY_MS,
  );

  it(
    'are read by those who decide, issued with the report, and downloaded by the recipient, which is written down',
    async () => {
      const { byPost: desks } = office;
      const report = await desks.attach(await desks.draft(), PLAN, plan);
      const submissionId = await desks.submit(report);
      const { page } = await office.sitDown(DRAFTER, `/bao-cao/${report.id}`);
      await page.getByText(/^Kiểm tra: Lê Quốc Hưng, từ/).waitFor();

      const { page: reviewer } = await office.sitDown('le-quoc-hung', '/cho-toi');
      await reviewer.getByRole('link', { name: /Kết quả/ }).click();
      // Where the document lies, and back to it.
      await reviewer.getByRole('button', { name: 'Đọc Kế hoạch số 12.pdf' }).click();
      const attached = reviewer.getByRole('region', { name: 'Kế hoạch số 12.pdf' });
      await attached.getByRole('img', { name: /^Trang 1\// }).waitFor();
      await reviewer.getByRole('button', { name: 'Về văn bản' }).click();
      await attached.waitFor({ state: 'detached' });
      // Whoever uses the keyboard goes on where they left.
      expect(
        await reviewer
          .getByRole('button', { name: 'Đọc Kế hoạch số 12.pdf' })
          .evaluate((each) => each === document.activeElement),
      ).toBe(true);
      await reviewer.getByRole('img', { name: /^Trang 1\// }).waitFor();
      const read = await downloaded(reviewer, 'Kế hoạch số 12.pdf');
      expect(read).toEqual({ name: 'Kế hoạch số 12.pdf', bytes: plan });

      await desks.decide('le-quoc-hung', submissionId, 'agree');
      await desks.decide('nguyen-van-minh', submissionId, 'sign');
      await desks.untilStatus(report.id, 'issued');
      const delivery = await desks.delivered('vo-thi-hong-nhung', report.id);
      const { page: officer } = await office.sitDown(
        'vo-thi-hong-nhung',
        `/van-ban-den/${delivery.id}`,
      );
      const got = await downloaded(officer, 'Kế hoạch số 12.pdf');
      const received = await desks.receive('vo-thi-hong-nhung', delivery.id);

      expect(got).toEqual({ name: 'Kế hoạch số 12.pdf', bytes: plan });
      expect(received).toMatchObject({
        receipt: { attachments: [{ name: 'Kế hoạch số 12.pdf', sha256: hashOf(plan) }] },
      });
      // To whoever checks it by itself, it is what it is: no document, and nothing that is wrong.
      await officer.goto('/kiem-tra');
      await officer
        .getByLabel('Chọn tệp')
        .setInputFiles({ name: PLAN, mimeType: 'application/pdf', buffer: plan });
      await officer.getByText(/^Tệp này là tệp đính kèm, toàn vẹn, của văn bản số/).waitFor();
      await officer.getByText(/không phải là bản thân văn bản/).waitFor();
      await officer.getByText('Tệp không có chữ ký số riêng.').waitFor();
      expect(await officer.getByText(/^(Không hợp lệ|Chưa kết luận được)\.$/).count()).toBe(0);
      expect(await barriersOn(officer)).toEqual([]);
      await picture(officer, 'verification-attachment');
      await until('the drafter to see it issued', async () =>
        page.getByRole('button', { name: 'Tải về Kế hoạch số 12.pdf' }).isVisible(),
      );
      // The drafter sees every station behind it, and who has taken it in.
      await page.locator('[data-state="done"]', { hasText: 'Phòng Nội vụ' }).waitFor();
      const states = await page
        .locator('li[data-state]')
        .evaluateAll((stations) => stations.map((each) => each.getAttribute('data-state')));
      expect(states.join(' ')).toMatch(/^(done ){6}(present|done)/);
      expect(await barriersOn(page)).toEqual([]);
      await picture(page, 'journey-desk');
      await page.setViewportSize({ width: 390, height: 844 });
      expect(await isTooWide(page)).toBe(false);
      await picture(page, 'journey-phone');
      expect(office.complaints).toEqual([]);
    },
    STORY_MS,
  );
});
