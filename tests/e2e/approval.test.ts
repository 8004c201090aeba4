// Can a reviewer and a chairman read, compare, remark and decide, at a desk and on a phone with one hand?
import type { Page } from 'playwright-core';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { seedContent, until } from '../../infra/local/people/office.ts';
import { barriersOn, isTooWide, isWithin, light, picture } from '../support/accessibility.ts';
import { type BrowserOffice, openOffice } from '../support/browser.ts';
import { doubleTap, pinch } from '../support/fingers.ts';
import { onePage } from '../support/seed-report.ts';

const [DRAFTER, REVIEWER, CHAIRMAN] = ['tran-thi-thu-ha', 'le-quoc-hung', 'nguyen-van-minh'];
const SUBJECT = 'Khắc phục hậu quả mưa lũ';
const NEXT = 'Sơ kết công tác tuyên truyền';
const PHONE = { width: 390, height: 844 };
/** Sign-ins, a workflow, and each function's first start, on a machine that does other things as well. */
const STORY_MS = 300_000;

/** How often somebody has pressed something on this page, by finger, mouse or key. */
const countPresses = async (page: Page): Promise<() => Promise<number>> => {
  const count = await page.evaluateHandle(() => {
    const seen = { presses: 0 };
    addEventListener('click', ({ isTrusted }) => (seen.presses += Number(isTrusted)), true);
    return seen;
  });
  return async () => (await count.jsonValue()).presses;
};

