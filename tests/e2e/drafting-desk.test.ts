// Does the drafter's desk do what people who type all day expect of it?
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ReportContent } from '../../functions/domain/content/report-content.ts';
import { seedContent } from '../../infra/local/people/office.ts';
import { type BrowserOffice, goWithin, openOffice } from '../support/browser.ts';
import { tabTo } from '../support/keyboard.ts';
import { blockOn, lookAtPrint, paperOn, rewriteBlock } from '../support/paper.ts';

const DRAFTER = 'tran-thi-thu-ha';
const OFFICE = 'Phòng Nội vụ huyện Hương Sơn';
/** A few screens, and every function's first start, on a machine that does other things as well. */
const STORY_MS = 300_000;

/** As Word for Windows puts it on the clipboard, shortened. */
const FROM_WORD = `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>p{color:red}</style></head><body>
<p class=MsoNormal><b>I. TÌNH HÌNH CHUNG</b></p>
<p class=MsoNormal style='text-indent:36.0pt'><b>1. Công tác&nbsp;chỉ đạo<o:p></o:p></b></p>
<p class=MsoNormal>UBND xã đã <b>ban hành</b> Kế hoạch;
<span style='font-style:italic'>kịp thời</span>.</p>
<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><![if !supportLists]><span style='font-family:Symbol'><span
style='mso-list:Ignore'>·<span>&nbsp;&nbsp; </span></span></span><![endif]>Gạch thứ nhất</p>
<table class=MsoTableGrid><tr><td>STT</td><td colspan=2>Nội dung</td></tr><tr><td>1</td><td>A<p>B</p></td><td>C</td></tr></table>
</body></html>`;

/** As LibreOffice does, shortened. */
const FROM_LIBREOFFICE = `<html><head><meta name="generator" content="LibreOffice 24.2 (Linux)"/><style type="text/css">p { line-height: 115% }</style></head><body lang="vi-VN">
<p style="line-height: 100%"><font face="Times New Roman, serif"><font size="4" style="font-size: 14pt"><b>II. PHƯƠNG
HƯỚNG</b></font></font></p><ul><li><p style="margin-bottom: 0in">Gạch của LibreOffice</p></li></ul></body></html>`;

/** As Google Docs does, shortened. */
const FROM_GOOGLE = `<meta charset='utf-8'><b style="font-weight:normal;" id="docs-internal-guid-7a1c"><p dir="ltr" style="line-height:1.38;"><span style="font-weight:400;">Xã có </span><span style="font-weight:700;">9 thôn</span></p><ul><li dir="ltr" style="list-style-type:disc;" aria-level="1"><p dir="ltr"><span>Thu ngân sách</span></p></li><ul><li dir="ltr" style="list-style-type:circle;" aria-level="2"><p dir="ltr"><span>Thuế</span></p></li></ul></ul></b>`;

const paste = (page: Page, markup: string, plain = '') =>
  page.evaluate(
    ([html, text]) => {
      const clipboardData = new DataTransfer();
      if (html) clipboardData.setData('text/html', html);
      if (text) clipboardData.setData('text/plain', text);
      document.activeElement?.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
      );
    },
    [markup, plain],
  );

/** Holds back what ends a document in the PDF worker for longer than a page takes to come. */
const putAwaySlowly = () => {
  const post = Worker.prototype.postMessage;
  Worker.prototype.postMessage = function (this: Worker, ...sent: unknown[]) {
    const message = sent[0] as { action?: string } | undefined;
    const wait = message?.action === 'Terminate' ? 20_000 : 0;
    if (wait === 0) Reflect.apply(post, this, sent);
    else setTimeout(() => Reflect.apply(post, this, sent), wait);
  };
};

/** Tells of what has come near as a busy browser does: together with how it was before. */
const tellOfThePastAsWell = () => {
  const Watch = globalThis.IntersectionObserver;
  globalThis.IntersectionObserver = class extends Watch {
    constructor(hear: IntersectionObserverCallback, options?: IntersectionObserverInit) {
      super((changes, watch) => {
        const before = changes.map((each) => ({ ...each, isIntersecting: !each.isIntersecting }));
        hear([...before, ...changes], watch);
      }, options);
    }
  };
};

const isHeading = (block: ReportContent['blocks'][number] | undefined): boolean =>
  block?.kind === 'heading' && block.level === 1;

