// How do tests write on the drafter's paper? As people do, block by block, with mouse and keys.
import type { Locator, Page } from 'playwright-core';

/** The body of the report, where one writes. */
export const paperOn = (page: Page): Locator =>
  page.getByRole('textbox', { name: 'Nội dung', exact: true });

/** The block at `place`, from 1. */
export const blockOn = (page: Page, place: number): Locator =>
  paperOn(page).locator(`> :nth-child(${place})`);

/** Puts `text` in the place of a block's words. */
export const rewriteBlock = async (page: Page, place: number, text: string): Promise<void> => {
  await blockOn(page, place).click({ clickCount: 3 });
  await page.keyboard.type(text);
};

/** The same, until the draft that has these words is stored; `Chưa lưu` stands too shortly for a busy machine to see it. */
export const rewriteAndSave = async (page: Page, place: number, text: string): Promise<void> => {
  const stored = page.waitForResponse(
    (answer) =>
      answer.request().method() === 'PUT' &&
      answer.ok() &&
      Boolean(answer.request().postData()?.includes(text)),
  );
  await rewriteBlock(page, place, text);
  await stored;
  await page.getByText('Đã lưu', { exact: true }).waitFor();
};

/** Brings the printed pages to the front, which stand behind the findings at first. */
export const lookAtPrint = (page: Page): Promise<void> =>
  page.getByText('Bản in', { exact: true }).filter({ visible: true }).click();
