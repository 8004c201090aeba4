// How do tests look at the web? As people do: a real Chromium, a new profile each time, signed in through the real page.
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';

/** Debian's own. */
const CHROMIUM = '/usr/bin/chromium';

/** It runs as root in containers, and calls nobody. */
const QUIETLY = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export const DESK = { width: 1366, height: 768 };
export const PHONE = { width: 390, height: 844 };

export const openBrowser = (): Promise<Browser> =>
  chromium.launch({ executablePath: CHROMIUM, args: QUIETLY });

/** A person at a screen of his own. `complaints` hears what the page finds wrong, such as a refused inline style. */
export type Seat = { context: BrowserContext; page: Page; complaints: string[] };

export const takeSeat = async (
  browser: Browser,
  url: string,
  viewport: { width: number; height: number } = DESK,
): Promise<Seat> => {
  const context = await browser.newContext({
    viewport,
    baseURL: url,
    locale: 'vi-VN',
    timezoneId: 'Asia/Ho_Chi_Minh',
    acceptDownloads: true,
  });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  return { context, page, complaints };
};

/** Fills in the provider's page, wherever the way there began. */
export const proveIdentity = async (
  page: Page,
  person: string,
  password: string,
): Promise<void> => {
  await page.waitForURL(/\/oidc\//);
  await page.locator(`input[name=person][value="${person}"]`).check();
  await page.locator('input[name=password]').fill(password);
  await page.getByRole('button', { name: 'Đăng nhập' }).click();
};

/** Goes to a place of the app that wants a sign-in, and signs in. */
export const arriveAs = async (
  { page }: Seat,
  person: string,
  password: string,
  path: string,
): Promise<void> => {
  await page.goto(path);
  await proveIdentity(page, person, password);
  await page.waitForURL(`**${path}`);
};
