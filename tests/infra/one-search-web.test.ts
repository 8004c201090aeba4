// Does one search for a route's name find the web's part of it too? A function of that name in web/api, and a screen that calls it.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { API_ROUTES, ROUTES } from '../../functions/contracts/api.ts';

/** Routes that the web does not ask for, and why. */
const WITHOUT_A_SCREEN: Record<string, string> = {
  readImport:
    'what was lost is told by the answer to importReport, and the file is still at its drafter’s',
  readOpenApi: 'for those who write programs, not for people',
};

const SOURCES = readdirSync('web', { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/.test(file) && !file.startsWith('dist'))
  .map((file) => ({ file: join('web', file), text: readFileSync(join('web', file), 'utf8') }));
const SCREENS = SOURCES.filter(({ file }) => !file.startsWith('web/api/'));

const namesIn = (list = '') =>
  list
    .split(',')
    .map((name) => name.replace(/^\s*type /, '').trim())
    .filter((name) => name !== '');

/** What each actor's file of web/api has for screens. */
const OFFERED = Object.keys(ROUTES).flatMap((actor) => {
  const text = SOURCES.find(({ file }) => file === `web/api/${actor}.ts`)?.text ?? '';
  return [...text.matchAll(/^export const (\w+) = /gm)].map(([, name = '']) => `${actor} ${name}`);
});

/** What screens take from them, under its own name: whoever searches for it finds the screen. */
const TAKEN = new Set(
  SCREENS.flatMap(({ text }) =>
    [...text.matchAll(/^import \{([^}]*)\} from '[./]+\/api\/(\w+)\.ts';$/gm)].flatMap(
      ([, list, actor]) => namesIn(list).map((name) => `${actor} ${name}`),
    ),
  ),
);

describe('one search', () => {
  test.each(API_ROUTES.map(({ function: actor, name }) => [name, actor] as const))(
    'for %s finds what the web asks with, or there is a reason why nothing does',
    (name, actor) => {
      const isAsked = WITHOUT_A_SCREEN[name] === undefined;
      expect(OFFERED.includes(`${actor} ${name}`)).toBe(isAsked);
      expect(TAKEN.has(`${actor} ${name}`)).toBe(isAsked);
    },
  );

  test('finds a screen for whatever web/api offers besides', () => {
    expect(OFFERED.filter((offered) => !TAKEN.has(offered))).toEqual([]);
  });

  test('has a reason only for what is a route', () => {
    const names = API_ROUTES.map(({ name }) => name);
    expect(Object.keys(WITHOUT_A_SCREEN).filter((name) => !names.includes(name))).toEqual([]);
  });
});

test('nobody but the sign-in, the API, the files of its links and its own front page is asked anything by the web', () => {
  const asking = SOURCES.filter(({ text }) => /\bfetch\(|new XMLHttpRequest/.test(text));
  expect(asking.map(({ file }) => file).sort()).toEqual([
    'web/api/client.ts',
    'web/api/file.ts',
    'web/api/session.ts',
    'web/api/upload.ts',
    'web/parts/newer-version.ts',
    'web/session/configuration.ts',
  ]);
});
