// Is every promise of SECURITY.md held by a test that is there? What the test says, whoever writes the promise reads.
import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

/** A row of a table: what is promised, and the files of its tests. */
const ROWS = readFileSync('SECURITY.md', 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('| ') && !line.startsWith('| promise'))
  .map((line) => line.split('|').map((cell) => cell.trim()))
  .filter(([, promise]) => promise !== undefined && !/^-+$/.test(promise))
  .map(([, promise = '', heldBy = '']) => ({ promise, heldBy }));

test('promises are found at all', () => {
  expect(ROWS.length).toBeGreaterThan(20);
});

test.each(ROWS)('$promise', ({ heldBy }) => {
  const files = [...heldBy.matchAll(/`([^`]+)`/g)].map(([, file = '']) => file);
  expect(files.length).toBeGreaterThan(0);
  for (const file of files) {
    expect(file).toMatch(/^tests\/.*\.test\.ts$/);
    expect(existsSync(file), file).toBe(true);
  }
});

test('the README says where they stand', () => {
  expect(readFileSync('README.md', 'utf8')).toContain('(SECURITY.md)');
});
