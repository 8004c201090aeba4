// Does the main job work in a browser, from the drafter's desk to the receipt, on the whole stack of one machine?
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Stack, startStack } from '../../infra/local/stack.ts';
import { ASSEMBLY, buildWebIfOlder, synthesizeIfOlder, WEB } from '../../infra/local/synthesize.ts';
import { webFiles } from '../../infra/local/web-files.ts';
import { arriveAs, openBrowser, type Seat, takeSeat } from '../support/browser.ts';

const SUBJECT = /Kết quả thực hiện công tác tuyên truyền CCHC năm 2023/;
/** Several functions start for the first time, on a machine that does other things as well. */
const PATIENT = { timeout: 90_000 };

describe('the main story in a browser', () => {
  let stack: Stack;
  let browser: Browser;
  let folder: string;
  const seats: Seat[] = [];

  beforeAll(async () => {
    await synthesizeIfOlder();
    await buildWebIfOlder();
    folder = await mkdtemp(join(tmpdir(), 'main-story-'));
    stack = await startStack({
      folder,
      assembly: ASSEMBLY,
      port: 0,
      filesPort: 0,
      web: (_, filesUrl) => webFiles(WEB, filesUrl),
    });
    browser = await openBrowser();
  });

  afterAll(async () => {
    await browser?.close();
    await stack?.stop();
    if (folder) await rm(folder, { recursive: true, force: true });
  });

  const sitDown = async (person: string, path: string) => {
    const seat = await takeSeat(browser, stack.url);
    seat.page.setDefaultTimeout(PATIENT.timeout);
    seats.push(seat);
    await arriveAs(seat, person, stack.password, path);
    return seat.page;
  };

  it('takes the report from the drafter through reviewer and chairman to the district and its receipt', async () => {
    // The drafter begins from the sample, changes a word, sees it saved, and submits.
    const drafter = await sitDown('tran-thi-thu-ha', '/bao-cao');
    await drafter.getByText('Chưa có báo cáo nào.').waitFor();
    await drafter.getByRole('link', { name: 'Soạn báo cáo' }).click();
    await drafter.getByRole('button', { name: 'Soạn báo cáo: Từ báo cáo mẫu' }).click();
    await drafter.getByLabel('Khối 2: nội dung').fill('NHỮNG KẾT QUẢ ĐÃ ĐẠT ĐƯỢC');
    await drafter.getByText('Chưa lưu').waitFor();
    await drafter.getByText('Đã lưu').waitFor();
    await drafter.frameLocator('iframe[title="Bản PDF"]').locator('embed').waitFor();
    await drafter.getByRole('button', { name: 'Trình ký' }).click();
    const question = drafter.getByRole('dialog');
    await question.getByText('Trình Lê Quốc Hưng? Muốn sửa sau khi trình, phải rút lại.').waitFor();
    await question.getByRole('button', { name: 'Trình ký' }).click();
    await drafter.getByText(/^Kiểm tra: Lê Quốc Hưng, từ/).waitFor();

    // The reviewer agrees.
    const reviewer = await sitDown('le-quoc-hung', '/cho-toi');
    await reviewer.getByRole('link', { name: SUBJECT }).click();
    await reviewer.getByRole('button', { name: 'Đồng ý' }).click();
    await reviewer.getByText('Đã ghi ý kiến xử lý.').waitFor();

    // The chairman signs what he sees; the seal follows by itself.
    const chairman = await sitDown('nguyen-van-minh', '/cho-toi');
    await chairman.getByRole('link', { name: SUBJECT }).click();
    await chairman.getByRole('button', { name: 'Ký số' }).click();
    const warning = chairman.getByRole('dialog');
    await warning.getByText(/gửi 3 nơi\? Ký rồi không sửa được\./).waitFor();
    await warning.getByRole('button', { name: 'Ký số' }).click();
    await chairman.getByText('Đã ghi ý kiến xử lý.').waitFor();

    // The drafter has watched it happen: number, and three places where it arrived.
    await drafter.getByText(/^Số 118\/BC-UBND, ngày/).waitFor();
    await drafter.getByText('Phòng Nội vụ huyện Hương Sơn').waitFor();

    // The district officer reads it, takes the PDF home, and receives it.
    const officer = await sitDown('vo-thi-hong-nhung', '/van-ban-den');
    await officer.getByRole('link', { name: SUBJECT }).click();
    const download = officer.waitForEvent('download');
    await officer.getByRole('button', { name: 'Tải về PDF' }).click();
    const signedPdf = await (await download).path();
    await officer.getByRole('button', { name: 'Tiếp nhận, vào sổ' }).click();
    await officer.getByText('Chữ ký số hợp lệ, văn bản toàn vẹn.').waitFor();

    // The receipt reaches the sender, and anyone can see that the file is genuine.
    await drafter.getByText(/Đã tiếp nhận .* số đến 1/).waitFor();
    await officer.getByRole('link', { name: 'Sổ văn bản đến' }).click();
    await officer.getByRole('cell', { name: '118/BC-UBND' }).waitFor();
    await officer.getByRole('link', { name: 'Kiểm tra chữ ký' }).click();
    await officer.getByLabel('Chọn tệp').setInputFiles(signedPdf);
    await officer.getByText('Tệp này do UBND xã Sơn Trung ban hành, toàn vẹn.').waitFor();

    expect(seats.flatMap(({ complaints }) => complaints)).toEqual([]);
  }, 400_000);
});
