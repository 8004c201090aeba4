// Can a drafter begin with what there is: a Word file of their own, an outline, last year's report?
import type { Locator } from 'playwright-core';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { renderDocx } from '../../functions/document/render-docx.ts';
import { barriersOn, isTooWide, picture } from '../support/accessibility.ts';
import { type BrowserOffice, openOffice } from '../support/browser.ts';
import { paperOn, rewriteAndSave } from '../support/paper.ts';
import { onePage, seedReport } from '../support/seed-report.ts';

const DRAFTER = 'tran-thi-thu-ha';
const STORY_MS = 300_000;
const NEW = '/bao-cao/moi';
const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

describe('a new report', () => {
  let office: BrowserOffice;
  beforeAll(async () => {
    office = await openOffice();
  });
  afterEach(async () => {
    await office?.close();
    expect(office.complaints.splice(0)).toEqual([]);
  });

  it(
    'is made of a Word file, and what of the file is not in it is told first',
    async () => {
      const { page } = await office.sitDown(DRAFTER, NEW);
      const file = await renderDocx(seedReport, { number: 12, date: '2024-01-05' });

      await page
        .getByLabel('Chọn tệp Word')
        .setInputFiles({ name: 'báo cáo.docx', mimeType: DOCX, buffer: Buffer.from(file) });

      await page.getByText('Số: 12/BC-UBND').waitFor();
      expect(await barriersOn(page)).toEqual([]);
      expect(await isTooWide(page)).toBe(false);
      await picture(page, 'beginning-word');
      await page.getByRole('button', { name: 'Mở dự thảo' }).click();
      await paperOn(page).waitFor();
      expect(await paperOn(page).textContent()).toContain('Về Nội dung các văn bản tuyên truyền');
    },
    STORY_MS,
  );

  it(
    'is not made of a file that cannot be read; the reason is said, and another may be chosen',
    async () => {
      const { page } = await office.sitDown(DRAFTER, NEW);
      const field = page.getByLabel('Chọn tệp Word');
      await field.setInputFiles({
        name: 'a.docx',
        mimeType: DOCX,
        buffer: Buffer.from('%PDF-1.7'),
      });
      await page.getByText('Tệp không phải là văn bản Word (.docx). Hãy chọn tệp khác.').waitFor();
      const file = Buffer.from(await renderDocx(seedReport, null));
      await field.setInputFiles({ name: 'b.docx', mimeType: DOCX, buffer: file });
      // Where its recipients are found is told before it opens.
      await page.getByRole('button', { name: 'Mở dự thảo' }).click();
      await paperOn(page).waitFor();
      // The browser itself names the answer 422.
      office.complaints.splice(0);
    },
    STORY_MS,
  );

  it(
    'is made of an outline and of an earlier report',
    async () => {
      const { page } = await office.sitDown(DRAFTER, NEW);
      await page.getByRole('button', { name: 'Dùng mẫu này: Kế hoạch' }).waitFor();
      await picture(page, 'beginning');
      await page.getByRole('button', { name: 'Dùng mẫu này: Kế hoạch' }).click();
      await paperOn(page).waitFor();
      expect(await paperOn(page).textContent()).toContain('Nội dung, tiến độ');
      await page.goto(NEW);
      await page.getByRole('button', { name: 'Dùng văn bản này: Từ văn bản trước' }).click();
      await paperOn(page).waitFor();
      expect(await paperOn(page).textContent()).toContain('Nội dung, tiến độ');
    },
    STORY_MS,
  );

  it(
    "goes from the list to its submission with last year's words in few presses",
    async () => {
      await office.byPost.draft(onePage());
      const { page } = await office.sitDown(DRAFTER, '/bao-cao');
      let presses = 0;
      const press = async (what: Locator) => {
        presses += 1;
        await what.click();
      };

      await press(page.getByRole('link', { name: 'Soạn văn bản' }).first());
      await press(page.getByRole('button', { name: 'Dùng văn bản này: Từ văn bản trước' }).first());
      await paperOn(page).waitFor();
      // Where one writes is pressed as well.
      presses += 1;
      await rewriteAndSave(page, 2, 'Kết quả của năm nay.');
      await press(page.getByRole('button', { name: 'Trình ký' }));
      await press(page.getByRole('dialog').getByRole('button', { name: /^(Vẫn trình|Trình) ký$/ }));
      await page.getByText(/^Kiểm tra: Lê Quốc Hưng, từ/).waitFor();

      console.log(`From the list to a submitted report: ${presses} presses`);
      expect(presses).toBeLessThanOrEqual(8);
    },
    STORY_MS,
  );
});
