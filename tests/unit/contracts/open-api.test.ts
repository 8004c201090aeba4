// Can a tool read what the API says of itself? The document as programs take it: paths, patterns, names.
import { expect, test } from 'vitest';
import { API_ROUTES } from '../../../functions/contracts/api.ts';

test('no two paths are the same one with other names for its parts', () => {
  const paths = new Set(API_ROUTES.map(({ path }) => path));
  const shapes = new Set([...paths].map((path) => path.replaceAll(/\{\w+\}/g, '{}')));
  expect(paths.size).toBe(shapes.size);
});
