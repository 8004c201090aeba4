// Can anyone see in a browser whether a document is genuine, its officer before receiving it, and a clerk what to stamp?
import type { Page } from 'playwright-core';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { FileLinkView, KeyHolderView, ReportView } from '../../functions/contracts/views.ts';
import { expectOk } from '../../infra/local/people/office.ts';
import { barriersOn, isTooWide, light, picture } from '../support/accessibility.ts';
import { type BrowserOffice, openOffice } from '../support/browser.ts';

const OFFICER = 'vo-thi-hong-nhung';
const VALID = 'Chữ ký số hợp lệ, văn bản toàn vẹn.';
const PHONE = { width: 390, height: 844 };
const DESK = { width: 1366, height: 768 };
/** Each function's first start, on a machine that does other things as well. */
const STORY_MS = 300_000;

/** Dropped on the page as from a folder. */
const drop = async (page: Page, name: string, bytes: Uint8Array) => {
  const files = await page.evaluateHandle(
    ([text, called]) => {
      const held = new DataTransfer();
      const parts = Uint8Array.from(atob(text ?? ''), (letter) => letter.charCodeAt(0));
      held.items.add(new File([parts], called ?? ''));
      return held;
    },
    [Buffer.from(bytes).toString('base64'), name],
  );
  await page.getByText('hoặc thả tệp PDF').dispatchEvent('drop', { dataTransfer: files });
};

