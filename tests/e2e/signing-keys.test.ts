// Can a signer and an administrator see, in a browser, with what they sign, and change it?
import { readFile } from 'node:fs/promises';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import {
  sampleSealPng,
  sampleSignaturePng,
} from '../../infra/local/sample-images/signature-and-seal.ts';
import { barriersOn, isTooWide, picture } from '../support/accessibility.ts';
import { type BrowserOffice, openOffice } from '../support/browser.ts';

const PNG = (name: string, png: Uint8Array) => ({
  name,
  mimeType: 'image/png',
  buffer: Buffer.from(png),
});

/** A sign-in, and each function's first start, on a machine that does other things as well. */
const STORY_MS = 200_000;

describe('with what people sign', () => {
  let office: BrowserOffice;
  beforeAll(async () => {
    office = await openOffice();
  });
  afterEach(() => office?.close());

  it(
    'the chairman sees image and certificate, hears why a photograph is none, and gives another',
    async () => {
      const { page } = await office.sitDown('nguyen-van-minh', '/chu-ky');
      const image = page.getByRole('img', { name: 'Ảnh chữ ký' });
      await image.waitFor();
      await page.getByText('Đang hiệu lực').waitFor();
      const before = await image.getAttribute('src');
      await picture(page, 'my-signing');
      expect(await barriersOn(page)).toEqual([]);
      expect(await isTooWide(page)).toBe(false);

      const chooser = page.locator('input[type=file]');
      await chooser.setInputFiles(PNG('anh.png', Buffer.from('ffd8ffe000104a464946', 'hex')));
      await page.getByRole('alert').waitFor();
      await chooser.setInputFiles(PNG('chu-ky.png', sampleSignaturePng('một nét chữ khác')));
      await page.getByRole('alert').waitFor({ state: 'detached' });
      await page.waitForFunction(
        (old) => document.querySelector('img')?.getAttribute('src') !== old,
        before,
      );
    },
    STORY_MS,
  );

  it(
    'the administrator sees the seal and every key, cannot enrol what is no certificate, and revokes one that is',
    async () => {
      const { page } = await office.sitDown('dinh-cong-tuan', '/khoa-ky');
      await page.getByRole('img', { name: 'Ảnh con dấu' }).waitFor();
      await page.getByRole('heading', { name: 'Lê Quốc Hưng' }).waitFor();
      await picture(page, 'key-holders');
      expect(await barriersOn(page)).toEqual([]);
      expect(await isTooWide(page)).toBe(false);

      const files = page.locator('input[type=file]');
      await files.first().setInputFiles(PNG('dau.png', sampleSealPng('UBND xã Sơn Trung')));
      const download = page.waitForEvent('download');
      await page.getByRole('button', { name: 'Tạo yêu cầu cấp chứng thư' }).first().click();
      const request = await readFile(await (await download).path(), 'utf8');
      expect(request).toMatch(/^-----BEGIN CERTIFICATE REQUEST-----\n/);

      await files.nth(1).setInputFiles({
        name: 'chung-thu.pem',
        mimeType: 'application/x-pem-file',
        buffer: Buffer.from(request),
      });
      await page.getByText(/^Không đọc được chứng thư chữ ký số/).waitFor();

      const revoke = page.getByRole('button', { name: 'Thu hồi' });
      await revoke.first().waitFor();
      const before = await revoke.count();
      await revoke.last().click();
      const question = page.getByRole('dialog');
      await question.getByText(/Không ai ký bằng nó được nữa/).waitFor();
      await question.getByRole('button', { name: 'Thu hồi' }).click();
      await page.getByText('Đã thu hồi, không ký số được').waitFor();
      await question.waitFor({ state: 'detached' });
      expect(await revoke.count()).toBe(before - 1);
    },
    STORY_MS,
  );
});
