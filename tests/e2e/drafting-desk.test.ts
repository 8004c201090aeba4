// Does the drafter's desk do what people who type all day expect of it?
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Office, openOffice } from '../support/browser.ts';
import { blockOn, paperOn, rewriteBlock } from '../support/paper.ts';

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

const paste = (page: Page, markup: string) =>
  page.evaluate((html) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/html', html);
    document.activeElement?.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
    );
  }, markup);

/** What each block is and says. */
const blocksOn = (page: Page) =>
  paperOn(page).evaluate((paper) =>
    Array.from(paper.children, (block) => [
      block.getAttribute('data-shape') ?? block.tagName.toLowerCase(),
      Array.from(block.querySelectorAll('td'), (cell) => cell.textContent).join('|') ||
        block.textContent,
    ]),
  );

const tabTo = async (page: Page, name: string | RegExp) => {
  for (let steps = 0; steps < 60; steps += 1) {
    await page.keyboard.press('Tab');
    const reached = await page.evaluate(() => {
      const focused = document.activeElement;
      return focused?.getAttribute('aria-label') ?? focused?.textContent ?? '';
    });
    if (typeof name === 'string' ? reached === name : name.test(reached)) return;
  }
  throw new Error(`Tab does not lead to ${name}`);
};

describe("the drafter's desk", () => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice();
  });
  afterAll(() => office?.close());

  const begin = async (from: string) => {
    const { page } = await office.sitDown(DRAFTER, '/bao-cao/moi');
    await page.getByRole('button', { name: `Soạn báo cáo: ${from}` }).click();
    await paperOn(page).waitFor();
    return page;
  };

  it(
    'lets a report be written and submitted without a mouse',
    async () => {
      const { page } = await office.sitDown(DRAFTER, '/bao-cao/moi');
      await page.getByRole('button', { name: 'Soạn báo cáo: Báo cáo trống' }).waitFor();
      await tabTo(page, 'Soạn báo cáo: Báo cáo trống');
      await page.keyboard.press('Enter');
      await paperOn(page).waitFor();

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
      await tabTo(page, 'Thêm dòng nơi nhận');
      await page.keyboard.press('Enter');
      // One goes on in the new line, where the directory is searched without marks.
      await page.locator(':focus[aria-label="Dòng 1: cơ quan, đơn vị"]').waitFor();
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
      expect(await page.getByLabel('Dòng 1: chữ in trên văn bản').inputValue()).toBe(OFFICE);
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
    'counts headings anew when one is moved, and undoes it',
    async () => {
      const page = await begin('Từ báo cáo mẫu');
      const numbers = () =>
        paperOn(page)
          .locator('[data-shape="heading1"]')
          .evaluateAll((headings) =>
            headings.map((each) => `${each.getAttribute('data-number')} ${each.textContent}`),
          );
      const before = await numbers();
      await blockOn(page, 2).click();

      for (let steps = 0; steps < 60; steps += 1) await page.keyboard.press('Alt+ArrowDown');
      const moved = await numbers();
      for (let steps = 0; steps < 60; steps += 1) await page.keyboard.press('Control+z');

      expect(before[0]).toBe('I. NHỮNG KẾT QUẢ ĐẠT ĐƯỢC');
      expect(moved.at(-1)).toBe('III. NHỮNG KẾT QUẢ ĐẠT ĐƯỢC');
      expect(await numbers()).toEqual(before);
    },
    STORY_MS,
  );

  it(
    'reads what Word has copied as blocks, without its styles',
    async () => {
      const page = await begin('Báo cáo trống');
      await paperOn(page).click();

      await paste(page, FROM_WORD);

      expect(await blocksOn(page)).toEqual([
        ['heading1', 'TÌNH HÌNH CHUNG'],
        ['heading2', 'Công tác chỉ đạo'],
        ['paragraph', 'UBND xã đã ban hành Kế hoạch; kịp thời.'],
        ['bullet1', 'Gạch thứ nhất'],
        ['table', 'STT|Nội dung||1|A B|C'],
      ]);
      expect(await blockOn(page, 3).locator('strong').textContent()).toBe('ban hành');
      expect(await blockOn(page, 3).locator('em').textContent()).toBe('kịp thời');
      await page.getByText('Đã lưu', { exact: true }).waitFor();
    },
    STORY_MS,
  );

  it(
    'writes a table cell by cell, and a row more behind the last one',
    async () => {
      const page = await begin('Báo cáo trống');
      await paperOn(page).click();
      await page.getByRole('button', { name: 'Thêm bảng' }).click();

      for (const cell of ['Nội dung', 'Số lượng', 'Hồ sơ', '567']) {
        await page.keyboard.type(cell);
        await page.keyboard.press('Tab');
      }
      await page.keyboard.type('Tổng');
      await page.getByRole('combobox', { name: 'Bảng' }).selectOption('columnAfter');
      await page.keyboard.type('mới');

      expect((await blocksOn(page)).at(-1)).toEqual([
        'table',
        'Nội dung||Số lượng|Hồ sơ||567|Tổng|mới|',
      ]);
    },
    STORY_MS,
  );

  it(
    'puts right what the check has found in one press, and shows the way to the rest',
    async () => {
      const page = await begin('Từ báo cáo mẫu');
      await rewriteBlock(page, 1, 'Thực hiện Kế hoạch ,UBND xã báo cáo.');
      await page.getByText('Đã lưu', { exact: true }).waitFor();
      await page
        .getByText(/^Thể thức \(\d+\)$/)
        .last()
        .click();
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
      await findings.last().getByRole('button', { name: 'Đến chỗ này' }).click();
      const focused = await page.evaluate(() => document.activeElement?.tagName);
      expect(focused).not.toBe('BODY');
    },
    STORY_MS,
  );

  it('has met no refusal of the page policy and no error on its way', () => {
    expect(office.complaints).toEqual([]);
  });
});
