// Does the menu say how much waits, and no more than one counts at a glance?
import { expect, test } from 'vitest';
import { countedIn, saidCount, together } from '../../../web/shell/counted.ts';

const page = (length: number) => ({ items: Array.from({ length }) });

test('nothing is said of nothing, and what is counted no further is said to be more', () => {
  expect(saidCount({ count: 0, isMore: false })).toBeNull();
  expect(saidCount(countedIn([page(50), page(49)], false))).toBe('99');
  expect(saidCount(countedIn([page(50)], true))).toBe('50+');
  expect(saidCount(countedIn([page(100)], false))).toBe('99+');
});

test('what waits for the clerk are documents to be sealed and recipients who were not reached, both', () => {
  const toSeal = { count: 2, isMore: false };
  expect(saidCount(together(toSeal, { count: 1, isMore: false }))).toBe('3');
  expect(saidCount(together(toSeal, { count: 50, isMore: true }))).toBe('52+');
});
