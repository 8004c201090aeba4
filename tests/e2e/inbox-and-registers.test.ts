// Do an officer and a clerk find what has come and gone, receive it, send it back, help what is stuck, and print their registers?
import { execFile } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Locator, Page } from 'playwright-core';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { DeliveryView } from '../../functions/contracts/views.ts';
import { until as untilThereIs } from '../../infra/local/people/office.ts';
import { light, look } from '../support/accessibility.ts';
import { type BrowserOffice, openOffice } from '../support/browser.ts';
import { onePage } from '../support/seed-report.ts';
import { behindTheDesks, doorsOf } from '../workflow/behind-the-desks.ts';

const PAPER = fileURLToPath(new URL('../../out/screens/', import.meta.url));
/** Three reports are issued, and every function starts, on a machine that does other things as well. */
const STORY_MS = 400_000;

const SUBJECTS = [
  'Kết quả công tác trẻ em và bình đẳng giới',
  'Tình hình thu ngân sách tháng 11 năm 2026',
] as const;

/** What the small mail server says of what it keeps. */
type Mailbox = { emails: { subject: string; destination: { to: string[] } }[] };

/** Of 255, on the average: a page of a book has little ink on it. */
const NEARLY_WHITE = 230;

/** Under the heads of the annex's ten columns, on every page. */
const TEN_COLUMNS = new RegExp(
  Array.from({ length: 10 }, (_, before) => `\\(${before + 1}\\)`).join(' +'),
  'gu',
);

/** More than the screen asks for at once, and more than fit on a page. */
const ROWS_OF_A_YEAR = 60;

/** Nothing is in the way. */
const see = async (page: Page, name: string) => expect(await look(page, name)).toEqual([]);

