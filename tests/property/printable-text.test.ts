// Is every text that may stand in a document one that the font can print, in one form, on one line?
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { widthOf } from '../../functions/document/fonts.ts';
import {
  line,
  MARKS,
  plainFor,
  printable,
  unprintableIn,
  written,
} from '../../functions/domain/content/text.ts';

const FACES = [false, true].flatMap((bold) =>
  [false, true].map((italic) => ({ size: 1, bold, italic })),
);

const vietnamese = fc.string({
  unit: fc.constantFrom(...'aăâbcdđeêghiklmnoôơpqrstuưvxyAĂÂĐÊÔƠƯ', '́', '̀', '̉', '̃', '̣', ' '),
});
const anyText = fc.oneof(
  vietnamese,
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme' }),
);

describe('whatever an author writes', () => {
  test('stays as it is, on one line and in NFC, but for control characters and halves of characters, which are refused', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const read = written(1_000).safeParse(text);
        const line = text.replaceAll(/[\t\n\v\f\r\u0085\u2028\u2029]+/gu, ' ');
        if (/[\p{Cc}\p{Cs}]/u.test(line)) expect(read.error?.issues[0]?.message).toMatch(/^U\+/);
        else expect(read.data).toBe(line.replaceAll(/[\uFE0E\uFE0F]/gu, '').normalize('NFC'));
      }),
    );
  });

  test('is accepted again as it is', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const once = written(1_000).safeParse(text);
        if (once.success) expect(written(1_000).parse(once.data)).toBe(once.data);
      }),
    );
  });
});

test('what stands for a character that cannot be printed can be, and for a mark stands no other', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }), (character) => {
      if (unprintableIn(character) === null) return;
      expect(unprintableIn(plainFor(character) ?? '')).toBeNull();
    }),
  );
  for (const mark of MARKS) expect(unprintableIn(mark)).toBeNull();
});

test.each([
  ['✅', '✔'],
  ['❌', '✘'],
  ['🗹', '☑'],
  ['❎', '☒'],
  ['⬜', '□'],
  ['\u200B', ''],
  ['\u2009', ' '],
  ['ﬁ', 'fi'],
  ['😀', null],
  ['漢', null],
  ['\uF0C4', null],
])('for %s stands %j: what says the same, or nothing does', (sign, plain) => {
  expect(plainFor(sign)).toBe(plain);
});

describe('whatever a line accepts', () => {
  test('is NFC, trimmed and has a glyph in all four faces', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const read = line(1_000).safeParse(text);
        if (!read.success) return;
        expect(read.data).toBe(read.data.normalize('NFC').trim());
        for (const face of FACES) expect(() => widthOf(read.data, face)).not.toThrow();
      }),
    );
  });

  test('is accepted again as it is', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const once = line(1_000).safeParse(text);
        if (once.success) expect(line(1_000).parse(once.data)).toBe(once.data);
      }),
    );
  });
});

test('a Vietnamese word is accepted however its marks were typed', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(
        'Ủy ban nhân dân',
        'Hương Sơn',
        'Nguyễn Thị Thùy Dương',
        'ĐỘC LẬP',
        'kỳ nghỉ',
      ),
      fc.constantFrom('NFC', 'NFD', 'NFKC', 'NFKD'),
      (text, form) => {
        expect(line(100).parse(text.normalize(form))).toBe(text);
      },
    ),
  );
});

test.each([
  '5.000.000 ₫',
  '≥ 95 – 100 %',
  '“Một cửa”…',
  '12,5 m²',
  '3 × 4 ÷ 2',
  '½ ngày',
  '20 €',
  'CO₂',
  '37 ℃',
  '☑ Có ☐ Không ☒ Khác',
  '✓ ✔ ✗ ✘',
  '• ◦ ▪ ■ □ ● ○ – ➢ ➤ → ⇒ ★ ❖ ① ❿',
])('an office text such as %s can be printed', (text) => expect(unprintableIn(text)).toBeNull());

test.each([
  ['a control', '\u0007'],
  ['a soft hyphen', '\u00AD'],
  ['a zero-width space', '\u200B'],
  ['a mark that turns the writing round', '\u202E'],
  ['a byte order mark', '\uFEFF'],
  ['a private character', '\uE000'],
  ['half a surrogate pair', '\uD800'],
  ['a Chinese character', '漢'],
  ['an emoji', '🙂'],
  ['a mark that no letter takes', 'b\u0301'],
])('%s is refused and named by its code point', (_, character) => {
  const read = printable(10).safeParse(`a${character}`);

  const named = [...character].at(-1)?.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0');
  expect(read.error?.issues[0]).toMatchObject({
    message: `U+${named} cannot be printed`,
    params: { wrong: { what: 'unprintable', sign: [...character].at(-1) } },
  });
});

test.each([
  ['a tab', '\t'],
  ['a line break', '\n'],
  ['a line break of Windows', '\r\n'],
  ['a page break', '\f'],
  ['a break within a paragraph, as Word copies it', '\v'],
  ['a line separator', '\u2028'],
  ['several of them', '\t\t\r\n\n'],
])('%s becomes a space', (_, sign) => {
  expect(printable(40).parse(`Kết quả${sign}năm 2026`)).toBe('Kết quả năm 2026');
  expect(line(40).parse(`${sign}Kết quả năm 2026${sign}`)).toBe('Kết quả năm 2026');
});
