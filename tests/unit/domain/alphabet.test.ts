// Do names stand as in a Vietnamese dictionary, compared character by character?
import { expect, test } from 'vitest';
import { inAlphabet } from '../../../functions/domain/directory/alphabet.ts';

const NAMES = [
  'An Bình',
  'Ân Thi',
  'Cao Thị Lụa',
  'Dương Văn Ba',
  'Đào Thị Na',
  'Đặng Văn Tư',
  'Đinh Công Tuấn',
  'Em Thị Hai',
  'Ê Đê',
  'Nguyễn An',
  'Nguyễn An Bình',
  'Phạm Văn Khoa',
  'UBND xã Sơn Mẫu',
  'UBND xã Sơn Trung',
  'Ứng Hòa',
  'Vũ Thị Út',
  'Xuân Lộc',
  'Yên Bái',
];

test('as the alphabet has it: Đ behind D, Ân behind An, tones last', () => {
  const sorted = NAMES.toReversed().toSorted((one, other) =>
    inAlphabet(one) < inAlphabet(other) ? -1 : 1,
  );

  expect(sorted).toEqual(NAMES);
  expect(sorted).toEqual(NAMES.toSorted(new Intl.Collator('vi').compare));
});
