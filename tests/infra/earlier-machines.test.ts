// Which earlier machines do functions still answer? Those that an execution may go by, and no other.
import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';

const KEPT = new URL('../fixtures/earlier-machines/', import.meta.url);
const files = readdirSync(KEPT);

test('a machine is kept by its last day, and there is one to go by', () => {
  expect(files).not.toEqual([]);
  for (const file of files) expect(file).toMatch(/^\d{4}-\d\d-\d\d\.json$/);
});

test('no machine is kept whose last day has passed: with it goes what only it is told and answered', () => {
  const today = new Date().toISOString().slice(0, 10);

  expect(files.filter((file) => file.slice(0, 10) < today)).toEqual([]);
});
