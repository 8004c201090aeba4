// Which number is meant by what somebody types?
import { expect, test } from 'vitest';
import { typedNumber } from '../../../functions/domain/search/typed-number.ts';

test.each([
  ['118/BC-UBND', { number: 118, symbol: 'bc-ubnd' }],
  ['Báo cáo 07/BC-UBND Nguyễn Văn Minh', { number: 7, symbol: 'bc-ubnd' }],
  ['118 / BC', { number: 118, symbol: 'bc' }],
  [' 118 ', { number: 118, symbol: '' }],
  ['số: 118', { number: 118, symbol: '' }],
  ['27/11/2026', null],
  ['11/2026 thu ngân sách', null],
  ['118 thu ngân sách', null],
  ['thu ngân sách', null],
])('“%s”', (typed, number) => {
  expect(typedNumber(typed)).toEqual(number);
});
