// Is every file that a README names still there?
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const FILES = execFileSync('git', ['ls-files'], { encoding: 'utf8' }).trim().split('\n');
const READMES = FILES.filter((file) => file.endsWith('.md'));

/** What stands in backticks with a folder and an ending, and is neither a pattern nor made by a run. */
const namedIn = (text: string): string[] =>
  [...text.matchAll(/`((?:[\w.-]+\/)+[\w.-]+\.(?:ts|tsx|js|json|css|md|sh))`/g)]
    .map(([, path = '']) => path)
    .filter((path) => !/^(out|cdk\.out|\.local|web\/dist|node_modules)\//.test(path));

/** From the root, or so far up as tells it from others: `drafting/submit-report.ts`. */
const isThere = (path: string): boolean =>
  FILES.some((file) => file === path || file.endsWith(`/${path}`));

test.each(READMES)('%s names files that are there', (readme) => {
  const named = namedIn(readFileSync(readme, 'utf8'));
  expect(named.filter((path) => !isThere(path))).toEqual([]);
});

test('files are looked for at all', () => {
  expect(READMES.flatMap((readme) => namedIn(readFileSync(readme, 'utf8'))).length).toBeGreaterThan(
    50,
  );
});
