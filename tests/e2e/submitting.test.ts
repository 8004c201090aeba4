// Does a drafter hear where the report would go, and why it cannot be submitted, before it is too late to do something about it?
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type {
  OrganizationRecord,
  PersonRecord,
} from '../../functions/contracts/directory-views.ts';
import type { ReportContent } from '../../functions/domain/content/report-content.ts';
import { expectOk, until } from '../../infra/local/people/office.ts';
import { isWithin, look } from '../support/accessibility.ts';
import { type BrowserOffice, openOffice } from '../support/browser.ts';
import { onePage } from '../support/seed-report.ts';

const DRAFTER = 'tran-thi-thu-ha';
const COMMUNE = '/api/directory/org_son-trung';
const REVIEWER = `${COMMUNE}/people/le-quoc-hung`;
const DISTRICT = 'UBND huyện Hương Sơn';
const named = (text: string) => ({ text, organizationId: null, means: 'nameOnly' as const });
/** A few screens, and every function's first start, on a machine that does other things as well. */
const STORY_MS = 300_000;

describe('submitting in a browser', () => {
  let office: BrowserOffice;
  beforeAll(async () => {
    office = await openOffice();
  });
  afterAll(() => office?.close());

  it(
    'asks when it would go to nobody; the names that the directory knows go there, and one that was typed by mistake does not',
    async () => {
      const barriers: string[] = [];
      const draft = await office.byPost.draft({
        ...onePage(),
        addressees: [named('UBND huyện')],
        recipients: [named('Như trên'), named('Thường trực Đảng ủy')],
      });
      const { page } = await office.sitDown(DRAFTER, `/bao-cao/${draft.id}`);
      const submit = page.getByRole('button', { name: 'Trình ký', exact: true });
      const dialog = page.getByRole('dialog');
      const saved = page.getByText('Đã lưu', { exact: true });

      await saved.waitFor();
      await submit.click();
      await dialog.getByText(/^Văn bản này sẽ không đến nơi nào trên hệ thống/).waitFor();
      await dialog.getByRole('button', { name: 'Vẫn trình ký' }).waitFor();
      barriers.push(...(await look(page, 'submit-to-nobody')));
      await dialog.getByRole('button', { name: 'Xem lại nơi nhận' }).click();
      const lines = page.locator('[data-part="recipients"]');
      await page.locator('[name="recipients.0.text"]:focus').waitFor();

      // The exact name, typed without accents, goes there at once; longer words do not, and it can be left a name.
      const add = page.getByLabel('Thêm nơi nhận');
      await add.fill('phong noi vu huyen huong son');
      await add.press('Enter');
      const words = lines.getByLabel('Tên nơi nhận, dòng 3');
      const goes = lines.getByText('Sẽ gửi qua hệ thống đến Phòng Nội vụ huyện Hương Sơn.');
      await lines.getByRole('button', { name: /^Dòng 3: Qua hệ thống/ }).click();
      await goes.waitFor();
      expect(await lines.getByLabel('Cơ quan, đơn vị, dòng 3').inputValue()).toBe(
        'Phòng Nội vụ huyện Hương Sơn',
      );
      await words.pressSequentially(' cũ');
      await goes.waitFor({ state: 'detached' });
      expect(await lines.getByLabel('Cách gửi, dòng 3').inputValue()).toBe('nameOnly');
      await words.fill('Phòng Nội vụ huyện Hương Sơn');
      await goes.waitFor();
      barriers.push(...(await look(page, 'recipients-by-name')));
      await lines.getByRole('button', { name: 'Dòng 3: chỉ ghi trên văn bản, không gửi' }).click();
      await goes.waitFor({ state: 'detached' });
      expect(await lines.getByLabel('Cách gửi, dòng 3').inputValue()).toBe('nameOnly');

      // What may be meant is offered, and chosen by the drafter alone.
      await page.getByRole('button', { name: `Dòng 1: gửi qua hệ thống đến ${DISTRICT}` }).click();
      await saved.waitFor();
      await submit.click();
      await dialog.getByText('Gửi qua hệ thống', { exact: true }).waitFor();
      expect(await dialog.getByText(DISTRICT, { exact: true }).count()).toBe(1);
      await dialog.getByText('Thường trực Đảng ủy', { exact: true }).waitFor();
      expect(await dialog.getByText(/sẽ không đến nơi nào/).count()).toBe(0);
      barriers.push(...(await look(page, 'submit-where-it-goes')));
      expect(barriers).toEqual([]);
      expect(office.complaints).toEqual([]);
    },
    STORY_MS,
  );

  it(
    'stays where it is when it is refused, names what is in the way, and leads there',
    async () => {
      const barriers: string[] = [];
      const { byPost } = office;
      const content = onePage();
      const signature = { ...content.signature, name: 'Người Khác' };
      const begun = await byPost.draft({ ...content, signature });
      const { id } = await byPost.attach(begun, 'Bảng kê.pdf', new TextEncoder().encode('abc'));
      const { page } = await office.sitDown(DRAFTER, `/bao-cao/${id}`);
      const dialog = page.getByRole('dialog');
      const press = async () => {
        await page.getByText('Đã lưu', { exact: true }).waitFor();
        await page.getByRole('button', { name: 'Trình ký', exact: true }).click();
        await dialog.getByRole('button', { name: 'Vẫn trình ký' }).click();
      };
      /** What was mended has reached the API. */
      const kept = (isMended: (content: ReportContent) => boolean) =>
        until('the mended words to be saved', async () =>
          isMended((await byPost.read(DRAFTER, id)).content),
        );
      const goThere = () => dialog.getByRole('button', { name: 'Đến chỗ này' }).first().click();

      await press();
      await dialog
        .getByText('Tệp đính kèm “Bảng kê.pdf”: Nội dung tệp không đúng loại như tên tệp.')
        .waitFor();
      barriers.push(...(await look(page, 'submit-file-of-wrong-kind')));
      await goThere();
      await page.locator('button:focus[aria-label="Bỏ tệp Bảng kê.pdf"]').waitFor();
      await page.keyboard.press('Enter');
      await kept(({ attachments }) => attachments.length === 0);

      await press();
      await dialog.getByText('Chưa trình ký được. Hãy sửa những chỗ sau rồi trình lại.').waitFor();
      await dialog.getByText('Họ tên người ký ghi theo danh bạ: “Nguyễn Văn Minh”.').waitFor();
      barriers.push(...(await look(page, 'submit-other-signer')));
      await goThere();
      await page.locator('[name="signature.name"]:focus').waitFor();
      await page.getByRole('button', { name: 'Ghi theo danh bạ', exact: true }).click();
      await kept(({ signature: { name } }) => name === content.signature.name);

      const administrator = await byPost.as('dinh-cong-tuan');
      const { version, name, title, email, signatureBlock } = expectOk(
        await administrator.get<PersonRecord>(REVIEWER),
      );
      const { authority, titles } = signatureBlock ?? { authority: null, titles: [''] };
      const signs = { name, title, email, roles: ['signer'], signature: { authority, titles } };
      expectOk(await administrator.put(REVIEWER, signs, `"${version}"`));
      await press();
      await dialog.getByText('Kiểm tra: Lê Quốc Hưng không còn được giao việc này.').waitFor();
      await expect
        .poll(() => isWithin(dialog.getByText('Quản trị của cơ quan: Đinh Công Tuấn.')))
        .toBe(true);
      barriers.push(...(await look(page, 'submit-reviewer-gone')));

      const record = expectOk(await administrator.get<OrganizationRecord>(COMMUNE));
      if (!record.settings) throw new Error('the administrator does not see the settings');
      const { revokedCertificates: _, ...settings } = record.settings;
      expectOk(
        await administrator.put(
          `${COMMUNE}/settings`,
          { ...settings, chain: [] },
          `"${record.version}"`,
        ),
      );
      await dialog.getByRole('button', { name: 'Vẫn trình ký' }).click();
      await dialog
        .getByText('Cơ quan chưa có các bước xử lý nên chưa trình được. Hãy báo quản trị.')
        .waitFor();
      barriers.push(...(await look(page, 'submit-no-chain')));
      expect(barriers).toEqual([]);
      // Each refusal is a failed request, which a browser writes down.
      expect(office.complaints.filter((each) => !each.includes('status of 422'))).toEqual([]);
    },
    STORY_MS,
  );
});
