// How quick is the web? In Chromium, as it is built for its users, against the whole system on this machine.
import { setTimeout as pause } from 'node:timers/promises';
import type { CDPSession, JSHandle, Page } from 'playwright-core';
import { seedContent } from '../../infra/local/people/office.ts';
import { type BrowserOffice, openOffice } from '../support/browser.ts';
import { blockOn, lookAtPrint, paperOn } from '../support/paper.ts';
import { type Figure, type Measured, median, milliseconds } from './measure.ts';

const DRAFTER = 'tran-thi-thu-ha';
const REVIEWER = 'le-quoc-hung';
const CHAIRMAN = 'nguyen-van-minh';
const LIST = '/bao-cao';

/** An office PC of ten years ago, beside what this runs on. */
const SLOW_DOWN = 4;
const ROUNDS = 5;

/** The model report has four pages. */
const TIMES_FOR_40_PAGES = 13;
/** Ten keys a second, as who types all day; a rest after some words, in which all is saved, checked and printed. */
const KEY_MS = 100;
const WORDS = 'tăng cường công tác ';
const BURSTS = 8;
const REST_MS = 700;
/** Somebody has looked at their list for so long before they press. */
const LOOK_MS = 1_000;
/** Nothing is drawn for so long: the new pages are there. */
const QUIET_MS = 1_500;

export const measureWeb = async (): Promise<Measured> => {
  const office = await openOffice();
  try {
    const content = seedContent();
    const { id } = await office.byPost.draft(content);
    const blocks = Array.from({ length: TIMES_FOR_40_PAGES }, () => content.blocks).flat();
    const long = await office.byPost.draft({ ...content, blocks });
    const list = await measureList(office);
    const short = await openReport(office, id);
    const shortPreview = await measurePreview(short);
    await short.page.close();
    const desk = await openReport(office, long.id);
    const typing = await measureTyping(desk.page);
    const longPreview = await measurePreview(desk);
    await desk.page.close();
    const paper = await measurePaper(office);
    return {
      name: 'the web, in Chromium',
      figures: [
        ...list.figures,
        {
          what: `typing in ${typing.pages} pages, key to painted frame, 95th percentile`,
          value: percentile(typing.latencies, 0.95),
          unit: 'ms',
          // A frame of a screen that is drawn sixty times a second.
          goal: { atMost: 16 },
        },
        {
          what: 'preview of 4 pages, drawn after the last key',
          value: median(shortPreview),
          unit: 'ms',
          goal: { atMost: 350 },
        },
        {
          what: "the chairman's paper, sharp after the press on its line",
          value: median(paper),
          unit: 'ms',
          goal: { atMost: 700 },
        },
      ],
      orientation: [
        ...list.orientation,
        milliseconds('typing, median', median(typing.latencies)),
        milliseconds('typing, slowest key', Math.max(...typing.latencies)),
        milliseconds(`preview of ${typing.pages} pages`, median(longPreview)),
        milliseconds("the chairman's paper, the slowest", Math.max(...paper)),
      ],
    };
  } finally {
    await office.close();
  }
};

/** Nothing in the browser's cache, but signed in: what a page is that is opened anew, its session taken up meanwhile. */
const measureList = async (
  office: BrowserOffice,
): Promise<{ figures: Figure[]; orientation: Figure[] }> => {
  const { page, context, leave } = await office.sitDown(DRAFTER, LIST);
  const first = page.getByRole('table').getByRole('link').first();
  await first.waitFor();
  const browser = await context.newCDPSession(page);
  const scripts = await countScripts(browser);
  await browser.send('Network.clearBrowserCache');
  await page.goto(LIST);
  await first.waitFor();
  const seen = scripts();
  const fresh = [];
  const again = [];
  await pressFirstReport(page);
  await browser.send('Emulation.setCPUThrottlingRate', { rate: SLOW_DOWN });
  for (let round = 0; round < ROUNDS; round += 1) {
    await browser.send('Network.clearBrowserCache');
    fresh.push(await openList(page));
    again.push(await openList(page));
  }
  await leave();
  const late = seen.names.filter((name) => /pdf|report-[^l]|paper/.test(name));
  if (late.length > 0) throw new Error(`the list loads what it does not need: ${late}`);
  return {
    figures: [
      {
        what: "first load of the drafter's list, JavaScript as it crosses the wire",
        value: seen.bytes / 1_000,
        unit: 'kB',
        goal: { atMost: 150 },
      },
      {
        what: `the list answers a press, CPU ${SLOW_DOWN}× slower, nothing cached`,
        value: median(fresh),
        unit: 'ms',
        goal: { atMost: 600 },
      },
    ],
    orientation: [
      milliseconds('the same, files cached', median(again)),
      { what: 'JavaScript files of the first load', value: seen.names.length, unit: '' },
    ],
  };
};

