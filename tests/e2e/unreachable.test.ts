// What do people see of whom nothing reaches? The clerk says where a document goes instead, its drafter follows it, and the
// administrator sees whom mails did not reach.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { look } from '../support/accessibility.ts';
import { type BrowserOffice, openOffice } from '../support/browser.ts';
import { aPersonId } from '../support/builders.ts';
import { behindTheDesks, doorsOf } from '../workflow/behind-the-desks.ts';

/** A report is issued while every function starts, on a machine that does other things as well. */
const STORY_MS = 300_000;
/** More than one report makes. */
const EVERY_MAIL = 50;
const UNREACHED = 'Phòng Văn hóa - Thông tin huyện Hương Sơn';
const ABOVE = 'UBND huyện Hương Sơn';

describe('who is not reached', () => {
  let office: BrowserOffice;
  let reportId: string;
  beforeAll(async () => {
    office = await openOffice();
    const { byPost: desks, stack } = office;
    const behind = behindTheDesks(doorsOf(stack));
    // The one officer of a recipient has left.
    await behind.changePerson(aPersonId('bui-duc-long'), { validUntil: '2026-01-01T00:00:00Z' });
    behind.close();
    office.faults.failNext({
      caller: 'ask',
      action: 'ses:SendEmail',
      times: EVERY_MAIL,
      error: { status: 400, code: 'MessageRejected' },
    });
    const report = await desks.draft();
    reportId = report.id;
    const submission = await desks.submit(report);
    await desks.decide('le-quoc-hung', submission, 'agree');
    await desks.decide('nguyen-van-minh', submission, 'sign');
    await desks.delivered('vo-thi-hong-nhung', reportId);
    office.faults.clear();
  }, STORY_MS);
  afterAll(() => office?.close());

  it('the clerk finds the recipient who was not reached, and sends the document to the office above', async () => {
    const { page } = await office.sitDown('phan-thi-ngoc-lan', '/van-thu');
    const held = page.getByRole('link', { name: /Chưa gửi được/u }).filter({ hasText: UNREACHED });
    await held.waitFor();
    expect(await look(page, 'registry-held-deliveries')).toEqual([]);
    await held.click();
    await page.getByText('Cơ quan chưa có văn thư nơi nhận trên hệ thống').waitFor();
    // Who is above the recipient is proposed first.
    const to = page.getByRole('combobox', { name: 'Gửi đến' });
    expect(await to.inputValue()).toBe(`${ABOVE} (cơ quan cấp trên)`);
    expect(await look(page, 'registry-held-delivery')).toEqual([]);
    await page.getByRole('button', { name: 'Gửi', exact: true }).click();
    await page.getByText(`Đã gửi đến ${ABOVE}`).waitFor();
    await page.getByText('Không còn việc nào chờ văn thư.').waitFor();
  });

  it('the drafter sees where it went instead', async () => {
    const { page } = await office.sitDown('tran-thi-thu-ha', `/bao-cao/${reportId}`);
    await page.getByText(UNREACHED).first().waitFor();
    await page.getByText(`Đã gửi đến ${ABOVE}`).first().waitFor();
    expect(await look(page, 'followed-sent-elsewhere')).toEqual([]);
  });

  it('the administrator sees whom mails did not reach, and why', async () => {
    const { page } = await office.sitDown('dinh-cong-tuan', '/danh-ba');
    const unsent = page.getByRole('region', { name: 'Thư không gửi được' });
    await unsent.getByText('Lê Quốc Hưng').waitFor();
    await unsent.getByText('Bị từ chối: hãy kiểm tra địa chỉ thư.').first().waitFor();
    expect(await look(page, 'directory-unsent-mails')).toEqual([]);
    expect(office.complaints).toEqual([]);
  });
});