describe('inbox and registers in a browser', () => {
  let office: BrowserOffice;
  beforeAll(async () => {
    office = await openOffice();
    const desks = office.byPost;
    const signed = async (subject: string) => {
      const report = await desks.draft({ ...onePage(), subject });
      const submission = await desks.submit(report);
      await desks.decide('le-quoc-hung', submission, 'agree');
      await desks.decide('nguyen-van-minh', submission, 'sign');
      return { reportId: report.id, submission };
    };
    for (const subject of SUBJECTS) {
      const { reportId } = await signed(subject);
      await desks.delivered('vo-thi-hong-nhung', reportId);
    }
    // The store does not find the sealed file, once: that is no failure to wait out, so the clerk is asked.
    office.faults.failNext({
      caller: 'store',
      action: 's3:GetObject',
      times: 1,
      error: { status: 404, code: 'NoSuchKey' },
    });
    const { submission } = await signed('Công tác dân số');
    await desks.clerkAsked(submission, 'stuck');
  }, STORY_MS);
  afterEach(() => office?.close());

  it(
    'the officer sees what is unread, filters, finds without accents, receives and sends back',
    async () => {
      const { page } = await office.sitDown('vo-thi-hong-nhung', '/van-ban-den');
      await page.getByRole('link', { name: 'Văn bản đến 2 chưa đọc' }).waitFor();
      const unread = page.locator('a[data-untouched]');
      await page.getByRole('link', { name: SUBJECTS[0] }).waitFor();
      expect(await unread.count()).toBe(2);
      await see(page, 'inbox-list');

      // What is only passed by a key is not opened, which would be told to its sender.
      const asked: string[] = [];
      page.on('request', (request) => asked.push(new URL(request.url()).pathname));
      await page.keyboard.press('j');
      await page.keyboard.press('j');
      await page.getByRole('heading', { level: 2, name: SUBJECTS[0] }).waitFor();
      const receive = page.getByRole('button', { name: 'Tiếp nhận, vào sổ' });
      await page.getByText('Chữ ký số hợp lệ, văn bản toàn vẹn.').waitFor();
      await page.getByRole('link', { name: 'Văn bản đến 1 chưa đọc' }).waitFor();
      await page.getByRole('link', { name: 'Chờ tiếp nhận 1' }).waitFor();
      expect(await unread.getByText(SUBJECTS[1]).count()).toBe(1);
      const opened = asked.filter((path) => /^\/api\/deliveries\/[^/]+$/.test(path));
      expect(new Set(opened).size).toBe(1);
      await see(page, 'inbox-open');

      // A link to it, or a reload, leads to the same place; Enter leads into it, Esc back to its row.
      await page.reload();
      const row = page.getByRole('link', { name: SUBJECTS[0] });
      expect(await row.getAttribute('aria-current')).toBe('page');
      await row.press('Enter');
      const isIn = (place: string) =>
        page.evaluate((pane) => document.activeElement?.matches(pane), place);
      expect(await isIn('[data-pane=document]')).toBe(true);
      await page.keyboard.press('Escape');
      expect(await isIn('[data-row][aria-current]')).toBe(true);

      // By keys alone; a number is not taken back, so a key asks first. The row says the number, and what waits is offered.
      await page.getByText('Chữ ký số hợp lệ, văn bản toàn vẹn.').waitFor();
      await page.keyboard.press('t');
      const sure = page.getByRole('dialog', { name: 'Tiếp nhận, vào sổ' });
      await sure.getByText(/Văn bản được cấp số đến và nơi gửi được báo/).waitFor();
      await see(page, 'inbox-asked');
      await page.keyboard.press('Escape');
      await sure.waitFor({ state: 'detached' });
      await receive.click();
      await page.getByText('Đã tiếp nhận, vào sổ. Số đến 1.').waitFor();
      await row.getByText('Số đến 1', { exact: true }).waitFor();
      await see(page, 'inbox-received');
      await page.getByRole('link', { name: 'Văn bản tiếp theo' }).click();
      await page.getByRole('heading', { level: 2, name: SUBJECTS[1] }).waitFor();
      await page.getByRole('button', { name: 'Văn bản sau (J)' }).click();
      await page.getByRole('heading', { level: 2, name: SUBJECTS[0] }).waitFor();

      // What was looked for stays in the address while one reads; filters narrow it down.
      await page.getByLabel('Tìm trong văn bản đến').fill('tre em binh dang');
      await page.keyboard.press('Enter');
      await page.getByRole('link', { name: SUBJECTS[1] }).waitFor({ state: 'detached' });
      await row.click();
      await page.getByText('Đã tiếp nhận, vào sổ. Số đến 1.').waitFor();
      await page.goBack();
      expect(await page.getByLabel('Tìm trong văn bản đến').inputValue()).toBe('tre em binh dang');
      await page.getByRole('button', { name: 'Bỏ lọc' }).click();
      await page.getByRole('link', { name: /^Khẩn/ }).click();
      await page.getByText('Không có kết quả với bộ lọc này.').waitFor();
      await page.getByRole('link', { name: 'Chờ tiếp nhận 1' }).click();
      await page.getByLabel('Loại văn bản').selectOption('keHoach');
      await page.getByText('Không có kết quả với bộ lọc này.').waitFor();
      await page.getByLabel('Loại văn bản').selectOption('baoCao');
      await page.getByRole('combobox', { name: 'Nơi gửi' }).fill('son trung');
      await page.getByRole('option', { name: 'UBND xã Sơn Trung' }).click();
      await page.getByRole('textbox', { name: 'Từ ngày' }).fill('31/1/2020');
      await page.waitForURL(/from=2020-01-31/);
      // On a phone as well, filters that are set are open when one comes back.
      await page.reload();
      await page.getByRole('textbox', { name: 'Từ ngày' }).click();
      await page.getByRole('link', { name: SUBJECTS[1] }).waitFor();
      await see(page, 'inbox-calendar');
      await page.getByRole('button', { name: 'Tháng sau' }).click();
      await page.getByRole('button', { name: '29 tháng 2 2020' }).click();
      await page.waitForURL(/from=2020-02-29/);
      expect(await page.getByRole('textbox', { name: 'Từ ngày' }).inputValue()).toBe('29/02/2020');
      await see(page, 'inbox-filtered');

      // A day that is none, and days that end before they begin, are not passed over in silence.
      const until = page.getByRole('textbox', { name: 'Đến ngày' });
      await until.fill('31/02/2026');
      await until.blur();
      await page.getByText('Không có ngày này. Ghi như 27/11/2026.').waitFor();
      expect(await until.inputValue()).toBe('31/02/2026');
      await see(page, 'inbox-wrong-day');
      await until.fill('28/02/2020');
      await until.blur();
      await page.getByText('Từ ngày không được sau đến ngày.').waitFor();
      expect(page.url()).not.toContain('until=');
      await until.fill('');
      await until.blur();

      await page.getByRole('link', { name: SUBJECTS[1] }).click();
      await page.getByRole('button', { name: 'Trả lại nơi gửi' }).click();
      const question = page.getByRole('dialog');
      await question.getByLabel('Lý do trả lại nơi gửi (bắt buộc)').fill('Gửi nhầm phòng');
      await question.getByRole('button', { name: 'Trả lại nơi gửi' }).click();
      await page.getByText(/^Đã trả lại nơi gửi lúc/).waitFor();
      // It is none of those that wait any more, and stays where one has been at it.
      await page.getByRole('link', { name: SUBJECTS[1] }).getByText('Đã trả lại nơi gửi').waitFor();
      const told = await untilThereIs('the sender to be told', async () => {
        const { emails } = (await (await fetch(`${office.stack.mailUrl}/store`)).json()) as Mailbox;
        const letters = emails.filter(({ subject }) => subject === 'Văn bản bị trả lại nơi gửi');
        return letters.length > 1 && letters.flatMap(({ destination: { to } }) => to);
      });
      expect(told.toSorted()).toEqual([
        'phan-thi-ngoc-lan@example.com',
        'tran-thi-thu-ha@example.com',
      ]);

      await page.getByRole('link', { name: 'Sổ văn bản đến' }).click();
      await page.getByLabel('Tìm trong sổ').fill('118/bc-ubnd');
      await page.keyboard.press('Enter');
      await page.getByRole('cell', { name: '118/BC-UBND' }).waitFor();
      await see(page, 'incoming-register');
    },
    STORY_MS,
  );

  it(
    'anybody finds what they may see from any screen, with a key',
    async () => {
      const { page } = await office.sitDown('nguyen-van-minh', '/cho-toi');
      await page.getByRole('heading', { name: 'Chờ tôi xử lý' }).waitFor();
      await page.keyboard.press('Control+K');
      await page.keyboard.type('119/bc-ubnd thu ngan sach');
      await page.keyboard.press('Enter');
      await page.getByRole('link', { name: SUBJECTS[1] }).waitFor();
      expect(await page.getByRole('link', { name: SUBJECTS[0] }).count()).toBe(0);
      // It is issued, but one of its recipients has sent it back.
      await page.getByText('1 nơi chờ văn thư xử lý').waitFor();
      await see(page, 'search-found');
      await page.getByRole('link', { name: SUBJECTS[1] }).click();
      await page
        .getByRole('status')
        .getByText(/^Số 119\/BC-UBND, ngày/)
        .waitFor();
      await page
        .getByText(/: bị trả lại nơi gửi \(Gửi nhầm phòng\)\. Chờ văn thư xử lý\.$/)
        .waitFor();
      await see(page, 'report-sent-back');

      // What the chairman has signed is on a list of its own.
      await page.getByRole('link', { name: 'Đã xử lý' }).click();
      const signed = page.getByRole('row').filter({ hasText: 'Đã ký số' });
      await signed.filter({ hasText: SUBJECTS[0] }).waitFor();
      await signed.filter({ hasText: SUBJECTS[1] }).waitFor();
      await see(page, 'decided-list');
      await signed.getByRole('link', { name: SUBJECTS[0] }).click();
      await page.waitForURL(/\/cho-toi\//u);
      await page.getByText(/^Đã ký số\. Số 118\/BC-UBND/u).waitFor();

      // The signer reads a draft and does not write on it: whoever saves it may not sign it.
      const { id } = await office.byPost.draft();
      await page.goto(`/bao-cao/${id}`);
      await page.getByText('Dự thảo đang được soạn. Bạn xem được, không sửa được.').waitFor();
      await see(page, 'draft-to-read');
      expect(await page.getByRole('button', { name: 'Trình ký' }).count()).toBe(0);
    },
    STORY_MS,
  );

  it(
    'the clerk reads why an issue is stuck, gives its number up, and searches and prints the register',
    async () => {
      const { page } = await office.sitDown('phan-thi-ngoc-lan', '/van-thu');
      const queue = page.getByRole('list', { name: 'Chờ văn thư' });
      const stuck = queue.getByRole('link', { name: /Công tác dân số.*Chưa phát hành được/u });
      const sentBack = queue.getByRole('link', { name: /^Phòng Nội vụ.*Bị trả lại nơi gửi/u });
      await stuck.waitFor();
      await sentBack.waitFor();
      // One document has stopped, one recipient has sent theirs back.
      await page.getByRole('link', { name: 'Chờ văn thư 2 đang chờ' }).waitFor();
      await see(page, 'registry-list');
      // One kind alone, and everything again.
      const kinds = page.getByRole('navigation', { name: 'Loại việc' });
      await kinds.getByRole('link', { name: 'Bị trả lại nơi gửi' }).click();
      await stuck.waitFor({ state: 'detached' });
      await kinds.getByRole('link', { name: 'Tất cả' }).click();
      await stuck.click();
      await page.getByText('Chưa phát hành được. Số 120/BC-UBND vẫn được giữ.').waitFor();
      await page.getByText('Không tìm thấy tệp.').waitFor();
      await see(page, 'registry-stuck');
      await page.getByRole('button', { name: 'Hủy số' }).click();
      const question = page.getByRole('dialog');
      await question.getByLabel('Lý do hủy số (bắt buộc)').fill('Sai sót trước khi phát hành');
      await question.getByRole('button', { name: 'Hủy số' }).click();
      await page.getByText('Số đã hủy, văn bản trở lại người soạn thảo.').waitFor();
      // It stays where it was, done, and what is next is offered, with its paper.
      await queue
        .getByRole('link', { name: /Công tác dân số/u })
        .getByText('Đã xong')
        .waitFor();
      await page.getByRole('link', { name: 'Chờ văn thư 1 đang chờ' }).waitFor();
      await page.getByRole('button', { name: 'Việc tiếp theo' }).click();
      await page.waitForURL(/\/van-thu\/chua-gui\//u);
      await page.getByText('Gửi nhầm phòng').waitFor();
      await page.locator('canvas').first().waitFor();
      await see(page, 'registry-sent-back');
      await page.keyboard.press('k');
      await page.waitForURL(/\/van-thu\/sbm_/u);
      await page.keyboard.press('j');
      await page.waitForURL(/\/van-thu\/chua-gui\//u);
      // It goes to nobody, which is said with its reason; then there is nothing left, also for who comes anew.
      await page.getByRole('button', { name: 'Ghi nhận không gửi' }).click();
      await question.getByLabel('Lý do không gửi (bắt buộc)').fill('Đã gửi bản giấy');
      await question.getByRole('button', { name: 'Ghi nhận không gửi' }).click();
      await page.getByText('Không gửi: Đã gửi bản giấy').waitFor();
      await page.getByText('Không còn việc nào chờ văn thư.').waitFor();
      await page.getByRole('link', { name: 'Chờ văn thư', exact: true }).click();
      await page.reload();
      await page.getByText('Không có việc nào chờ văn thư.').waitFor();
      await see(page, 'registry-empty');

      await page.getByRole('link', { name: 'Sổ văn bản đi' }).click();
      await page.getByText('Số hủy: Sai sót trước khi phát hành').waitFor();
      await see(page, 'outgoing-register');
      // The latest number is first, until one turns the sheet; which columns there are is remembered.
      const numbers = page.getByRole('row').getByRole('link');
      expect(await numbers.allTextContents()).toEqual([
        '120/BC-UBND',
        '119/BC-UBND',
        '118/BC-UBND',
      ]);
      await page.getByRole('button', { name: 'Số, ký hiệu văn bản' }).click();
      await page.waitForURL(/order=ascending/u);
      await page.getByRole('columnheader', { name: 'Số, ký hiệu văn bản' }).waitFor();
      await expect.poll(() => numbers.first().textContent()).toBe('118/BC-UBND');
      await page.getByRole('button', { name: 'Cột hiển thị' }).click();
      await page.getByRole('checkbox', { name: 'Người ký' }).uncheck();
      await page.keyboard.press('Escape');
      await page.reload();
      await page.getByRole('cell', { name: '120/BC-UBND' }).waitFor();
      expect(await page.getByRole('columnheader', { name: 'Người ký' }).count()).toBe(0);
      // What is cut off, and what is in no column, is a press away.
      await page.getByRole('button', { name: 'Xem đủ dòng 119/BC-UBND' }).press('Enter');
      await page.getByRole('term').filter({ hasText: 'Đơn vị, người nhận bản lưu' }).waitFor();
      await page.getByRole('definition').filter({ hasText: 'Nguyễn Văn Minh' }).waitFor();
      await see(page, 'outgoing-register-row');
      await page.getByRole('button', { name: 'Số, ký hiệu văn bản' }).click();

      await page.getByLabel('Tìm trong sổ').fill('thu ngan sach phong noi vu');
      await page.keyboard.press('Enter');
      await page.getByRole('cell', { name: '118/BC-UBND' }).waitFor({ state: 'detached' });
      await page.getByRole('cell', { name: '119/BC-UBND' }).waitFor();
      await page.getByRole('button', { name: 'Bỏ lọc' }).click();
      await page.getByRole('cell', { name: '118/BC-UBND' }).waitFor();

      // Which book is open is said in the address.
      await page.getByLabel('Loại văn bản').selectOption('keHoach');
      await page.getByLabel('Năm', { exact: true }).selectOption({ index: 1 });
      await page.waitForURL(/year=20\d\d.*type=keHoach|type=keHoach.*year=20\d\d/);
      await page.reload();
      await page.getByText(/^Năm 20\d\d chưa có văn bản nào trong sổ\.$/).waitFor();
      expect(await page.getByLabel('Loại văn bản').inputValue()).toBe('keHoach');
      await page.getByLabel('Loại văn bản').selectOption('baoCao');
      await page.getByLabel('Năm', { exact: true }).selectOption({ index: 0 });
      await page.getByRole('cell', { name: '118/BC-UBND' }).waitFor();

      // What is issued opens as it was issued, and where it has come to; unsealed only to be stamped by hand.
      const asked: string[] = [];
      page.on('request', (request) => asked.push(new URL(request.url()).pathname));
      await page.getByRole('link', { name: '118/BC-UBND' }).click();
      await page.getByText('Nơi nhận, ý kiến xử lý').click();
      const recipients = page.getByRole('list').filter({ hasText: 'Phòng Nội vụ' });
      await recipients.getByText('số đến 1', { exact: false }).waitFor();
      await page.locator('canvas').first().waitFor();
      expect(asked.some((path) => /^\/api\/issued\/[^/]+\/pdf$/.test(path))).toBe(true);
      expect(asked.some((path) => path.endsWith('/signed'))).toBe(false);
      await see(page, 'registry-issued');
      await page.getByRole('button', { name: 'In bản chính giấy' }).click();
      await page.getByText('Mở bản PDF, in ra rồi đóng dấu', { exact: false }).waitFor();
      await page.locator('canvas').first().waitFor();
      expect(asked.some((path) => path.endsWith('/signed'))).toBe(true);
      await see(page, 'registry-paper-original');
      await page.getByRole('button', { name: 'Xem bản đã ban hành' }).click();
      await page.goBack();
      await page.getByRole('cell', { name: '118/BC-UBND' }).waitFor();

      // A year of them, of which the screen shows a part, and some columns; the book has them all.
      const behind = behindTheDesks(doorsOf(office.stack));
      const [entry] = await behind.register();
      if (entry === undefined) throw new Error('the register is empty');
      for (let number = 1; number <= ROWS_OF_A_YEAR; number++)
        await behind.records.commit({ outgoing: { before: null, after: { ...entry, number } } });
      behind.close();
      await page.reload();
      await page.getByRole('cell', { name: '120/BC-UBND' }).waitFor();

      // What would go to the printer; paper is white, also by night.
      await light(page, 'dark');
      await page.evaluate(() => {
        window.print = () => document.body.setAttribute('data-printed', '');
      });
      await page.getByRole('button', { name: 'In sổ' }).click();
      await page.locator('body[data-printed]').waitFor();
      const pdf = await page.pdf({ preferCSSPageSize: true });
      mkdirSync(PAPER, { recursive: true });
      writeFileSync(`${PAPER}outgoing-register.pdf`, pdf);
      const { stdout } = await promisify(execFile)('pdfinfo', [`${PAPER}outgoing-register.pdf`]);
      const { stdout: grey } = await promisify(execFile)(
        'pdftoppm',
        ['-gray', '-r', '20', `${PAPER}outgoing-register.pdf`],
        { encoding: 'buffer' },
      );
      expect(grey.reduce((sum, one) => sum + one, 0) / grey.length).toBeGreaterThan(NEARLY_WHITE);
      const pages = Number(/Pages:\s+(\d+)\n/.exec(stdout)?.[1]);
      expect(stdout).toMatch(/Page size:\s+84[12](\.\d+)? x 59[456]/);
      const paper = await promisify(execFile)('pdftotext', [
        '-layout',
        `${PAPER}outgoing-register.pdf`,
        '-',
      ]);
      for (const words of [
        'UBND XÃ SƠN TRUNG',
        'SỔ ĐĂNG KÝ VĂN BẢN ĐI',
        'Từ số 01/BC-UBND đến số 120/BC-UBND',
        'Người ký',
        'Ký nhận',
        'Số hủy',
        'VP',
      ]) {
        expect(paper.stdout).toContain(words);
      }
      // A cover, and the annex's columns at the head of every other page.
      expect(pages).toBeGreaterThan(2);
      expect(paper.stdout.match(TEN_COLUMNS)).toHaveLength(pages - 1);
      expect(paper.stdout).not.toMatch(/Đăng xuất|Lưu:|Như trên/u);
      expect(office.complaints).toEqual([]);
    },
    STORY_MS,
  );

  it(
    'an officer marks all that has come and receives it in one press, each with its number or its reason',
    async () => {
      const { page } = await office.sitDown('bui-duc-long', '/van-ban-den');
      let presses = 0;
      const press = async (what: Locator) => {
        presses += 1;
        await what.click();
      };
      await press(page.getByRole('checkbox', { name: 'Đánh dấu tất cả (2)' }));
      // One is taken out again by its key, and put in once more.
      await page.getByRole('link', { name: SUBJECTS[0] }).click();
      await page.getByRole('heading', { level: 2, name: SUBJECTS[0] }).waitFor();
      await page.keyboard.press('x');
      await page.getByText('Đã đánh dấu 1').waitFor();
      await page.keyboard.press('x');
      await page.getByText('Đã đánh dấu 2').waitFor();
      await see(page, 'inbox-marked');
      await press(page.getByRole('button', { name: 'Tiếp nhận 2 văn bản' }));
      const asked = page.getByRole('dialog', { name: 'Tiếp nhận 2 văn bản' });
      await asked.getByText(/cấp số đến theo thứ tự dưới đây/u).waitFor();

      // Meanwhile somebody sends one of them back.
      const officer = await office.byPost.as('bui-duc-long');
      const { body } = await officer.get<{ items: DeliveryView[] }>('/api/deliveries?limit=100');
      const returned = body.items.find(({ subject }) => subject === SUBJECTS[1]);
      await officer.post(`/api/deliveries/${returned?.id}/return`, { reason: 'Gửi nhầm' });

      await press(asked.getByRole('button', { name: 'Tiếp nhận, vào sổ' }));
      await asked.getByText('Đã tiếp nhận, vào sổ 1 văn bản. 1 văn bản chưa tiếp nhận').waitFor();
      const line = (subject: string) => asked.getByRole('listitem').filter({ hasText: subject });
      await line(SUBJECTS[0]).getByText('Số đến 1', { exact: true }).waitFor();
      await line(SUBJECTS[1]).getByText('đã trả lại nơi gửi', { exact: false }).waitFor();
      await see(page, 'inbox-received-marked');
      await press(asked.getByRole('button', { name: 'Đóng' }).last());
      await page.getByRole('link', { name: SUBJECTS[0] }).getByText('Số đến 1').waitFor();
      expect(await page.getByRole('checkbox').count()).toBe(0);
      console.info(`Presses to receive all that has come: ${presses}`);
      expect(presses).toBeLessThanOrEqual(5);
      expect(office.complaints).toEqual([]);
    },
    STORY_MS,
  );
});
