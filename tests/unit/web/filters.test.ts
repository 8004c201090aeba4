// What does an address mean that somebody kept, or changed by hand? Whatever the lists could not be asked for is left out.
import { afterAll, describe, expect, test, vi } from 'vitest';

// The words of the screens ask the browser for its language when they are read.
vi.stubGlobal('localStorage', { getItem: () => null });
const { inboxFilterIn, registerFilterIn } = await import('../../../web/filters/filters.ts');
afterAll(() => vi.unstubAllGlobals());

describe.each([
  ['a register', registerFilterIn],
  ['the inbox', inboxFilterIn],
])('the days in the address of %s', (_, filterIn) => {
  const ordered = { from: '2026-11-21', until: '2026-11-22' };

  test('are as they are said', () => {
    expect(filterIn(ordered)).toEqual(ordered);
    expect(filterIn({ from: '2026-11-22', until: '2026-11-22' })).toEqual({
      from: '2026-11-22',
      until: '2026-11-22',
    });
  });

  test('have no end that is before their beginning', () => {
    expect(filterIn({ from: '2026-11-22', until: '2026-11-21' })).toEqual({ from: '2026-11-22' });
  });

  test('are left out when there is no such day', () => {
    expect(filterIn({ from: '2026-02-30', until: 'tomorrow' })).toEqual({});
  });
});
