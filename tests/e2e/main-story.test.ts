// Does the main job work in a browser, from the drafter's desk to the receipt, on the whole stack of one machine?
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LIST_TITLE } from '../../infra/local/sign-in/page.ts';
import { type BrowserOffice, openOffice } from '../support/browser.ts';
import { lookAtPrint, rewriteAndSave } from '../support/paper.ts';

const SUBJECT = /Kết quả thực hiện công tác tuyên truyền CCHC năm 2023/;
/** Four people, a workflow, and every function's first start, on a machine that does other things as well. */
const STORY_MS = 400_000;

/** The cookie by which this browser is signed in. */
const sessionIn = async (page: Page) =>
  (await page.context().cookies()).find(({ name }) => name === 'trinh-ky-session');

/** One on its row, one to receive it. */
const MOST_PRESSES_TO_RECEIVE = 2;

/** How often somebody has pressed on this page, from now on until it is left or loaded anew. */
const pressesOn = async (page: Page) => {
  await page.evaluate(() => {
    document.body.dataset.presses = '0';
    const count = () => {
      document.body.dataset.presses = String(Number(document.body.dataset.presses) + 1);
    };
    document.addEventListener('click', count, true);
  });
  return () => page.evaluate(() => Number(document.body.dataset.presses));
};

describe('the main story in a browser', () => {
  let office: BrowserOffice;
  beforeAll(async () => {
    office = await openOffice();
  });
  afterAll(() => office?.close());

  it(
    'takes the report from the drafter through reviewer and chairman to the district and its receipt',
    async () => {
      // The drafter begins from the sample, changes a word, sees it saved, and submits.
      const { page: drafter } = await office.signIn('tran-thi-thu-ha', '/bao-cao');
      await drafter.getByText('Chưa có văn bản nào.').waitFor();
      await drafter.getByRole('link', { name: 'Soạn văn bản' }).click();
      await drafter.getByRole('button', { name: 'Dùng mẫu này: Từ báo cáo mẫu' }).click();
      await rewriteAndSave(drafter, 2, 'NHỮNG KẾT QUẢ ĐÃ ĐẠT ĐƯỢC');
      await lookAtPrint(drafter);
      await drafter.getByRole('img', { name: 'Trang 1/4' }).waitFor();
      await drafter.getByRole('button', { name: 'Trình ký' }).click();
      const question = drafter.getByRole('dialog');
      await question
        .getByText('Trình Lê Quốc Hưng? Muốn sửa sau khi trình, phải rút lại.')
        .waitFor();
      await question.getByText(/^Còn \d+ cảnh báo thể thức\./).waitFor();
      await question.getByRole('button', { name: 'Vẫn trình ký' }).click();
      await drafter.getByText(/^Kiểm tra: Lê Quốc Hưng, từ/).waitFor();

      // The reviewer agrees.
      const { page: reviewer } = await office.signIn('le-quoc-hung', '/cho-toi');
      await reviewer.getByRole('link', { name: SUBJECT }).click();
      await reviewer.getByRole('button', { name: 'Đồng ý' }).click();
      await reviewer.getByText('Đã ghi ý kiến xử lý.').waitFor();

      // The chairman signs what is shown; the seal follows by itself.
      const { page: chairman } = await office.signIn('nguyen-van-minh', '/cho-toi');
      await chairman.getByRole('link', { name: SUBJECT }).click();
      await chairman.getByRole('button', { name: 'Ký số' }).click();
      const warning = chairman.getByRole('dialog');
      await warning.getByText(/gửi 3 nơi\? Ký rồi không sửa được\./).waitFor();
      await warning.getByRole('button', { name: 'Ký số' }).click();
      await chairman.getByText(/^Đã ký số\. Số 118\/BC-UBND, ngày [\d/]+\.$/).waitFor();

      // The drafter has watched it happen: number, and three places where it arrived.
      await drafter
        .getByRole('status')
        .getByText(/^Số 118\/BC-UBND, ngày/)
        .waitFor();
      await drafter.getByText('Phòng Nội vụ huyện Hương Sơn').waitFor();

      // The district officer reads it, takes the PDF home, and receives it.
      const { page: officer } = await office.signIn('vo-thi-hong-nhung', '/van-ban-den');
      const pressed = await pressesOn(officer);
      await officer.getByRole('link', { name: SUBJECT }).click();
      await officer.getByText('Chữ ký số hợp lệ, văn bản toàn vẹn.').waitFor();
      await officer.getByRole('button', { name: 'Tiếp nhận, vào sổ' }).click();
      await officer.getByText('Đã tiếp nhận, vào sổ. Số đến 1.').waitFor();
      const presses = await pressed();
      console.info(`presses to read and receive: ${presses}`);
      expect(presses).toBeLessThanOrEqual(MOST_PRESSES_TO_RECEIVE);
      const download = officer.waitForEvent('download');
      await officer.getByRole('button', { name: 'Tải về' }).click();
      await officer.getByRole('menuitem', { name: 'Tải về PDF' }).click();
      const signedPdf = await (await download).path();

      // The receipt reaches the sender, and anyone can see that the file is genuine.
      await drafter.getByText(/Đã tiếp nhận .* số đến 1/).waitFor();
      await officer.getByRole('link', { name: 'Sổ văn bản đến' }).click();
      await officer.getByRole('cell', { name: '118/BC-UBND' }).waitFor();
      await officer.getByRole('link', { name: 'Kiểm tra chữ ký' }).click();
      await officer.getByLabel('Chọn tệp').setInputFiles(signedPdf);
      await officer.getByText(/^Tệp này là văn bản đã ban hành: số 118\/BC-UBND/).waitFor();

      // Whoever goes home leaves nothing open: neither here, nor for whoever has the cookie, nor at the sign-in.
      const kept = await sessionIn(officer);
      expect(kept).toMatchObject({ httpOnly: true, sameSite: 'Strict', path: '/' });
      await officer.getByRole('button', { name: 'Đăng xuất' }).click();
      await officer.getByRole('button', { name: 'Đăng nhập' }).first().waitFor();
      expect(new URL(officer.url()).pathname).toBe('/');
      expect(await sessionIn(officer)).toBeUndefined();
      const { origin } = new URL(officer.url());
      const stolen = await fetch(`${origin}/api/session/renewal`, {
        method: 'POST',
        headers: { origin, cookie: `${kept?.name}=${kept?.value}` },
      });
      expect(await stolen.json()).toEqual({ session: null });
      await officer.goto('/van-ban-den');
      await officer.getByRole('heading', { name: LIST_TITLE }).waitFor();

      expect(office.complaints).toEqual([]);
    },
    STORY_MS,
  );
});
