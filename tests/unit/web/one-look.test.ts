// Does everything take its look from one place? Sizes of letters, colours, shadows, pace and what lies above what are said in
// web/theme.css alone; style sheets and Mantine refer to them by name.
import { globSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

/** The theme itself, and what stands there before any theme has come. */
const ELSEWHERE = new Set(['web/theme.css', 'web/opening.css']);

const rulesIn = (style: string): string[] =>
  readFileSync(style, 'utf8')
    .replaceAll(/\/\*[\s\S]*?\*\//g, '')
    .split('\n')
    .map((line) => line.trim());

const STYLES = globSync('web/**/*.css', { exclude: ['web/dist/**'] })
  .filter((style) => !ELSEWHERE.has(style))
  .flatMap((style) => rulesIn(style).map((rule) => ({ style, rule })));

/** What a style sheet may not say by itself, and what it looks like when it does. */
const BY_ITSELF: Record<string, RegExp> = {
  'a colour': /#[0-9a-f]{3,8}\b|\b(rgb|hsl|color-mix)\(|: (.* )?(white|black|red|gray|grey)\b(?!-)/,
  // Print has sizes of its own; the paper's head shrinks with the sheet.
  'a size of letters': /font-size: (?!var\(--(text|row-text)|[\d.]+(pt|em)|inherit|clamp\()/,
  'a shadow': /box-shadow: (?!var\(--lift|none|inset)/,
  'a pace': /(transition|animation)[^:]*: .*\b[\d.]+m?s\b/,
  'a layer': /z-index: (?!var\(--layer)/,
  "Mantine's name of a colour": /var\(--mantine-color/,
};

describe('no style sheet but the theme says', () => {
  test.each(Object.entries(BY_ITSELF))('%s', (_, saysSo) => {
    const found = STYLES.filter(({ rule }) => saysSo.test(rule));
    expect(found.map(({ style, rule }) => `${style}: ${rule}`)).toEqual([]);
  });
});

const NAMES = new Set(
  rulesIn('web/theme.css').flatMap((rule) => /^(--[a-z0-9-]+):/.exec(rule)?.[1] ?? []),
);

test('every name that a style sheet takes from the theme is there', () => {
  const own = new Set(
    STYLES.flatMap(({ rule }) => [...rule.matchAll(/(--[a-z0-9-]+):/g)].map(([, name]) => name)),
  );
  const asked = STYLES.flatMap(({ style, rule }) =>
    [...rule.matchAll(/var\((--[a-z0-9-]+)/g)].map(([, name = '']) => ({ style, name })),
  );
  // Set by the finger that pulls.
  const missing = asked.filter(
    ({ name }) => !(NAMES.has(name) || own.has(name) || name === '--pulled'),
  );
  expect(missing.map(({ style, name }) => `${style}: ${name}`)).toEqual([]);
});

test('by night every colour of the day has its counterpart', () => {
  const theme = readFileSync('web/theme.css', 'utf8').replaceAll(/\/\*[\s\S]*?\*\//g, '');
  const colours = (block: RegExp) =>
    [...(block.exec(theme)?.[1] ?? '').matchAll(/(--[a-z-]+): (?:#|rgb)/g)].map(([, name]) => name);
  // White on a filled press and the printed page are the same at any hour.
  const same = new Set(['--on-fill', '--sheet', '--sheet-ink', '--lift-card']);
  const day = colours(/\[data-by-day\] \{([^}]*)\}/);
  const night = new Set(colours(/\[data-mantine-color-scheme="dark"\] \{([^}]*)\}/));

  expect(day.length).toBeGreaterThan(20);
  expect(day.filter((name = '') => !same.has(name) && !night.has(name))).toEqual([]);
});

test('no screen chooses a colour: it names a meaning', () => {
  const chosen = globSync('web/**/*.tsx', { exclude: ['web/dist/**'] }).flatMap((file) =>
    [
      ...readFileSync(file, 'utf8').matchAll(
        /\bcolor="(?!red|gray)\w+"|\bc="(?!dimmed|var\(--)[^"]+"/g,
      ),
    ].map(([said]) => `${file}: ${said}`),
  );
  expect(chosen).toEqual([]);
});
