// What does an address mean that somebody kept, or changed by hand? Whatever the lists could not be asked for is left out.
import { afterAll, describe, expect, test, vi } from 'vitest';

// The words of the screens ask the browser for its language when they are read.
vi.stubGlobal('localStorage', { getItem: () => null });
const { bookFilterIn, inboxFilterIn, registerFilterIn } = await import(
  '../../../web/filters/filters.ts'
);
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

describe('the register in an address', () => {
  const thisYear = new Date().getUTCFullYear();

  test('is of the year and the type that are said, also as text', () => {
    const year = thisYear - 2;

    expect(bookFilterIn({ year: String(year), type: 'keHoach' })).toEqual({
      year,
      type: 'keHoach',
    });
    expect(bookFilterIn({ year, words: 'dân số' })).toEqual({ year, words: 'dân số' });
  });

  test('is the present one where there is none such', () => {
    expect(bookFilterIn({ year: thisYear - 40, type: 'thu' })).toEqual({});
    expect(bookFilterIn({ year: 'x' })).toEqual({});
  });
});