/** Gives the scripts that have come over the wire, compressed as they came. */
const countScripts = async (browser: CDPSession) => {
  const asked = new Map<string, string>();
  const names: string[] = [];
  let bytes = 0;
  browser.on('Network.responseReceived', ({ requestId, type, response }) => {
    if (type === 'Script' && !response.fromDiskCache) asked.set(requestId, response.url);
  });
  browser.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const url = asked.get(requestId);
    if (!url || encodedDataLength === 0) return;
    names.push(new URL(url).pathname);
    bytes += encodedDataLength;
  });
  await browser.send('Network.enable');
  return () => ({ names: [...names], bytes });
};

/**
 * Milliseconds from asking for the address until a press on the first report, in the frame that shows it, has led away.
 * The page itself presses: whoever watches it from outside looks ten times a second at best.
 */
const openList = async (page: Page): Promise<number> => {
  const begin = Date.now();
  await page.goto(LIST, { waitUntil: 'commit' });
  await page.waitForURL(`**${LIST}/*`, { waitUntil: 'commit' });
  return (await page.evaluate(() => Number(sessionStorage.getItem('answered')))) - begin;
};

/** Every page of this tab presses the first report as soon as it is shown, and notes when that is answered. */
const pressFirstReport = (page: Page) =>
  page.addInitScript(() => {
    const press = () => {
      const first = document.querySelector<HTMLElement>('table a');
      if (first === null) return requestAnimationFrame(press);
      const from = location.href;
      const isAnswered = () => {
        if (location.href === from) return setTimeout(isAnswered);
        return sessionStorage.setItem('answered', String(Date.now()));
      };
      first.click();
      return isAnswered();
    };
    requestAnimationFrame(press);
  });

type Desk = { page: Page; drawn: Drawn };

