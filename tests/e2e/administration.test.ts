// Can an administrator set up their office in a browser: people, the way of a report, numbers, organizations, templates?
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { personItem } from '../../functions/adapters/table/directory-item.ts';
import * as words from '../../web/words/vi.ts';
import { barriersOn, look, picture } from '../support/accessibility.ts';
import { type BrowserOffice, openOffice } from '../support/browser.ts';
import { aPersonId } from '../support/builders.ts';
import { putItems } from '../support/local-stack.ts';
import { onePage } from '../support/seed-report.ts';
import { ADMINISTRATOR } from '../support/world.ts';

/** A sign-in, and each function's first start, on a machine that does other things as well. */
const STORY_MS = 300_000;

/** The store does not find it, once: that is no failure to wait out, so the clerk is asked. */
const SEALED_FILE_NOT_FOUND = {
  caller: 'store',
  action: 's3:GetObject',
  times: 1,
  error: { status: 404, code: 'NoSuchKey' },
};

describe('an administrator', () => {
  let office: BrowserOffice;
  let page: Page;
  beforeAll(async () => {
    office = await openOffice();
    ({ page } = await office.sitDown('dinh-cong-tuan', '/danh-ba'));
  });
  afterAll(() => office?.close());

  const go = async (path: string, heading: string) => {
    await page.getByRole('link', { name: path, exact: true }).click();
    await page.getByRole('heading', { level: 1, name: heading }).waitFor();
  };
  /** The browser itself names a refusal that the person has been told of. */
  const forgiveRefusals = () => {
    const others = office.complaints.filter(
      (one) => !/status of (403|422)|person_unknown/.test(one),
    );
    office.complaints.splice(0, office.complaints.length, ...others);
  };
  const saved = () => page.getByText('Đã lưu.').waitFor();

  it(
    'keeps an issued report as a template, with which a drafter begins',
    async () => {
      const { byPost } = office;
      const report = await byPost.draft();
      const submissionId = await byPost.submit(report);
      await byPost.decide('le-quoc-hung', submissionId, 'agree');
      await byPost.decide('nguyen-van-minh', submissionId, 'sign');
      await byPost.untilStatus(report.id, 'issued');

      await go('Mẫu của cơ quan', 'Mẫu của cơ quan');
      await page.getByText('118/BC-UBND').waitFor();
      await page.getByRole('button', { name: /^Làm mẫu: Báo cáo/ }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByLabel('Tên mẫu').fill('');
      await dialog.getByRole('button', { name: 'Lưu' }).click();
      await dialog.getByText('Tên mẫu: cần điền.').waitFor();
      await dialog.getByLabel('Tên mẫu').fill('Báo cáo cải cách hành chính quý');
      await dialog.getByLabel('Dùng khi nào').fill('Cuối mỗi quý.');
      await dialog.getByRole('button', { name: 'Lưu' }).click();
      await page.getByRole('button', { name: /^Đổi tên: Báo cáo cải cách/ }).waitFor();
      forgiveRefusals();

      const { page: theirs } = await office.sitDown('tran-thi-thu-ha', '/bao-cao/moi');
      await theirs
        .getByRole('button', { name: 'Dùng mẫu này: Báo cáo cải cách hành chính quý' })
        .click();
      await theirs.waitForURL(/\/bao-cao\/rpt_/);

      await page.getByRole('button', { name: /^Bỏ mẫu: Báo cáo cải cách/ }).click();
      await dialog.getByRole('button', { name: 'Bỏ mẫu' }).click();
      await page.getByText(/^Chưa có mẫu nào/).waitFor();
    },
    STORY_MS,
  );

  it(
    'lets somebody in, who works, until their office ends in the middle of it, and again when it goes on',
    async () => {
      await go('Danh bạ', 'Danh bạ');
      await page.getByRole('link', { name: 'Phan Thị Ngọc Lan' }).waitFor();
      await page.getByText('Phòng Nội vụ huyện Hương Sơn').waitFor();
      await page.getByRole('link', { name: 'Thêm người dùng' }).click();
      await page.getByLabel('Họ và tên').fill('Cao Thị Lụa');
      await page.getByLabel('Chức vụ', { exact: true }).fill('Công chức Văn phòng - Thống kê');
      await page.getByLabel('Thư điện tử').fill('lụa');
      await page.getByLabel('Người soạn thảo').check();
      await page.getByRole('button', { name: 'Lưu' }).click();
      await page.getByText('Thư điện tử có dạng như ten@coquan.gov.vn.').first().waitFor();
      await picture(page, 'person-refused');
      expect(await barriersOn(page)).toEqual([]);
      await page.getByLabel('Thư điện tử').fill('cao-thi-lua@example.com');
      await page.getByRole('button', { name: 'Lưu' }).click();
      await page.getByRole('heading', { level: 1, name: 'Cao Thị Lụa' }).waitFor();
      const sub = new URL(page.url()).pathname.split('/').at(-1) ?? '';

      const { page: theirs, leave } = await office.sitDown(sub, '/bao-cao');
      await theirs.getByText('Chưa có văn bản nào.').waitFor();
      await page.getByRole('button', { name: 'Khóa tài khoản' }).click();
      await page.getByRole('dialog').getByRole('button', { name: 'Khóa tài khoản' }).click();
      await page.getByText(/^Đã khóa tài khoản từ/).waitFor();
      await theirs.reload();
      await theirs.getByText(/đã bị khóa tài khoản/).waitFor();
      await page.getByRole('button', { name: 'Mở khóa tài khoản' }).click();
      await page.getByRole('button', { name: 'Khóa tài khoản', exact: true }).waitFor();
      await theirs.reload();
      await theirs.getByText('Chưa có văn bản nào.').waitFor();
      await leave();
      forgiveRefusals();
    },
    STORY_MS,
  );

  it(
    'says whom a report goes to and where numbers go on, and finds both in the history',
    async () => {
      await go('Cài đặt', 'Cài đặt');
      await page.getByRole('group', { name: 'Bước 2: ký' }).waitFor();
      await page.getByRole('button', { name: 'Bỏ bước 1' }).click();
      await page.getByLabel('Văn thư bấm ký số cơ quan và phát hành').check();
      await page.getByRole('button', { name: 'Lưu' }).first().click();
      await saved();
      await page.getByText('Sổ đã cấp đến số 118 trên hệ thống').waitFor();
      await page.getByLabel('Loại văn bản', { exact: true }).selectOption('Kế hoạch');
      await page.getByLabel('Số cuối', { exact: true }).fill('300');
      await page.getByRole('button', { name: 'Đặt số cuối' }).click();
      await page.getByText('Số tiếp theo: 301.').waitFor();
      await page.getByText('đặt số cuối trên sổ giấy').waitFor();
      await page.getByText('sửa cài đặt: ký số cơ quan, các bước xử lý').waitFor();

      const { page: theirs } = await office.sitDown('tran-thi-thu-ha', '/bao-cao/moi');
      await theirs.getByRole('button', { name: 'Dùng mẫu này: Từ báo cáo mẫu' }).click();
      await theirs.getByRole('button', { name: 'Trình ký' }).click();
      await theirs.getByRole('dialog').getByText('Nguyễn Văn Minh').first().waitFor();
      expect(await theirs.getByRole('dialog').getByText('Lê Quốc Hưng').count()).toBe(0);
    },
    STORY_MS,
  );

  it(
    'leaves the seal to the clerk, who is asked first, with the number and whom it goes to, and lets go on what has stopped',
    async () => {
      const { byPost } = office;
      // The first of its type: its book begins with it, whatever there is on paper.
      const submissionId = await byPost.submit(
        await byPost.draft({ ...onePage(), type: 'thongBao', symbol: 'TB-UBND' }),
      );
      await byPost.decide('nguyen-van-minh', submissionId, 'sign');
      await byPost.clerkAsked(submissionId, 'seal');
      // Who has signed sees where it is, and need not stay.
      const { page: signer, leave: signerLeaves } = await office.sitDown(
        'nguyen-van-minh',
        `/cho-toi/${submissionId}`,
      );
      const progress = signer.getByRole('region', { name: 'Tiến độ phát hành' });
      await progress.getByText(/^Bước 4\/5: Ký số cơ quan\. Đang chờ văn thư/).waitFor();
      expect(await progress.locator('[aria-current=step]').textContent()).toContain(
        'Ký số cơ quan',
      );
      expect(await barriersOn(signer)).toEqual([]);
      await picture(signer, 'issue-in-progress');
      const { page: clerk, leave } = await office.sitDown('phan-thi-ngoc-lan', '/van-thu');
      await clerk.getByRole('link', { name: /tuyên truyền CCHC/ }).click();
      await clerk.getByRole('button', { name: 'Ký số cơ quan và phát hành' }).click();
      const question = clerk.getByRole('dialog');
      await question.getByText('01/TB-UBND').waitFor();
      await question.getByText('Phòng nội vụ huyện Hương Sơn').waitFor();
      expect(await barriersOn(clerk)).toEqual([]);
      await picture(clerk, 'registry-seal');
      office.faults.failNext(SEALED_FILE_NOT_FOUND);
      await question.getByRole('button', { name: 'Ký số cơ quan và phát hành' }).click();
      await clerk.getByText('Chưa phát hành được. Số 01/TB-UBND vẫn được giữ.').waitFor();
      const row = clerk.getByRole('list', { name: 'Chờ văn thư' }).getByRole('link');
      await row.getByText('Chưa phát hành được').waitFor();
      await clerk.getByRole('button', { name: 'Thực hiện lại' }).click();
      // A row, the press, and its question: three presses; the answer comes where the press was.
      await clerk
        .getByRole('status')
        .getByText('Đã ban hành: số 01/TB-UBND', { exact: false })
        .waitFor();
      await row.getByText('Đã xong').waitFor();
      await clerk.getByRole('button', { name: 'In bản chính giấy' }).waitFor();
      // It has moved on by itself, until everybody has it.
      await progress.waitFor({ state: 'detached' });
      await leave();
      await signerLeaves();
    },
    STORY_MS,
  );

  it(
    'confirms where a book began that nobody had opened',
    async () => {
      await page.getByLabel('Loại văn bản', { exact: true }).selectOption('Thông báo');
      await page.getByText('Sổ đã cấp đến số 1 trên hệ thống').waitFor();
      const asked = page.getByText(/^Chưa ai đặt số cuối trên sổ giấy/);
      await asked.waitFor();
      await page.getByRole('button', { name: 'Xác nhận đã đối chiếu' }).click();
      await asked.waitFor({ state: 'detached' });
      // It has been said, and who said it is written down.
      await page.reload();
      await page.getByLabel('Loại văn bản', { exact: true }).selectOption('Thông báo');
      await page.getByText('Sổ đã cấp đến số 1 trên hệ thống').waitFor();
      expect(await asked.count()).toBe(0);
      await page.getByText(/xác nhận sổ năm \d+, đã cấp đến số 1, đúng với sổ giấy/).waitFor();
    },
    STORY_MS,
  );

  it(
    'is told what waits for a signer before the role is taken away',
    async () => {
      const { byPost } = office;
      const submissionId = await byPost.submit(
        await byPost.draft({ ...onePage(), subject: 'Văn bản còn chờ ký' }),
      );
      await byPost.asked('nguyen-van-minh', submissionId);
      await go('Danh bạ', 'Danh bạ');
      await page.getByRole('link', { name: 'Nguyễn Văn Minh' }).click();
      await page.getByLabel('Người ký', { exact: true }).uncheck();
      await page.getByRole('button', { name: 'Lưu' }).click();
      const question = page.getByRole('dialog');
      await question.getByText('Văn bản còn chờ ký').waitFor();
      await question.getByText(/có trong các bước xử lý/).waitFor();
      expect(await barriersOn(page)).toEqual([]);
      await picture(page, 'person-role-goes');
      await question.getByRole('button', { name: words.app.cancel, exact: true }).click();
      await question.waitFor({ state: 'detached' });
    },
    STORY_MS,
  );

  it(
    'resets nobody’s second factor who signs, before another administrator agrees; until then they sign nothing, and may say that it was not they who asked',
    async () => {
      const { byPost, stack } = office;
      const second = { ...ADMINISTRATOR, id: aPersonId('cao-ba-quat'), name: 'Cao Bá Quát' };
      await putItems(stack, [personItem(second)]);
      const question = page.getByRole('dialog');
      const held = page.getByText(/^Đặt lại xác thực hai bước: Đinh Công Tuấn/);
      const ask = async () => {
        await page.getByRole('button', { name: 'Đặt lại xác thực hai bước' }).click();
        await question.getByText(/đợi một quản trị khác đồng ý/).waitFor();
        await question.getByRole('button', { name: 'Đặt lại xác thực hai bước' }).click();
        await held.waitFor();
      };
      await ask();
      const { page: signers, leave: rise } = await office.sitDown('nguyen-van-minh', '/cho-toi');
      const notMe = signers.getByRole('button', { name: 'Không phải tôi yêu cầu' });
      await notMe.click();
      await notMe.waitFor({ state: 'detached' });
      await rise();
      await page.reload();
      await page.getByRole('button', { name: 'Đặt lại xác thực hai bước' }).waitFor();
      expect(await held.count()).toBe(0);
      await ask();
      expect(await page.getByRole('button', { name: 'Đồng ý' }).count()).toBe(0);
      expect(await look(page, 'person-held')).toEqual([]);

      const submissionId = await byPost.submit(await byPost.draft());
      await expect(byPost.decide('nguyen-van-minh', submissionId, 'sign')).rejects.toThrow(
        'access_unsettled',
      );
      const path = '/danh-ba/org_son-trung/nguoi-dung/nguyen-van-minh';
      const { page: theirs, leave } = await office.sitDown(second.id, path);
      await theirs.getByRole('button', { name: 'Đồng ý' }).click();
      await theirs.getByRole('dialog').getByRole('button', { name: 'Đồng ý' }).click();
      await theirs
        .getByText(/^Đặt lại xác thực hai bước: Đinh/)
        .first()
        .waitFor({ state: 'detached' });
      await leave();
      await byPost.decide('nguyen-van-minh', submissionId, 'sign');
    },
    STORY_MS,
  );

  it(
    'enters an organization under their own, closes it, and takes that back',
    async () => {
      await go('Danh bạ', 'Danh bạ');
      await page.getByRole('link', { name: 'Thêm cơ quan, đơn vị' }).click();
      await page.getByLabel('Tên', { exact: true }).fill('Trạm Y tế xã Sơn Trung');
      await page.getByRole('combobox', { name: 'Trực thuộc' }).click();
      await page.getByRole('option', { name: 'UBND xã Sơn Trung' }).click();
      await page.getByLabel('Tên in ở đầu văn bản').fill('TRẠM Y TẾ\nXÃ SƠN TRUNG');
      await page.getByLabel('Địa danh').fill('Sơn Trung');
      await page.getByLabel('Chữ viết tắt trong ký hiệu').fill('TYT');
      await page.getByLabel('Mã định danh').fill('H99.10.01.61');
      await page.getByRole('button', { name: 'Lưu' }).click();
      await page.getByRole('heading', { level: 1, name: 'Trạm Y tế xã Sơn Trung' }).waitFor();
      await page.getByText('Chưa có người dùng.').waitFor();
      await page.getByRole('button', { name: 'Kết thúc hoạt động' }).click();
      await page.getByRole('dialog').getByRole('button', { name: 'Kết thúc hoạt động' }).click();
      await page.getByText(/^Đã kết thúc hoạt động từ/).waitFor();
      await page.getByRole('button', { name: 'Mở lại hoạt động' }).click();
      await page.getByRole('button', { name: 'Kết thúc hoạt động' }).waitFor();
      expect(await page.getByText(/^Đã kết thúc hoạt động từ/).count()).toBe(0);
    },
    STORY_MS,
  );

  it(
    'sets up a new commune, and with its first administrator hands it over',
    async () => {
      await go('Danh bạ', 'Danh bạ');
      await page.getByRole('link', { name: 'Thêm cơ quan, đơn vị' }).click();
      await page.getByLabel('Tên', { exact: true }).fill('UBND xã Sơn Kim');
      await page.getByLabel('Tên in ở đầu văn bản').fill('ỦY BAN NHÂN DÂN\nXÃ SƠN KIM');
      await page.getByLabel('Địa danh').fill('Sơn Kim');
      await page.getByLabel('Chữ viết tắt trong ký hiệu').fill('UBND');
      await page.getByLabel('Mã định danh').fill('H99.10.03');
      await page.getByRole('button', { name: 'Lưu' }).click();
      await page.getByRole('heading', { level: 1, name: 'UBND xã Sơn Kim' }).waitFor();
      await page.getByRole('link', { name: 'Thêm quản trị đầu tiên' }).click();
      await page.getByRole('heading', { level: 1, name: 'Thêm quản trị đầu tiên' }).waitFor();
      await page.getByLabel('Họ và tên').fill('Lương Thị Kim');
      await page.getByLabel('Chức vụ', { exact: true }).fill('Công chức Văn phòng - Thống kê');
      await page.getByLabel('Thư điện tử').fill('luong-thi-kim@example.com');
      expect(await barriersOn(page)).toEqual([]);
      await page.getByRole('button', { name: 'Lưu' }).click();
      await page.getByText('Cơ quan này do người của họ hoặc cơ quan cấp trên quản lý.').waitFor();
    },
    STORY_MS,
  );

  it('never made a page complain', () => {
    expect(office.complaints).toEqual([]);
  });
});
