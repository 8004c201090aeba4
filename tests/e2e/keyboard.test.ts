// Can a chairman sign and an officer receive without a mouse, seeing all the time where they are?
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seedContent } from '../../infra/local/people/office.ts';
import { type BrowserOffice, openOffice } from '../support/browser.ts';
import { focusOn, tabTo } from '../support/keyboard.ts';

const [REVIEWER, CHAIRMAN, OFFICER] = ['le-quoc-hung', 'nguyen-van-minh', 'vo-thi-hong-nhung'];
const SUBJECT = /^Kết quả thực hiện công tác tuyên truyền CCHC/;
/** Where it stands in the inbox: after who sent it. */
const ROW = /Kết quả thực hiện công tác tuyên truyền CCHC/;
/** Sign-ins, a workflow, and each function's first start, on a machine that does other things as well. */
const STORY_MS = 300_000;

/** Past the places of the house, by the link that is there for it. */
const skip = async (page: Page) => {
  await tabTo(page, 'Đến nội dung chính');
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => document.activeElement?.id === 'main');
};

/** It comes back a moment after what had it is gone. */
const focusOf = (page: Page) => expect.poll(() => focusOn(page), { timeout: 10_000 });

describe('without a mouse', () => {
  let office: BrowserOffice;
  beforeAll(async () => {
    office = await openOffice();
  });
  afterAll(() => office?.close());

  it(
    'a document is signed by the chairman and received by the officer',
    async () => {
      const { byPost } = office;
      const report = await byPost.draft(seedContent());
      const submission = await byPost.submit(report);
      await byPost.decide(REVIEWER, submission, 'agree');
      await byPost.asked(CHAIRMAN, submission);

      const { page: chairman } = await office.sitDown(CHAIRMAN, '/cho-toi');
      await chairman.getByRole('link', { name: SUBJECT }).waitFor();
      await skip(chairman);
      await tabTo(chairman, SUBJECT);
      await chairman.keyboard.press('Enter');
      await chairman.getByRole('img', { name: 'Trang 1/4' }).waitFor();

      // A reason that is begun and given up: out of the question by Escape, and back at the press.
      await tabTo(chairman, 'Trả lại');
      await chairman.keyboard.press('Space');
      await chairman.getByRole('dialog').waitFor();
      await chairman.keyboard.type('Thiếu');
      expect(await chairman.getByLabel('Lý do trả lại (bắt buộc)').inputValue()).toBe('Thiếu');
      await chairman.keyboard.press('Escape');
      await chairman.getByRole('dialog').waitFor({ state: 'detached' });
      await focusOf(chairman).toEqual({ name: 'Trả lại', isSeen: true });

      // The other ways to decide are a menu, gone through by arrows.
      await tabTo(chairman, 'Cách xử lý khác');
      await chairman.keyboard.press('Enter');
      // The menu takes the focus a moment after it is there.
      await chairman.waitForFunction(() => document.activeElement?.closest('[role="menu"]'));
      await chairman.keyboard.press('ArrowDown');
      await focusOf(chairman).toEqual({ name: 'Quyết định độ khẩn', isSeen: true });
      await chairman.keyboard.press('Escape');
      await chairman.getByRole('menu').waitFor({ state: 'detached' });
      await focusOf(chairman).toEqual({ name: 'Cách xử lý khác', isSeen: true });

      await chairman.keyboard.press('Shift+Tab');
      await chairman.keyboard.press('Shift+Tab');
      await focusOf(chairman).toEqual({ name: 'Ký số', isSeen: true });
      await chairman.keyboard.press('Enter');
      const statement = chairman.getByRole('dialog');
      await statement.getByText(/Ký rồi không sửa được\.$/).waitFor();
      expect(await statement.evaluate((each) => each.contains(document.activeElement))).toBe(true);
      await tabTo(chairman, 'Ký số');
      await chairman.keyboard.press('Enter');
      await chairman.getByText(/^Đã ký số\./).waitFor();
      await chairman.getByRole('dialog').waitFor({ state: 'detached' });
      await focusOf(chairman).toMatchObject({
        name: expect.stringContaining('Đã ký số.'),
      });

      await byPost.delivered(OFFICER, report.id);
      const { page: officer } = await office.sitDown(OFFICER, '/van-ban-den');
      await officer.getByRole('link', { name: ROW }).waitFor();
      await skip(officer);
      await tabTo(officer, ROW);
      await officer.keyboard.press('Enter');
      await officer.getByText('Chữ ký số hợp lệ, văn bản toàn vẹn.').waitFor();
      await tabTo(officer, 'Tiếp nhận, vào sổ');
      await officer.keyboard.press('Space');
      await officer.getByText('Đã tiếp nhận, vào sổ.').waitFor();
      await officer.waitForFunction(() => document.activeElement !== document.body);
      await focusOf(officer).toMatchObject({
        name: expect.stringContaining('Đã tiếp nhận, vào sổ.'),
      });

      // From anywhere one keystroke leads to the search.
      await officer.keyboard.press('Control+k');
      await officer.keyboard.type('118');
      await officer.keyboard.press('Enter');
      await officer.getByRole('heading', { name: 'Tìm kiếm' }).waitFor();
      await officer.getByRole('link', { name: SUBJECT }).waitFor();
      expect(office.complaints).toEqual([]);
    },
    STORY_MS,
  );
});