/** At the drafter's desk, all pages drawn, the caret in the middle of the text. */
const openReport = async (office: BrowserOffice, id: string): Promise<Desk> => {
  const { page } = await office.sitDown(DRAFTER, `${LIST}/${id}`);
  const drawn = await watchDrawing(page);
  await paperOn(page).waitFor();
  await lookAtPrint(page);
  await page.getByRole('img', { name: /^Trang 1\// }).waitFor();
  const blocks = await paperOn(page).locator('> *').count();
  await blockOn(page, Math.ceil(blocks / 2)).click();
  await untilQuiet(drawn);
  return { page, drawn };
};

/** Milliseconds from each key to the frame that shows it. */
const measureTyping = async (page: Page): Promise<{ latencies: number[]; pages: number }> => {
  const latencies = await page.evaluateHandle(() => {
    const heard: number[] = [];
    let pressed = 0;
    addEventListener('keydown', ({ timeStamp }) => (pressed = timeStamp), true);
    addEventListener('input', () => {
      const since = pressed;
      requestAnimationFrame(() => {
        // Behind style, layout and paint of this frame.
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => heard.push(performance.now() - since);
        port2.postMessage(null);
      });
    });
    return heard;
  });
  const keyboard = await page.context().newCDPSession(page);
  for (let burst = 0; burst < BURSTS; burst += 1) {
    for (const letter of WORDS) {
      // Vietnamese letters are no keys of their own; a typing aid sends them as if they were.
      await keyboard.send('Input.dispatchKeyEvent', { type: 'keyDown', key: letter, text: letter });
      await keyboard.send('Input.dispatchKeyEvent', { type: 'keyUp', key: letter });
      await pause(KEY_MS);
    }
    await pause(REST_MS);
  }
  const name = await page.getByRole('img', { name: /^Trang 1\// }).getAttribute('aria-label');
  return { latencies: await latencies.jsonValue(), pages: Number(name?.split('/')[1]) };
};

/** Milliseconds from the last key until the last sheet in sight, or near it, is drawn anew. */
const measurePreview = async ({ page, drawn }: Desk): Promise<number[]> => {
  const times = [];
  const pressed = await page.evaluateHandle(() => {
    const last = { at: 0 };
    addEventListener('keydown', ({ timeStamp }) => (last.at = timeStamp), true);
    return last;
  });
  await untilQuiet(drawn);
  for (let round = 0; round < ROUNDS; round += 1) {
    await page.keyboard.type(WORDS, { delay: KEY_MS });
    const { at: lastKey } = await pressed.jsonValue();
    await untilQuiet(drawn, lastKey);
    times.push((await drawn.jsonValue()).at - lastKey);
  }
  return times;
};

/** Milliseconds from the press on the first line of what waits until the pages in sight are drawn as finely as they are shown. */
const measurePaper = async (office: BrowserOffice): Promise<number[]> => {
  const { byPost } = office;
  const submission = await byPost.submit(await byPost.draft(seedContent()));
  await byPost.decide(REVIEWER, submission, 'agree');
  await byPost.asked(CHAIRMAN, submission);
  const times = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    // Each time somebody who has just come: what was read before is not there.
    const { page, leave } = await office.sitDown(CHAIRMAN, '/cho-toi');
    // As on an office's line: what the list opens may come before it is pressed.
    await page.addInitScript(() => void Reflect.deleteProperty(navigator, 'connection'));
    await page.reload();
    const drawn = await watchDrawing(page);
    const line = page.getByRole('table').getByRole('link').first();
    await line.waitFor();
    await pause(LOOK_MS);
    const pressed = await page.evaluateHandle(() => {
      const last = { at: 0 };
      addEventListener('click', ({ timeStamp }) => (last.at = timeStamp), true);
      return last;
    });
    await line.click();
    await untilQuiet(drawn);
    times.push((await drawn.jsonValue()).at - (await pressed.jsonValue()).at);
    await leave();
  }
  return times;
};

type Drawn = JSHandle<{ at: number }>;

/** Hears of every sheet that comes to be seen. */
const watchDrawing = (page: Page) =>
  page.evaluateHandle(() => {
    const last = { at: 0 };
    const { drawImage } = CanvasRenderingContext2D.prototype;
    CanvasRenderingContext2D.prototype.drawImage = function (...parts: unknown[]) {
      if (this.canvas.isConnected) last.at = performance.now();
      return Reflect.apply(drawImage, this, parts);
    };
    return last;
  });

/** A preview takes a second; a minute means that it will not come. */
const PATIENCE_MS = 60_000;

/** Something was drawn after `since`, and nothing more is. */
const untilQuiet = async (drawn: Drawn, since = 0): Promise<void> => {
  const isQuiet = () =>
    drawn.evaluate(
      (last, [after, quiet]) => last.at > after && performance.now() - last.at > quiet,
      [since, QUIET_MS] as const,
    );
  for (const deadline = Date.now() + PATIENCE_MS; Date.now() < deadline; ) {
    await pause(QUIET_MS);
    if (await isQuiet()) return;
  }
  throw new Error('the preview was not drawn anew in a minute');
};

const percentile = (values: readonly number[], share: number): number => {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.ceil(sorted.length * share) - 1] ?? Number.NaN;
};