describe('deciding in a browser', () => {
  let office: BrowserOffice;
  let staff: BrowserOffice['byPost'];
  beforeAll(async () => {
    office = await openOffice();
    staff = office.byPost;
  });
  afterEach(() => office?.close());

  /** Nothing to push sideways, and no barrier by night or by day. */
  const look = async (page: Page, name: string) => {
    await picture(page, name);
    expect(await isTooWide(page)).toBe(false);
    await light(page, 'dark');
    expect(await barriersOn(page, 'colours')).toEqual([]);
    await light(page, 'light');
    expect(await barriersOn(page)).toEqual([]);
  };

  it(
    'the reviewer finds the urgent first, remarks, returns, and sees next time what has changed',
    async () => {
      const ordinary = await staff.submit(await staff.draft());
      const content = {
        ...onePage(),
        subject: SUBJECT,
        urgency: 'urgent' as const,
      };
      const draft = await staff.draft(content);
      const urgent = await staff.submit(draft);
      await staff.asked(REVIEWER, ordinary);
      await staff.asked(REVIEWER, urgent);

      const { page } = await office.sitDown(REVIEWER, '/cho-toi');
      const first = page.getByRole('row').nth(1);
      await first.getByText('Khẩn', { exact: true }).waitFor();
      await first.getByText('Trần Thị Thu Hà').waitFor();
      await page.getByRole('link', { name: 'Chờ tôi xử lý 2 đang chờ' }).waitFor();
      await look(page, 'waiting-for-me');

      await page.getByRole('link', { name: SUBJECT }).click();
      // The paper takes the screen, the presses are in reach, and the next one is a key away.
      await page.getByText('1 / 2').waitFor();
      const paper = await page.getByRole('img', { name: /^Trang 1\// }).boundingBox();
      expect(paper?.width).toBeGreaterThanOrEqual(780);
      expect(await isWithin(page.getByRole('button', { name: 'Đồng ý', exact: true }))).toBe(true);
      await page.keyboard.press('j');
      await page.getByText('2 / 2').waitFor();
      await page.keyboard.press('k');
      await page.getByText('1 / 2').waitFor();
      await page.getByLabel('Góp ý (chưa quyết định)').fill('Nêu rõ số hộ bị ảnh hưởng.');
      await page.getByRole('button', { name: 'Gửi góp ý' }).click();
      await page.getByText('Nêu rõ số hộ bị ảnh hưởng.').waitFor();
      await page.getByRole('button', { name: 'Cách xử lý khác' }).click();
      await page.getByRole('menuitem', { name: 'Trả lại kèm đề nghị sửa' }).click();
      const proposal = page.getByRole('dialog');
      await proposal.getByRole('button', { name: 'Sửa: Trích yếu' }).click();
      await proposal.getByRole('textbox', { name: 'Trích yếu' }).fill(`${SUBJECT} tháng 11`);
      // What is missing is said here, not by the browser in its own language.
      await proposal.getByRole('button', { name: 'Trả lại kèm đề nghị sửa' }).click();
      await proposal.getByText('Hãy ghi lý do.').waitFor();
      await proposal.getByLabel('Lý do trả lại (bắt buộc)').fill('Thiếu tháng');
      await look(page, 'correction-proposed');
      await proposal.getByRole('button', { name: 'Trả lại kèm đề nghị sửa' }).click();
      await page.getByText('Đã ghi ý kiến xử lý.').waitFor();
      // The next one is a key away from there as well.
      await page.keyboard.press('j');
      await page.getByRole('button', { name: 'Đồng ý', exact: true }).waitFor();

      const { page: drafter } = await office.sitDown(DRAFTER, `/bao-cao/${draft.id}`);
      await drafter.getByText('Người trả lại đề nghị sửa 1 chỗ').first().waitFor();
      await drafter.getByText('Đã lưu', { exact: true }).waitFor();
      await picture(drafter, 'correction-taken');
      expect(await barriersOn(drafter)).toEqual([]);
      expect(await isTooWide(drafter)).toBe(false);
      await drafter.getByRole('button', { name: 'Nhận các sửa đổi' }).click();
      await drafter.getByRole('heading', { name: `${SUBJECT} tháng 11` }).waitFor();
      const saved = await until('the words to be saved', async () => {
        const report = await staff.read(DRAFTER, draft.id);
        return report.subject === `${SUBJECT} tháng 11` && report;
      });
      const again = await staff.submit(saved);
      await staff.asked(REVIEWER, again);
      await page.goto(`/cho-toi/${again}`);
      await page.getByText('Thay đổi so với phiên bản 1').waitFor();
      await page.getByText(/Lê Quốc Hưng trả lại .*: Thiếu tháng/).waitFor();
      expect(await page.getByRole('insertion').allTextContents()).toContain(' tháng 11');
      await page.getByRole('img', { name: 'Trang 1/1' }).waitFor();
      // What came is marked on the paper by the number that it has in the rail, until one wants to read without.
      const change = page.locator('[data-change="1"]');
      await change.waitFor();
      await look(page, 'waiting-again');
      await page.getByRole('button', { name: 'Thay đổi 1: xem trên văn bản' }).click();
      await page.getByText('Đã mở trang 1, chỗ được khoanh').waitFor();
      expect(await isWithin(page.locator('[data-spot]'))).toBe(true);
      await page.getByLabel('Đánh dấu thay đổi').uncheck();
      await change.waitFor({ state: 'detached' });
      await page.getByRole('button', { name: 'Đồng ý', exact: true }).click();
      await page.getByText('Đã ghi ý kiến xử lý.').waitFor();
      expect(office.complaints).toEqual([]);
    },
    STORY_MS,
  );

  it(
    'the chairman signs on a phone: the page as wide as the screen, the buttons under the thumb, all said before',
    async () => {
      const submission = await staff.submit(await staff.draft(seedContent()));
      const later = await staff.submit(
        await staff.draft({ ...onePage(), subject: NEXT, urgency: 'immediate' }),
      );
      for (const each of [submission, later]) {
        await staff.decide(REVIEWER, each, 'agree');
        await staff.asked(CHAIRMAN, each);
      }
      const { page } = await office.sitDown(CHAIRMAN, '/cho-toi');
      await page.getByText('văn bản chờ tôi').waitFor();
      await page.getByText(/bước gần nhất, từ/).waitFor();
      await look(page, 'overview');
      await page.setViewportSize(PHONE);
      await look(page, 'overview-phone');
      const presses = await countPresses(page);
      await page.getByRole('link', { name: /Kết quả/ }).click();
      const toOpen = await presses();
      await page.getByRole('img', { name: 'Trang 1/4' }).waitFor();
      const sign = page.getByRole('button', { name: 'Ký số' });
      const thumb = await sign.boundingBox();
      expect(thumb && thumb.y + thumb.height).toBeLessThanOrEqual(PHONE.height);
      expect(thumb?.y).toBeGreaterThan(PHONE.height * 0.8);
      await look(page, 'sign-phone');
      // Two fingers make the page larger, and it is drawn anew for it; the thumb finds the presses where they were.
      const first = page.getByRole('img', { name: 'Trang 1/4' });
      await pinch(page, { x: 195, y: 400 }, 80, 200);
      await until('the page to be drawn for its size', () =>
        first.evaluate(
          (sheet: HTMLCanvasElement) =>
            sheet.clientWidth > 2 * innerWidth && sheet.width >= sheet.clientWidth,
        ),
      );
      const still = await sign.boundingBox();
      expect(still && still.y + still.height).toBeLessThanOrEqual(PHONE.height);
      expect(still?.y).toBeGreaterThan(PHONE.height * 0.8);
      expect(await isTooWide(page)).toBe(false);
      await picture(page, 'sign-larger-phone');
      await doubleTap(page, { x: 195, y: 400 });
      await page.getByRole('button', { name: 'Phóng to' }).waitFor();
      expect((await first.boundingBox())?.width).toBeLessThanOrEqual(PHONE.width);
      await page.getByText('Thay đổi, góp ý').click();
      await page.getByText('Các bước xử lý', { exact: true }).waitFor();
      await look(page, 'decisions-phone');
      // Whoever leaves the sheet by a key is at its handle, and opens it again from there.
      await page.getByText('Chi tiết kỹ thuật').focus();
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: 'Thay đổi, góp ý', expanded: false }).press('Enter');
      // A warning leads from the sheet to its place on the paper.
      await page.getByText(/^Còn \d+ cảnh báo$/).click();
      await page.locator('details[open] li summary').first().click();
      await page
        .getByRole('button', { name: /^Đoạn \d+: xem trên văn bản$/ })
        .first()
        .click();
      await page.locator('[data-spot]').waitFor();
      expect(await isWithin(page.locator('[data-spot]'))).toBe(true);
      expect(
        await page
          .getByRole('region', { name: 'Bản PDF' })
          .first()
          .evaluate((each) => each === document.activeElement),
      ).toBe(true);
      await page.getByText('Thay đổi, góp ý').click();

      // The chairman decides that it is urgent: another page, which is seen before it is signed.
      await page.getByRole('button', { name: 'Cách xử lý khác' }).click();
      await page.getByRole('menuitem', { name: 'Quyết định độ khẩn' }).click();
      const urgency = page.getByRole('dialog');
      await urgency.getByRole('radio', { name: 'Hỏa tốc' }).check();
      await look(page, 'urgency-phone');
      await urgency.getByRole('button', { name: 'Quyết định' }).click();
      await page.getByText('Hỏa tốc', { exact: true }).waitFor({ state: 'attached' });
      // The paper is first again; what is known of it waits below.
      await page.getByRole('button', { name: 'Thay đổi, góp ý', expanded: false }).waitFor();
      await page.getByRole('img', { name: 'Trang 1/4' }).waitFor();
      await picture(page, 'most-urgent-phone');

      const before = await presses();
      await sign.press('Enter');
      const statement = page.getByRole('dialog');
      await statement.getByText(/^Ký số “.*”, gửi 3 nơi\? Ký rồi không sửa được\.$/).waitFor();
      await statement.getByText('Số trang').waitFor();
      for (const name of [
        'Phòng Nội vụ huyện Hương Sơn',
        'Phòng Văn hóa - Thông tin huyện Hương Sơn',
        'UBND huyện Hương Sơn',
      ])
        await statement.getByText(name, { exact: true }).waitFor();
      await statement.getByText(/^Lê Quốc Hưng · /).waitFor();
      expect(await statement.getByText('Mã kiểm tra nội dung (SHA-256)').isVisible()).toBe(false);
      await look(page, 'sign-failed-phone');
      const details = statement.getByText('Chi tiết kỹ thuật');
      await details.evaluate((each) => each.closest('details')?.setAttribute('open', ''));
      expect(await statement.getByText('Mã kiểm tra nội dung (SHA-256)').isVisible()).toBe(true);
      await statement.getByRole('button', { name: 'Ký số' }).press('Enter');
      expect(toOpen + (await presses()) - before).toBeLessThanOrEqual(3);
      const answer = page.getByText(/^Đã ký số\. Số \d+\/BC-UBND, ngày [\d/]+\.$/);
      await answer.waitFor();
      // Where the press was, with the number.
      expect(await isWithin(answer)).toBe(true);
      await page.getByRole('img', { name: 'Trang 1/4' }).waitFor();
      await look(page, 'signed-phone');
      // What waits next, which is not what has just been signed.
      await page.getByText('Văn bản tiếp theo chờ bạn:').waitFor();
      const signed = await presses();
      await page.getByRole('link', { name: NEXT }).click();
      await page.getByRole('button', { name: 'Ký số' }).waitFor();
      await page.getByRole('button', { name: 'Trả lại', exact: true }).click();
      const reason = page.getByRole('dialog');
      await reason.getByLabel('Lý do trả lại (bắt buộc)').fill('Cần thêm số liệu.');
      await reason.getByRole('button', { name: 'Trả lại' }).click();
      await page.getByText('Đã ghi ý kiến xử lý.').waitFor();
      expect((await presses()) - signed).toBeLessThanOrEqual(4);
      expect(office.complaints).toEqual([]);
    },
    STORY_MS,
  );
});
