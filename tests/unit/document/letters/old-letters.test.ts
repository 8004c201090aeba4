// Is what was typed in an old font told from what is typed today, and from other languages?
import { describe, expect, test } from 'vitest';
import { oldFontOf } from '../../../../functions/document/letters/old-letters.ts';
import { shownIn } from '../../../../functions/document/letters/symbols.ts';

describe('a line typed in an old font', () => {
  test.each([
    [
      'B¸o c¸o kÕt qu¶ thùc hiÖn c«ng t¸c c¶i c¸ch hµnh chÝnh',
      'Báo cáo kết quả thực hiện công tác cải cách hành chính',
    ],
    [
      'Uû ban nh©n d©n x· S¬n Trung, huyÖn H­¬ng S¬n',
      'Uỷ ban nhân dân xã Sơn Trung, huyện Hương Sơn',
    ],
    [
      '§Ò nghÞ c¸c ®¬n vÞ b¸o c¸o tr­íc ngµy 30/11 (qua v¨n phßng).',
      'Đề nghị các đơn vị báo cáo trước ngày 30/11 (qua văn phòng).',
    ],
    ['CéNG HßA X· HéI', 'CộNG HòA Xã HộI'],
  ])('in TCVN3 is known by its words: %s', (typed, shown) => {
    expect(oldFontOf(typed)).toBe('.VnTime');
    expect(shownIn('.VnTime', typed).text).toBe(shown);
  });

  test.each([
    [
      'Uûy ban nhaân daân xaõ Sôn Trung baùo caùo keát quaû',
      'Ủy ban nhân dân xã Sơn Trung báo cáo kết quả',
    ],
    ['Ñeà nghò caùc ñôn vò, ngöôøi daân thöïc hieän', 'Đề nghị các đơn vị, người dân thực hiện'],
  ])('in VNI is known by its words: %s', (typed, shown) => {
    expect(oldFontOf(typed)).toBe('VNI-Times');
    expect(shownIn('VNI-Times', typed).text).toBe(shown);
  });

  test('is known by one word beside lines that are', () => {
    expect(oldFontOf('Sè: 12/BC')).toBeNull();
    expect(oldFontOf('Sè: 12/BC', '.VnTime')).toBe('.VnTime');
    expect(oldFontOf('Số: 12/BC', '.VnTime')).toBeNull();
    expect(oldFontOf('So 12', '.VnTime')).toBeNull();
  });
});

test.each([
  'Ủy ban nhân dân xã báo cáo kết quả',
  'Ban nhân dân xã là cơ quan công tác',
  'Công tác xã hoá, hoà bình, khoá hè, là cá, các cán',
  'Nhà máy – công an xã; toà án tháng này',
  'Copyright © 2026 – Company® «Test» ±5 °C, 10 µm, §12, 5·3',
  'La république française, où est-il né, élève à Orléans',
  'El niño y la señora están aquí, mañana será así',
  'Über die Größe der Häuser für Bürger',
  'Coração não põe avó à mão',
  'Hello world',
  '',
])('%s is left as it is', (line) => expect(oldFontOf(line)).toBeNull());
