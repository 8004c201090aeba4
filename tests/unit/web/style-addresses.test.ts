// Does every address in a style lead to a file? The build leaves one that does not as it is, and the browser does without.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';

const STYLES = readdirSync('web', { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.css') && !file.startsWith('dist'))
  .map((file) => join('web', file));

/** `./` and `../` as the style has them, anything else as a file of a package. */
const ADDRESSES = STYLES.flatMap((style) =>
  [...readFileSync(style, 'utf8').matchAll(/url\(\s*["']?([^"')]+)["']?\s*\)/g)].map(
    ([, address = '']) => [style, address] as const,
  ),
);

test.each(ADDRESSES)('%s speaks of a file that is there: %s', (style, address) => {
  const file = address.startsWith('.')
    ? join(dirname(style), address)
    : join('node_modules', address);
  expect(existsSync(file)).toBe(true);
});
