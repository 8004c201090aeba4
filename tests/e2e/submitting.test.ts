// Does a drafter hear where his report would go, before it is too late to do something about it?
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seedContent } from '../../infra/local/demo-office.ts';
import { look } from '../support/accessibility.ts';
import { type Office, openOffice } from '../support/browser.ts';

const DRAFTER = 'tran-thi-thu-ha';
const DISTRICT = 'UBND huyện Hương Sơn';
const named = (text: string) => ({ text, organizationId: null, means: 'nameOnly' as const });
/** A few screens, and every function's first start, on a machine that does other things as well. */
const STORY_MS = 300_000;

describe('submitting in a browser', () => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice();
  });
  afterAll(() => office?.close());

  it(
    'asks when it would go to nobody; the names that the directory knows go there, and one that was typed by mistake does not',
    async () => {
      const barriers: string[] = [];
      const draft = await office.byPost.draft({
        ...seedContent(),
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
      barriers.push(...(await look(page, 'trinh-ky-khong-noi-nhan')));
      await dialog.getByRole('button', { name: 'Xem lại nơi nhận' }).click();
      const lines = page.locator('[data-part="recipients"]');
      await page.locator('[name="recipients.0.text"]:focus').waitFor();

      // The exact name, typed without accents, goes there at once; longer words do not, and it can be left a name.
      await page.getByRole('button', { name: 'Thêm dòng nơi nhận' }).click();
      const words = lines.getByLabel('Dòng 3: chữ in trên văn bản');
      const goes = lines.getByText('Sẽ gửi qua hệ thống đến Phòng Nội vụ huyện Hương Sơn.');
      await words.pressSequentially('phong noi vu huyen huong son');
      await goes.waitFor();
      expect(await lines.getByLabel('Dòng 3: cơ quan, đơn vị').inputValue()).toBe(
        'Phòng Nội vụ huyện Hương Sơn',
      );
      await words.pressSequentially(' cũ');
      await goes.waitFor({ state: 'detached' });
      expect(await lines.getByLabel('Dòng 3: cách gửi').inputValue()).toBe('nameOnly');
      await words.fill('Phòng Nội vụ huyện Hương Sơn');
      await goes.waitFor();
      barriers.push(...(await look(page, 'noi-nhan-theo-ten')));
      await lines.getByRole('button', { name: 'Dòng 3: chỉ ghi tên, không gửi' }).click();
      await goes.waitFor({ state: 'detached' });
      expect(await lines.getByLabel('Dòng 3: cách gửi').inputValue()).toBe('nameOnly');

      // What may be meant is offered, and chosen by the drafter alone.
      await page.getByRole('button', { name: `Dòng 1: gửi qua hệ thống đến ${DISTRICT}` }).click();
      await saved.waitFor();
      await submit.click();
      await dialog.getByText('Gửi qua hệ thống', { exact: true }).waitFor();
      expect(await dialog.getByText(DISTRICT, { exact: true }).count()).toBe(1);
      await dialog.getByText('Thường trực Đảng ủy', { exact: true }).waitFor();
      expect(await dialog.getByText(/sẽ không đến nơi nào/).count()).toBe(0);
      barriers.push(...(await look(page, 'trinh-ky-noi-nhan')));
      expect(barriers).toEqual([]);
      expect(office.complaints).toEqual([]);
    },
    STORY_MS,
  );
});
