// Do the numbers and dates of a register only go up, each number once?
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { instantOf } from '../../functions/domain/instant-of.ts';
import { printedNumber } from '../../functions/domain/issued/printed-number.ts';
import { nextNumber, type RegisterCounter } from '../../functions/domain/issued/register.ts';
import { type OfficeDay, officeDayOf, yearOf } from '../../functions/domain/office-calendar.ts';
import { Refusal } from '../../functions/domain/refusal.ts';

const moment = fc
  .date({
    min: new Date('2025-12-30T00:00:00Z'),
    max: new Date('2027-01-03T00:00:00Z'),
    noInvalidDate: true,
  })
  .map(instantOf);

const opened = (lastNumber: number): RegisterCounter => ({
  organizationId: 'org_son-trung',
  year: 2026,
  series: 'baoCao',
  lastNumber,
  lastDate: null,
  opening: 'said',
});

/** The register after each number that was given; what is refused leaves it as it was. */
const fill = (start: RegisterCounter, days: OfficeDay[]): RegisterCounter[] => {
  const pages = [start];
  for (const day of days) {
    try {
      pages.push(nextNumber(pages.at(-1) ?? start, day));
    } catch (error) {
      if (!(error instanceof Refusal) || error.code !== 'date_before_register') throw error;
    }
  }
  return pages;
};

describe('a register', () => {
  test('gives the numbers after the last one on paper, one after the other', () => {
    fc.assert(
      fc.property(fc.nat({ max: 5_000 }), fc.array(moment), (last, moments) => {
        const numbers = fill(opened(last), moments.map(officeDayOf)).map((page) => page.lastNumber);
        expect(numbers).toEqual(numbers.map((_, index) => last + index));
      }),
    );
  });

  test('never goes back to an earlier day, and holds the days of its own year only', () => {
    fc.assert(
      fc.property(fc.array(moment), (moments) => {
        const dates = fill(opened(0), moments.map(officeDayOf)).flatMap(({ lastDate }) =>
          lastDate === null ? [] : [lastDate],
        );
        expect(dates).toEqual(dates.toSorted());
        for (const date of dates) expect(yearOf(date)).toBe(2026);
      }),
    );
  });

  test('takes every report of a day that is not over', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constant<OfficeDay>('2026-03-02'), { minLength: 1, maxLength: 50 }),
        (days) => {
          expect(fill(opened(117), days).at(-1)?.lastNumber).toBe(117 + days.length);
        },
      ),
    );
  });
});

describe('the day in the office', () => {
  test('begins at 17:00 UTC, so the new year begins seven hours before Greenwich', () => {
    expect(officeDayOf('2026-12-31T16:59:59.999Z')).toBe('2026-12-31');
    expect(officeDayOf('2026-12-31T17:00:00.000Z')).toBe('2027-01-01');
  });

  test('is the one that Asia/Ho_Chi_Minh has', () => {
    const day = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Ho_Chi_Minh' });
    fc.assert(
      fc.property(moment, (at) => {
        expect(officeDayOf(at)).toBe(day.format(new Date(at)));
      }),
    );
  });
});

test('numbers below ten are printed with a leading zero', () => {
  expect([1, 9, 10, 118].map((number) => printedNumber(number, 'BC-UBND'))).toEqual([
    '01/BC-UBND',
    '09/BC-UBND',
    '10/BC-UBND',
    '118/BC-UBND',
  ]);
});
