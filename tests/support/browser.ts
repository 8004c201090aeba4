// How do tests look at the web? As people do: a real Chromium, a new profile each time, signed in through the real page.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium, type Page, type ViewportSize } from 'playwright-core';
import { openOffice as openByPost } from '../../infra/local/demo-office.ts';
import { type Stack, startStack } from '../../infra/local/stack.ts';
import { ASSEMBLY, buildWebIfOlder, synthesizeIfOlder, WEB } from '../../infra/local/synthesize.ts';
import { webFiles } from '../../infra/local/web-files.ts';

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

/** A Chromium with nothing in it. */
export const openBrowser = () => chromium.launch({ executablePath: CHROMIUM, args: QUIETLY });

/** An office PC of ten years ago. */
const DESK: ViewportSize = { width: 1366, height: 768 };

/** Several functions start for the first time, on a machine that does other things as well. */
const PATIENCE_MS = 90_000;

/** A person at a screen of his own. */
type Seat = { page: Page; context: BrowserContext };

/** The whole system on this machine with a browser in front of it. */
export type Office = {
  /** A new person at a new screen, signed in by the provider's own page, at the place he asked for. */
  sitDown(person: string, path: string): Promise<Seat>;
  /** Anyone at a screen, not signed in. */
  walkIn(path: string): Promise<Seat>;
  /** Fills in the provider's page, wherever the way there began. */
  proveIdentity(page: Page, person: string): Promise<void>;
  /** What people do over HTTP, where a test is about what follows. */
  byPost: Awaited<ReturnType<typeof openByPost>>;
  /** Makes calls to AWS fail on purpose. */
  faults: Stack['faults'];
  /** What the pages found wrong, such as a refused inline style or a failed request. */
  complaints: string[];
  close(): Promise<void>;
};

/** A busy machine makes a function late; to ask again is the app's own work, and whether it does is seen by what follows. */
const isPassing = (complaint: string) => complaint.includes('status of 503');

/** Every part is built if it is older than its sources; the data are in a folder that goes away. */
export const openOffice = async (viewport: ViewportSize = DESK): Promise<Office> => {
  await synthesizeIfOlder();
  await buildWebIfOlder();
  const folder = await mkdtemp(join(tmpdir(), 'office-'));
  const stack = await startStack({
    folder,
    assembly: ASSEMBLY,
    port: 0,
    filesPort: 0,
    web: (_, filesUrl) => webFiles(WEB, filesUrl),
  });
  const browser = await openBrowser();
  const complaints: string[] = [];

  const proveIdentity = async (page: Page, person: string) => {
    await page.waitForURL(/\/oidc\//);
    await page.locator(`input[name=person][value="${person}"]`).check();
    await page.locator('input[name=password]').fill(stack.password);
    await page.getByRole('button', { name: 'Đăng nhập' }).click();
  };

  const walkIn = async (path: string): Promise<Seat> => {
    const context = await browser.newContext({
      viewport,
      baseURL: stack.url,
      locale: 'vi-VN',
      timezoneId: 'Asia/Ho_Chi_Minh',
      // What glides is drawn sixty times a second, without a graphics card by the processor that all else waits for.
      reducedMotion: 'reduce',
    });
    context.setDefaultTimeout(PATIENCE_MS);
    const page = await context.newPage();
    page.on('console', (message) => {
      if (message.type() === 'error' && !isPassing(message.text())) complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(String(error)));
    await page.goto(path);
    return { page, context };
  };

  return {
    faults: stack.faults,
    byPost: await openByPost(stack.url, stack.password),
    complaints,
    proveIdentity,
    walkIn,
    sitDown: async (person, path) => {
      const seat = await walkIn(path);
      await proveIdentity(seat.page, person);
      await seat.page.waitForURL(`**${path}`);
      return seat;
    },
    close: async () => {
      await browser.close();
      await stack.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
};