describe('checking a document', () => {
  let office: BrowserOffice;
  let pdf: Uint8Array;
  let docx: Uint8Array;
  let printed: Uint8Array;

  beforeAll(async () => {
    office = await openOffice();
    const { byPost } = office;
    const draft = await byPost.draft();
    const submissionId = await byPost.submit(draft);
    await byPost.decide('le-quoc-hung', submissionId, 'agree');
    await byPost.decide('nguyen-van-minh', submissionId, 'sign');
    await byPost.delivered(OFFICER, draft.id);
    ({ bytes: pdf } = await byPost.download(OFFICER, draft.id, 'pdf'));
    ({ bytes: docx } = await byPost.download(OFFICER, draft.id, 'docx'));
    const clerk = await byPost.as('phan-thi-ngoc-lan');
    const { url } = expectOk(await clerk.get<FileLinkView>(`/api/registry/${submissionId}/signed`));
    printed = new Uint8Array(await (await fetch(url)).arrayBuffer());
  }, STORY_MS);
  afterEach(() => office?.close());

  it(
    'tells a stranger whose it is and whether it is whole, in light and dark, at a desk and on a phone',
    async () => {
      const { page } = await office.walkIn('/kiem-tra');
      const choose = (name: string, bytes: Uint8Array) =>
        page.getByLabel('Chọn tệp').setInputFiles({
          name,
          mimeType: 'application/octet-stream',
          buffer: Buffer.from(bytes),
        });

      await choose('118-BC-UBND.pdf', pdf);
      await page.getByText(VALID).waitFor();
      await page.getByText(/^Tệp này là văn bản đã ban hành: số 118\/BC-UBND, ngày/).waitFor();
      await page.getByRole('heading', { name: /^Nguyễn Văn Minh/ }).waitFor();
      await page
        .getByText(/, có dấu thời gian chứng thực$/)
        .first()
        .waitFor();
      await page.getByText('Chi tiết').first().click();
      await page.getByText('Thêm 1 chữ ký: được phép.').waitFor();
      await picture(page, 'verification-whole');
      expect(await barriersOn(page)).toEqual([]);
      expect(await isTooWide(page)).toBe(false);

      await light(page, 'dark');
      await page.setViewportSize(PHONE);
      await picture(page, 'verification-dark-phone');
      expect(await barriersOn(page)).toEqual([]);
      expect(await isTooWide(page)).toBe(false);
      await light(page, 'light');
      await page.setViewportSize(DESK);

      const changed = Uint8Array.from(pdf);
      changed[5_000] = (changed[5_000] ?? 0) ^ 1;
      await drop(page, 'bi-sua.pdf', changed);
      await page.getByRole('heading', { name: 'bi-sua.pdf' }).waitFor();
      await page.getByText('Nội dung đã bị thay đổi sau khi ký.').first().waitFor();
      await page.getByText('Tệp này không phải là tệp đã ban hành').waitFor();
      await picture(page, 'verification-changed');
      expect(await barriersOn(page)).toEqual([]);

      await choose('ban-in.pdf', printed);
      await page.getByText(/thiếu chữ ký số của cơ quan/).waitFor();
      await page.getByText('Hợp lệ', { exact: true }).waitFor();

      await choose('118-BC-UBND.docx', docx);
      await page.getByText(/^Tệp này là bản DOCX để tổng hợp/).waitFor();

      await choose('ghi-chu.txt', Buffer.from('không phải PDF'));
      await page.getByText(/không phải PDF nên không có chữ ký số/).waitFor();

      await choose('rac.pdf', Buffer.from('%PDF-1.7 và rác'));
      await page.getByText(/^Không đọc được tệp PDF này/).waitFor();
      expect(office.complaints).toEqual([]);
    },
    STORY_MS,
  );

  it(
    'tells the officer before it is received, and gives the clerk the page to stamp',
    async () => {
      const { page } = await office.sitDown(OFFICER, '/van-ban-den');
      await page.getByRole('link', { name: /tuyên truyền CCHC/ }).click();
      await page.getByText(VALID).waitFor();
      await page.getByRole('button', { name: 'Chi tiết kỹ thuật' }).click();
      await page.getByRole('heading', { name: /^UBND xã Sơn Trung/ }).waitFor();
      await picture(page, 'delivery-verified');
      expect(await barriersOn(page)).toEqual([]);
      await page.setViewportSize(PHONE);
      expect(await isTooWide(page)).toBe(false);

      const { page: clerk } = await office.sitDown('phan-thi-ngoc-lan', '/so-van-ban-di');
      await clerk.getByRole('link', { name: '118/BC-UBND' }).click();
      await clerk.getByRole('button', { name: 'In bản chính giấy' }).click();
      await clerk.getByText(/chưa có chữ ký số cơ quan/).waitFor();
      await clerk.getByRole('link', { name: 'Mở bản PDF' }).waitFor();
      await picture(clerk, 'registry-page-to-stamp');
      expect(await barriersOn(clerk)).toEqual([]);
      expect(office.complaints).toEqual([]);
    },
    STORY_MS,
  );

  it(
    'tells the drafter when there is no proof of time, and why nothing was signed',
    async () => {
      const { page } = await office.sitDown('tran-thi-thu-ha', '/bao-cao');
      await page.route(/\/api\/reports\/rpt_[^/]+$/, async (route) => {
        const answer = await route.fetch();
        const report = (await answer.json()) as ReportView;
        const submission = report.submission && { ...report.submission, timestamped: false };
        await route.fulfill({ response: answer, json: { ...report, submission } });
      });
      await page.getByRole('link', { name: /tuyên truyền CCHC/ }).click();
      await page.getByText(/^Chữ ký số chưa có dấu thời gian/).waitFor();

      const { byPost } = office;
      const administrator = await byPost.as('dinh-cong-tuan');
      const { items } = expectOk(
        await administrator.get<{ items: KeyHolderView[] }>('/api/enrolment'),
      );
      const certificate = items.find(({ name }) => name === 'Nguyễn Văn Minh')?.certificate?.sha256;
      expectOk(await administrator.post('/api/enrolment/revocations', { certificate }));
      const draft = await byPost.draft();
      const submissionId = await byPost.submit(draft);
      await byPost.decide('le-quoc-hung', submissionId, 'agree');
      await byPost.decide('nguyen-van-minh', submissionId, 'sign');
      await byPost.untilStatus(draft.id, 'draft');
      await page.unrouteAll();
      await page.goto(`/bao-cao/${draft.id}`);
      await page.getByText('Chứng thư chữ ký số đã bị thu hồi. Hãy báo quản trị.').waitFor();
      await picture(page, 'report-not-signed');
      expect(await barriersOn(page)).toEqual([]);
    },
    STORY_MS,
  );
});