/** Does a sheet lie where the sheets around it are seen? */
const isInSight = (sheet: Locator) =>
  sheet.evaluate((each) => {
    const sheets = each.parentElement?.getBoundingClientRect();
    const { top, bottom } = each.getBoundingClientRect();
    return sheets !== undefined && top < sheets.bottom && bottom > sheets.top;
  });

/** What each block is and says. */
const blocksOn = (page: Page) =>
  paperOn(page).evaluate((paper) =>
    Array.from(paper.children, (block) => [
      block.getAttribute('data-shape') ?? block.tagName.toLowerCase(),
      Array.from(block.querySelectorAll('td'), (cell) => cell.textContent).join('|') ||
        block.textContent,
    ]),
  );

describe("the drafter's desk", () => {
  let office: BrowserOffice;
  /** The drafter signs in once, and stays at one screen for one report after the other. */
  let page: Page;
  beforeAll(async () => {
    office = await openOffice();
    ({ page } = await office.sitDown(DRAFTER, '/bao-cao/moi'));
  });
  afterAll(() => office?.close());

  const begin = async (from: string) => {
    await goWithin(page, '/bao-cao/moi');
    await page.getByRole('button', { name: `Dùng mẫu này: ${from}` }).click();
    await page.waitForURL(/\/bao-cao\/rpt_/);
    await paperOn(page).waitFor();
  };

  it(
    'lets a report be written and submitted without a mouse',
    async () => {
      await page.getByRole('button', { name: 'Dùng mẫu này: Báo cáo trống' }).waitFor();
      await tabTo(page, 'Dùng mẫu này: Báo cáo trống');
      await page.keyboard.press('Enter');
      await paperOn(page).waitFor();

      // The tools are one stop of Tab; arrows lead on among them.
      await tabTo(page, 'Hoàn tác');
      await page.keyboard.press('End');
      await page.keyboard.press('Home');
      for (const _ of ['Làm lại', 'Loại khối', 'Đậm']) await page.keyboard.press('ArrowRight');
      await page.getByRole('tooltip').getByText('Đậm (Ctrl+B)').waitFor();
      await tabTo(page, 'Trích yếu');
      await page.keyboard.type('Kết quả công tác tháng 11 năm 2026');
      await tabTo(page, 'Nội dung');
      for (const line of [
        'I. Kết quả',
        '1. Công tác chỉ đạo',
        'Đã ban hành 3 văn bản.',
        '- Gạch một',
      ]) {
        await page.keyboard.type(line);
        await page.keyboard.press('Enter');
      }
      await page.keyboard.press('Tab');
      await page.keyboard.type('Gạch hai./.');
      // Tab belongs to the list; Escape gives it back.
      await page.keyboard.press('Escape');
      // The next recipient is typed where the directory is searched without marks.
      await tabTo(page, 'Thêm nơi nhận');
      await page.keyboard.type('phong noi vu');
      await page.getByRole('option', { name: OFFICE }).waitFor();
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      await page.getByText('Đã lưu', { exact: true }).waitFor();

      expect(await blocksOn(page)).toEqual([
        ['heading1', 'Kết quả'],
        ['heading2', 'Công tác chỉ đạo'],
        ['paragraph', 'Đã ban hành 3 văn bản.'],
        ['bullet1', 'Gạch một'],
        ['bullet2', 'Gạch hai./.'],
      ]);
      expect(await page.getByLabel('Tên nơi nhận, dòng 1').inputValue()).toBe(OFFICE);
      await page.getByRole('button', { name: 'Trình ký', exact: true }).focus();
      await page.keyboard.press('Enter');
      await page.getByText(/Muốn sửa sau khi trình, phải rút lại\./).waitFor();
      await tabTo(page, /^(Trình ký|Vẫn trình ký)$/);
      await page.keyboard.press('Enter');
      await page.getByText(/^Kiểm tra: Lê Quốc Hưng, từ/).waitFor();
    },
    STORY_MS,
  );

  it(
    'counts headings anew when one is moved, says that pages are those of before until they are printed anew, and undoes it',
    async () => {
      // The headings of the model, each with one line below it at most: few blocks to move past, other headings among them.
      const blocks = seedContent().blocks.filter(
        (block, at, all) =>
          isHeading(block) || (block.kind === 'paragraph' && isHeading(all[at - 1])),
      );
      const { id } = await office.byPost.draft({ ...seedContent(), blocks });
      await goWithin(page, `/bao-cao/${id}`);
      const numbers = () =>
        paperOn(page)
          .locator('[data-shape="heading1"]')
          .evaluateAll((headings) =>
            headings.map((each) => `${each.getAttribute('data-number')} ${each.textContent}`),
          );
      // Letters that come late move the lines under the pointer.
      const clicked = async () => {
        await blockOn(page, 1).click();
        return page.getByRole('button', { name: 'Loại khối: Đề mục I.' }).count();
      };
      await expect.poll(clicked, { timeout: 20_000 }).toBe(1);
      const before = await numbers();

      expect(before[0]).toBe('I. NHỮNG KẾT QUẢ ĐẠT ĐƯỢC');

      await page.getByRole('button', { name: /^\d+ trang/ }).waitFor();
      const past = page.locator('article[data-past]');
      await past.waitFor({ state: 'detached' });
      const { promise: printing, resolve: print } = Promise.withResolvers<void>();
      await page.route('**/preview', async (route) => {
        await printing;
        await route.continue();
      });
      for (const _ of blocks) await page.keyboard.press('Alt+ArrowDown');
      const moved = await numbers();
      await page.getByText('Đã lưu', { exact: true }).waitFor();
      await past.waitFor();
      print();
      await past.waitFor({ state: 'detached' });
      await page.unrouteAll({ behavior: 'wait' });
      for (const _ of blocks) await page.keyboard.press('Control+z');

      expect(moved.at(-1)).toBe('III. NHỮNG KẾT QUẢ ĐẠT ĐƯỢC');
      expect(await numbers()).toEqual(before);
    },
    STORY_MS,
  );

  it(
    'reads what Word has copied as blocks, without its styles',
    async () => {
      await begin('Báo cáo trống');
      await paperOn(page).click();

      await paste(page, FROM_WORD);

      expect(await blocksOn(page)).toEqual([
        ['heading1', 'TÌNH HÌNH CHUNG'],
        ['heading2', 'Công tác chỉ đạo'],
        ['paragraph', 'UBND xã đã ban hành Kế hoạch; kịp thời.'],
        ['bullet1', 'Gạch thứ nhất'],
        ['table', 'STT|Nội dung|1|A B|C'],
      ]);
      expect(await blockOn(page, 3).locator('strong').textContent()).toBe('ban hành');
      expect(await blockOn(page, 3).locator('em').textContent()).toBe('kịp thời');
      await page.getByText('Đã lưu', { exact: true }).waitFor();
    },
    STORY_MS,
  );

  it(
    'reads what LibreOffice and Google Docs have copied, and undoes it in one press',
    async () => {
      await begin('Báo cáo trống');
      await paperOn(page).click();

      await paste(page, FROM_LIBREOFFICE);
      const before = await blocksOn(page);
      await page.keyboard.press('Enter');
      await page.keyboard.press('Enter');
      await paste(page, FROM_GOOGLE);

      expect(before).toEqual([
        ['heading1', 'PHƯƠNG HƯỚNG'],
        ['bullet1', 'Gạch của LibreOffice'],
      ]);
      expect(await blocksOn(page)).toEqual([
        ...before,
        ['paragraph', 'Xã có 9 thôn'],
        ['bullet1', 'Thu ngân sách'],
        ['bullet2', 'Thuế'],
      ]);
      expect(await blockOn(page, 3).locator('strong').allTextContents()).toEqual(['9 thôn']);
      await page.keyboard.press('Control+z');
      expect(await blocksOn(page)).toEqual([...before, ['paragraph', '']]);
    },
    STORY_MS,
  );

  it(
    'makes what is pasted into a line of the paper fit for print, and undoes it in one press',
    async () => {
      await begin('Báo cáo trống');
      const subject = page.getByLabel('Trích yếu', { exact: true });
      await subject.fill('Kết quả ');

      await paste(
        page,
        '<p>x</p>',
        `${'công tác'.normalize('NFD')}\u00A0tháng\r\n\u200B11 năm 20\u00AD26\r\n`,
      );

      expect(await subject.inputValue()).toBe('Kết quả công tác tháng 11 năm 2026');
      await page.keyboard.press('Control+z');
      expect(await subject.inputValue()).toBe('Kết quả ');
    },
    STORY_MS,
  );

  it(
    'keeps a sign that cannot be printed, saves what is written beside it, and says where it stands',
    async () => {
      await begin('Báo cáo trống');
      await paperOn(page).click();
      await paste(page, '', '☑ Có ☐ Không\nVui 😀 lắm');
      await page.keyboard.type(' và viết tiếp');
      await page.getByText('Đã lưu', { exact: true }).waitFor();

      const findings = page.getByRole('region', { name: 'Kiểm tra thể thức' });
      const finding = 'Dấu “😀” ở đoạn 2 không in được: thay bằng chữ hoặc dấu khác.';
      await findings.getByText(finding).waitFor();
      await page.reload();
      await paperOn(page).waitFor();

      expect(await blocksOn(page)).toEqual([
        ['paragraph', '☑ Có ☐ Không'],
        ['paragraph', 'Vui 😀 lắm và viết tiếp'],
      ]);
      // The page that would be printed is refused, which the browser complains of, and nothing else.
      await page.getByRole('button', { name: 'Chưa có bản in' }).click();
      await page.getByText('Có ký tự không in được. Hãy xóa hoặc thay ký tự đó.').waitFor();
      expect(office.complaints.splice(0).filter((each) => !each.includes('422'))).toEqual([]);
    },
    STORY_MS,
  );

  it(
    'says in one note what became of a paste, until that is undone: letters of an old font, a picture',
    async () => {
      await begin('Báo cáo trống');
      const told = page.getByText(/^Chữ phông cũ \(TCVN3, VNI\) đã được đổi sang Unicode/).first();
      await paperOn(page).click();

      await paste(page, '', 'B¸o c¸o kÕt qu¶ thùc hiÖn');
      await told.waitFor();
      expect(await blocksOn(page)).toEqual([['paragraph', 'Báo cáo kết quả thực hiện']]);
      await page.keyboard.press('Control+z');
      await told.waitFor({ state: 'detached' });

      await paste(page, '<p style="font-family:.VnTime">B¸o c¸o <img src="x.png"> quý</p>');
      const note = page.getByRole('alert', { name: 'Nội dung dán vào khác với bản gốc' });
      expect(await note.getByRole('listitem').allInnerTexts()).toEqual([
        'Chữ phông cũ (TCVN3, VNI) đã được đổi sang Unicode. Nếu không đúng, bấm Hoàn tác (Ctrl+Z).',
        'Ảnh, hình vẽ không được đưa vào.',
      ]);
      await note.getByRole('button', { name: 'Đóng' }).click();
      await told.waitFor({ state: 'detached' });

      await page.getByLabel('Trích yếu', { exact: true }).click();
      await paste(page, '', 'Ñeà nghò caùc ñôn vò');
      await told.waitFor();
      expect(await page.getByLabel('Trích yếu', { exact: true }).inputValue()).toBe(
        'Đề nghị các đơn vị',
      );
    },
    STORY_MS,
  );

  it(
    'writes a table cell by cell, a row more behind the last one, and makes one cell of two',
    async () => {
      await begin('Báo cáo trống');
      await paperOn(page).click();
      await page.getByRole('button', { name: 'Thêm bảng' }).click();

      for (const cell of ['Nội dung', 'Số lượng', 'Hồ sơ', '567']) {
        await page.keyboard.type(cell);
        await page.keyboard.press('Tab');
      }
      await page.keyboard.type('Tổng');
      // From the cell to the bar at its table and back, where the new column begins.
      await page.keyboard.press('Alt+F10');
      await page.locator(':focus[aria-label="Thêm hàng bên trên"]').waitFor();
      for (const _ of ['below', 'without', 'before', 'after'])
        await page.keyboard.press('ArrowRight');
      await page.keyboard.press('Enter');
      await page.keyboard.type('mới');

      expect((await blocksOn(page)).at(-1)).toEqual([
        'table',
        'Nội dung||Số lượng|Hồ sơ||567|Tổng|mới|',
      ]);

      // The cell beside it is marked too; both become one, and stand right.
      await page.keyboard.press('Shift+ArrowRight');
      await page.getByRole('button', { name: 'Gộp ô' }).click();
      await page.getByRole('button', { name: 'Căn phải' }).click();
      await page.getByRole('button', { name: 'Căn phải', pressed: true }).waitFor();
      await page.getByText('Đã lưu', { exact: true }).waitFor();

      expect((await blocksOn(page)).at(-1)).toEqual([
        'table',
        'Nội dung||Số lượng|Hồ sơ||567|Tổng|mới',
      ]);
      expect(await page.getByRole('button', { name: 'Gộp ô' }).isDisabled()).toBe(true);
      expect(await page.getByRole('button', { name: 'Tách ô' }).isEnabled()).toBe(true);
      // The bar lies beside the table: the cell that is written in is seen.
      const bar = await page.getByRole('toolbar', { name: 'Công cụ bảng' }).boundingBox();
      const cell = await paperOn(page).locator('td', { hasText: 'mới' }).boundingBox();
      if (!bar || !cell) throw new Error('the bar or the cell is not there');
      expect(bar.y + bar.height <= cell.y || bar.y >= cell.y + cell.height).toBe(true);
    },
    STORY_MS,
  );

  it(
    'finds words by the keys of Word, replaces them all, and takes that back in one press',
    async () => {
      await begin('Báo cáo trống');
      await paperOn(page).click();
      await paste(page, '<p>Thôn 1 và thôn 2</p><p>THON 3</p>');

      await page.keyboard.press('Control+f');
      await page.locator(':focus[aria-label="Tìm trong nội dung"]').waitFor();
      await page.keyboard.type('thôn');
      const count = page.getByRole('search').getByRole('status');
      await expect.poll(() => count.textContent()).toBe('1 / 2');
      await page.keyboard.press('Enter');
      await expect.poll(() => count.textContent()).toBe('2 / 2');
      await page.getByRole('button', { name: 'Bỏ dấu' }).click();
      await expect.poll(() => count.textContent()).toBe('2 / 3');
      expect(await paperOn(page).locator('[data-found]').allTextContents()).toEqual([
        'Thôn',
        'thôn',
        'THON',
      ]);

      await page.keyboard.press('Control+h');
      await page.locator(':focus[aria-label="Thay bằng"]').waitFor();
      await page.keyboard.type('xóm');
      await page.getByRole('button', { name: 'Thay hết' }).click();
      await count.getByText('Đã thay 3 chỗ.').waitFor();
      expect(await blocksOn(page)).toEqual([
        ['paragraph', 'xóm 1 và xóm 2'],
        ['paragraph', 'xóm 3'],
      ]);
      // Out of it by Escape, back to where one was found.
      await page.keyboard.press('Escape');
      await page.locator('.ProseMirror:focus').waitFor();
      await page.keyboard.press('Control+z');
      expect(await blocksOn(page)).toEqual([
        ['paragraph', 'Thôn 1 và thôn 2'],
        ['paragraph', 'THON 3'],
      ]);
    },
    STORY_MS,
  );

  it(
    'takes a whole list of recipients from the clipboard, and moves, removes and brings back its lines',
    async () => {
      await begin('Báo cáo trống');
      const lines = page.locator('[data-part="recipients"]');
      const said = () =>
        lines
          .getByLabel(/^Tên nơi nhận/)
          .evaluateAll((all) => all.map((each) => (each as HTMLTextAreaElement).value));
      await page.getByLabel('Thêm nơi nhận').click();
      await paste(page, '', `Nơi nhận:\n- Như trên;\n- ${OFFICE};\n- Các thôn;\n- Lưu: VT, VP.`);

      expect(await said()).toEqual(['Như trên', OFFICE, 'Các thôn']);
      expect(await page.getByLabel('Lưu', { exact: true }).inputValue()).toBe('Lưu: VT, VP');
      await lines.getByRole('button', { name: /^Dòng 2: Qua hệ thống/ }).waitFor();

      await page.getByLabel('Tên nơi nhận, dòng 3').focus();
      await page.keyboard.press('Alt+ArrowUp');
      await page.locator(':focus[aria-label="Tên nơi nhận, dòng 2"]').waitFor();
      await lines.getByText('Đã chuyển “Các thôn” đến dòng 2/3.').waitFor({ state: 'attached' });
      expect(await said()).toEqual(['Như trên', 'Các thôn', OFFICE]);

      // By its handle to the top, as with a mouse.
      const handle = lines.getByRole('button', { name: 'Chuyển dòng 3' });
      await handle.hover();
      await page.mouse.down();
      const top = await lines.locator('[data-line]').first().boundingBox();
      await page.mouse.move(top?.x ?? 0, (top?.y ?? 0) + 2, { steps: 4 });
      await page.mouse.up();
      expect(await said()).toEqual([OFFICE, 'Như trên', 'Các thôn']);

      await lines.getByRole('button', { name: 'Xóa dòng 1' }).click();
      expect(await said()).toEqual(['Như trên', 'Các thôn']);
      await page.locator(':focus', { hasText: 'Hoàn tác' }).waitFor();
      await page.keyboard.press('Enter');
      expect(await said()).toEqual([OFFICE, 'Như trên', 'Các thôn']);
      await lines.getByRole('button', { name: /^Dòng 1: Qua hệ thống/ }).waitFor();

      // What has been written since is not taken back with it.
      await lines.getByRole('button', { name: 'Xóa dòng 1' }).click();
      const archive = page.getByLabel('Lưu', { exact: true });
      await archive.fill('Lưu: VT, VP, ĐCXD');
      await lines.getByRole('button', { name: 'Hoàn tác' }).click();
      expect(await said()).toEqual([OFFICE, 'Như trên', 'Các thôn']);
      expect(await archive.inputValue()).toBe('Lưu: VT, VP, ĐCXD');

      // What was typed and left becomes a line, and what was pressed meanwhile has heard it, though all below it moves.
      const add = page.getByLabel('Thêm nơi nhận');
      await add.fill('Công an xã');
      await page.getByRole('button', { name: 'Xóa dự thảo' }).click();
      const sure = page.getByRole('dialog', { name: 'Xóa dự thảo' });
      await sure.waitFor();
      await page.keyboard.press('Escape');
      await sure.waitFor({ state: 'hidden' });
      expect(await said()).toEqual([OFFICE, 'Như trên', 'Các thôn', 'Công an xã']);

      await add.fill('Trưởng các');
      await page.reload();
      await page.locator('input[name="recipients"][value="Trưởng các"]').waitFor();
    },
    STORY_MS,
  );

  it(
    'puts right what the check has found in one press, and shows the way to the rest',
    async () => {
      await begin('Từ báo cáo mẫu');
      await rewriteBlock(page, 1, 'Thực hiện Kế hoạch ,UBND xã báo cáo.');
      await page.getByText('Đã lưu', { exact: true }).waitFor();
      const findings = page
        .getByRole('region', { name: 'Kiểm tra thể thức' })
        .getByRole('listitem');
      const before = await findings.count();

      const first = findings
        .filter({ has: page.getByRole('button', { name: 'Sửa giúp' }) })
        .first();
      const said = await first.textContent();
      await first.getByRole('button', { name: 'Sửa giúp' }).click();
      await page.waitForFunction(
        (text) => !document.body.textContent?.includes(text ?? ''),
        said?.slice(0, 60),
      );

      expect(await findings.count()).toBeLessThan(before);
      await findings.last().getByRole('button').first().click();
      const focused = await page.evaluate(() => document.activeElement?.tagName);
      expect(['TEXTAREA', 'DIV']).toContain(focused);
    },
    STORY_MS,
  );

  it(
    'draws a page that has come near while the browser was busy',
    async () => {
      await page.evaluate(tellOfThePastAsWell);
      await begin('Báo cáo trống');
      await lookAtPrint(page);
      const sheet = page.getByRole('img', { name: 'Trang 1/1', exact: true });
      await sheet.waitFor();
      // As wide as every canvas that nobody has drawn on yet.
      const width = () => sheet.evaluate((each) => (each as HTMLCanvasElement).width);
      await expect.poll(width, { timeout: 20_000 }).not.toBe(300);
    },
    STORY_MS,
  );

  it(
    'draws the newest pages while older ones are still being put away',
    async () => {
      // From now on the page puts away slowly.
      await page.evaluate(putAwaySlowly);
      await begin('Báo cáo trống');
      await lookAtPrint(page);
      await paperOn(page).click();
      const lines = (howMany: number) => '<p>Đã ban hành văn bản.</p>'.repeat(howMany);

      for (const [at, howMany] of [1, 30, 30, 30].entries()) {
        await paste(page, lines(howMany));
        await page.getByRole('img', { name: `Trang ${at + 1}/${at + 1}`, exact: true }).waitFor();
      }
      // Beside what is written, the page that it is printed on is in sight.
      await expect
        .poll(() => isInSight(page.getByRole('img', { name: 'Trang 4/4' })), { timeout: 20_000 })
        .toBe(true);
    },
    STORY_MS,
  );

  it('has met no refusal of the page policy and no error on its way', () => {
    expect(office.complaints).toEqual([]);
  });
});
