// Can everybody use a screen? What axe finds serious or critical on it, and, in a slow run, a picture to be looked at.
import { mkdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Locator, Page, ViewportSize } from 'playwright-core';
import * as en from '../../web/words/en.ts';
import * as vi from '../../web/words/vi.ts';

const AXE = readFileSync(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8');
const PICTURES = fileURLToPath(new URL('../../out/screens/', import.meta.url));

const DESK: ViewportSize = { width: 1366, height: 768 };
const PHONE: ViewportSize = { width: 390, height: 844 };

/** A quick run sees every screen in both sizes and both lights, a slow one in all four pairs of them. */
const LOOKS: [size: string, viewport: ViewportSize, scheme: Scheme][] = [
  ['desk', DESK, 'light'],
  ['phone', PHONE, 'dark'],
  ...(process.env.SLOW
    ? ([
        ['desk', DESK, 'dark'],
        ['phone', PHONE, 'light'],
      ] satisfies [string, ViewportSize, Scheme][])
    : []),
];

type Scheme = 'light' | 'dark';
/** What of a screen may differ from one time to the next: all of it, or in another light its colours alone. */
type Aspect = 'all' | 'colours';
type Violation = { id: string; nodes: { html: string }[] };

/** The system asks for the other colours; returns when the page has heard of it. */
export const light = async (page: Page, colorScheme: Scheme): Promise<void> => {
  await page.emulateMedia({ colorScheme });
  await page.locator(`html[data-mantine-color-scheme=${colorScheme}]`).waitFor();
};

/**
 * Colours change over some tenths of a second; half of the way their contrast is nobody's. Looked at frame by frame: what
 * is hidden in the middle of a change drops out of it, and the promise that it would finish is never kept.
 */
const atRest = async (page: Page): Promise<void> => {
  await page.evaluate(() => new Promise(requestAnimationFrame));
  await page.waitForFunction(() =>
    document.getAnimations().every(
      ({ effect, playState }) =>
        playState !== 'running' ||
        // What turns for as long as something is waited for has no end.
        effect?.getComputedTiming().endTime === Number.POSITIVE_INFINITY,
    ),
  );
};

/** As axe keeps its rules: the impact of one is that of all it finds. */
type Axe = {
  _audit: { rules: { id: string; impact: string | null }[] };
  run: (options: object) => Promise<{ violations: Violation[] }>;
};

/** The rules about colour that axe asks of itself. */
const COLOURS = ['color-contrast', 'link-in-text-block'];

/**
 * What is serious or critical, `rule: element` for each; what pages of others show inside a frame is left out. The rules whose
 * breach keeps nobody out are not asked: for each axe goes over the whole page.
 */
export const barriersOn = async (page: Page, aspect: Aspect = 'all'): Promise<string[]> => {
  await atRest(page);
  // Half a megabyte: read once by a page that stays.
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(AXE);
  const violations = await page.evaluate(
    (rulesOfColour) => {
      const { axe } = globalThis as unknown as { axe: Axe };
      const harmless = axe._audit.rules.filter(
        ({ impact }) => impact === 'minor' || impact === 'moderate',
      );
      return axe
        .run({
          iframes: false,
          resultTypes: ['violations'],
          ...(rulesOfColour
            ? { runOnly: rulesOfColour }
            : { rules: Object.fromEntries(harmless.map(({ id }) => [id, { enabled: false }])) }),
        })
        .then(({ violations }) => violations);
    },
    aspect === 'colours' ? COLOURS : null,
  );
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html }) => `${id}: ${html.slice(0, 200)}`),
  );
};

/** What a page says while something is on its way. */
const ON_ITS_WAY = [vi, en].flatMap(({ app, page }) => [app.loading, page.preparing]);
/** Where the sheets of a document lie, within its reader of the same name. */
const SHEETS = [vi, en].map(({ page }) => `section > section[aria-label="${page.title}"]`).join();

/**
 * Nothing is on its way any more, and the first sheet of a document is drawn. Between the file and its sheets nothing is
 * said: who left then for a smaller screen would wait for a sheet that is drawn only when one has scrolled to it.
 */
const untilThere = (page: Page): Promise<unknown> =>
  page.waitForFunction(
    ([sheets, onItsWay]) => {
      const seen = (what: string) =>
        [...document.querySelectorAll(what)].filter((each) => each.getClientRects().length > 0);
      const isOpened = seen(sheets).every((each) => each.querySelector('canvas'));
      const [sheet] = seen('canvas') as HTMLCanvasElement[];
      // As wide as every sheet that nobody has drawn on yet.
      const isBlank = sheet?.width === 210;
      const said = seen('[role=status]').map((each) => each.textContent.trim());
      return isOpened && !isBlank && !said.some((words) => onItsWay.includes(words));
    },
    [SHEETS, ON_ITS_WAY] as const,
  );

/** Nothing moves any more and nothing is on its way: what is seen is what stays. */
export const untilAtRest = async (page: Page): Promise<void> => {
  await page.waitForLoadState('networkidle');
  await untilThere(page);
  await page.evaluate(() => document.fonts.ready);
  await atRest(page);
};

/**
 * Returns when all that the page shows is there; a slow run writes a picture of it, from top to bottom, to out/screens.
 * Each costs more than judging the screen does, and a quick run is looked at by nobody.
 */
export const picture = async (page: Page, name: string): Promise<void> => {
  await untilThere(page);
  if (!process.env.SLOW) return;
  mkdirSync(PICTURES, { recursive: true });
  await page.screenshot({ path: `${PICTURES}${name}.png`, fullPage: true });
};

/** Does the page have to be pushed sideways to be read? */
export const isTooWide = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);

/** Is it seen without a scroll? */
export const isWithin = (place: Locator): Promise<boolean> =>
  place.evaluate((each) => {
    const { top, bottom } = each.getBoundingClientRect();
    return top >= 0 && bottom <= innerHeight;
  });

/** What keeps people from a screen, by size and light, left as it was; in a slow run its pictures are `<name>-<size>-<light>`. */
export const look = async (page: Page, name: string): Promise<string[]> => {
  const found: string[] = [];
  const before = page.viewportSize();
  const seen = new Set<string>();
  for (const [size, viewport, scheme] of LOOKS) {
    await page.setViewportSize(viewport);
    await light(page, scheme);
    await picture(page, `${name}-${size}-${scheme}`);
    const wide = (await isTooWide(page)) ? ['wider than the screen'] : [];
    const barriers = [...wide, ...(await barriersOn(page, seen.has(size) ? 'colours' : 'all'))];
    seen.add(size);
    found.push(...barriers.map((barrier) => `${name} ${size} ${scheme}: ${barrier}`));
  }
  await light(page, 'light');
  if (before) await page.setViewportSize(before);
  return found;
};
