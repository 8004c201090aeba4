// How much does a menu say to one person?
import { afterAll, expect, test, vi as vitest } from 'vitest';
import { ROLES } from '../../../functions/domain/directory/organization.ts';

// The words of the screens ask the browser for its language when they are read.
vitest.stubGlobal('localStorage', { getItem: () => null });
const { firstEntryOf, menuFor } = await import('../../../web/shell/places.ts');
afterAll(() => vitest.unstubAllGlobals());

/** Every set of roles that somebody may hold, none included. */
const SETS = Array.from({ length: 2 ** ROLES.length }, (_, set) =>
  ROLES.filter((_, place) => set & (1 << place)),
);

test('nobody sees more than seven entries, and everybody reaches the guide and the verification', () => {
  for (const roles of SETS) {
    const { shown, more } = menuFor(roles);
    const all = [...shown, ...more].map(({ to }) => to);

    expect(shown.length + (more.length > 0 ? 1 : 0), roles.join()).toBeLessThanOrEqual(7);
    expect(all).toEqual(expect.arrayContaining(['/kiem-tra', '/huong-dan']));
    expect(new Set(all).size).toBe(all.length);
    // More entries would not hide a single one.
    expect(more.length).not.toBe(1);
  }
});

test('whoever comes in begins at the first of their own entries', () => {
  expect(firstEntryOf(['signer'])).toBe('/cho-toi');
  expect(firstEntryOf(['drafter', 'clerk'])).toBe('/bao-cao');
  expect(firstEntryOf([])).toBe('/kiem-tra');
});
