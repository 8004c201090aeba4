// Does a page load the styles of what it shows, and no others? All of Mantine's are 300 kB that a first page waits for.
import { existsSync, globSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { expect, test } from 'vitest';

const CORE = 'node_modules/@mantine/core/';
const read = (file: string) => readFileSync(file, 'utf8');

/** `import { a, b as c } from '…'`: what is taken, and from where. */
const takenIn = (text: string): [names: string[], from: string][] =>
  [...text.matchAll(/import\s+\{([^}]*)\}\s+from\s+["']([^"']+)["']/g)].map(
    ([, list = '', from = '']) => [
      list.split(',').flatMap((name) => /^\s*(?!type )(\w+)/.exec(name)?.[1] ?? []),
      from,
    ],
  );

/** Where each component is, by its name. */
const PLACES = new Map(
  takenIn(read(`${CORE}esm/index.mjs`)).flatMap(([names, from]) =>
    names.map((name) => [name, join(CORE, 'esm', from)] as const),
  ),
);

/** The module styles of a file and of all that it is made of. */
const stylesOf = (beginnings: string[]): Set<string> => {
  const seen = new Set<string>();
  const styles = new Set<string>();
  const ahead = [...beginnings];
  for (let file = ahead.pop(); file !== undefined; file = ahead.pop()) {
    if (seen.has(file) || !existsSync(file)) continue;
    seen.add(file);
    if (file.endsWith('.module.mjs')) {
      styles.add(basename(file, '.module.mjs'));
      continue;
    }
    const text = read(file);
    for (const [, from = ''] of text.matchAll(/(?:from|import) "(\.[^"]+)"/g))
      ahead.push(join(dirname(file), from));
    for (const [names, from] of takenIn(text))
      if (from === '@mantine/core') ahead.push(...names.flatMap((name) => PLACES.get(name) ?? []));
  }
  return styles;
};

const SCREENS = globSync('web/**/*.{ts,tsx}', { exclude: ['web/dist/**'] });
const used = SCREENS.flatMap((file) => takenIn(read(file))).flatMap(([names, from]) => {
  if (from === '@mantine/core') return names.flatMap((name) => PLACES.get(name) ?? []);
  if (from !== '@mantine/dates') return [];
  return names.map((name) => `node_modules/@mantine/dates/esm/components/${name}/${name}.mjs`);
});

test('mantine.css has the sheet of every component that a screen is made of, in Mantine’s own order', () => {
  const listed = [...read('web/mantine.css').matchAll(/styles\/(\w[\w-]*)\.css/g)].map(
    ([, name = '']) => name,
  );
  const all = read(`${CORE}styles.css`);
  // Those of the calendar come with the field that opens it.
  const wanted = [...stylesOf(used)].filter((name) => existsSync(`${CORE}styles/${name}.css`));
  const placeOf = (name: string) => all.indexOf(read(`${CORE}styles/${name}.css`).trim());

  expect(wanted.length).toBeGreaterThan(20);
  expect(listed.slice(0, 3)).toEqual(['baseline', 'default-css-variables', 'global']);
  expect(listed.slice(3)).toEqual(wanted.toSorted((one, other) => placeOf(one) - placeOf(other)));
});
