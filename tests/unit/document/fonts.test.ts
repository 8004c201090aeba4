// Can the fonts print everything that a report may hold?
import { expect, test } from 'vitest';
import { isMark, markSize, stretchesOf, widthOf } from '../../../functions/document/fonts.ts';
import { MARKS, unprintableIn } from '../../../functions/domain/content/text.ts';

const BASIC_PLANE = Array.from({ length: 0x10000 }, (_, code) => String.fromCodePoint(code));

test.each([
  { size: 1, bold: false, italic: false },
  { size: 1, bold: true, italic: false },
  { size: 1, bold: false, italic: true },
  { size: 1, bold: true, italic: true },
])('every printable character has a glyph (bold $bold, italic $italic)', (style) => {
  const printable = BASIC_PLANE.filter((character) => unprintableIn(character) === null);

  const lacking = printable.filter((character) => {
    try {
      return widthOf(character.normalize('NFC'), style) < 0;
    } catch {
      return true;
    }
  });

  expect(printable.length).toBeGreaterThan(500);
  expect(lacking).toEqual([]);
});

test('a line is as wide as its characters', () => {
  const times = { size: 14, bold: false, italic: false };

  // Of Times New Roman, in thousandths of the size: space 250, colon 278, capital A 722.
  expect(widthOf(' :A', times)).toBeCloseTo(1.25 * 14, 1);
});

test('a mark is as wide in every style, at a share of the size in whole halves of a point', () => {
  const [plain, heavy] = [false, true].map((bold) => ({ size: 14, bold, italic: bold }));

  for (const mark of MARKS) {
    expect(widthOf(mark, plain as never)).toBe(widthOf(mark, heavy as never));
    expect(widthOf(mark, plain as never)).toBeGreaterThan(4);
  }
  expect([14, 13, 12, 11].map(markSize)).toEqual([11, 10, 9.5, 8.5]);
});

test('no mark is a letter whose font has it', () => {
  expect([...'•◦▪■□●○►√◊→↔'].filter(isMark)).toEqual([]);
});

test('text is parted where its font changes, and nothing of it is lost', () => {
  expect(stretchesOf('☑ Có ☐☒')).toEqual([
    { text: '☑', isMark: true },
    { text: ' Có ', isMark: false },
    { text: '☐☒', isMark: true },
  ]);
  expect(stretchesOf('')).toEqual([]);
});
