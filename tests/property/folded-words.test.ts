// Is every word of a document found, however it is typed: with or without accents, composed or not, in any case?
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fold, wantedIn, wordsOf } from '../../functions/domain/search/folded-words.ts';

/** What a person would type of it who has no Vietnamese keyboard. */
const bare = (text: string) => fold(text).toUpperCase();

const SYLLABLES = ['Đề', 'án', 'số', 'tuyên', 'truyền', 'CCHC', 'ngày', 'tháng', 'năm', 'Hương'];
const DATES = ['27/11/2026', '11/2026', '1.2.2026', 'ngày 27 tháng 11 năm 2026', '2026', '118'];
const words = fc.array(fc.constantFrom(...SYLLABLES, ...DATES, '118/BC-UBND', 'QyĐ'), {
  minLength: 1,
  maxLength: 12,
});

const isFound = (typed: string, text: string): boolean => {
  const has = wordsOf(text);
  const { words: all, beginning } = wantedIn(typed);
  return (
    all.every((word) => has.includes(word)) &&
    (beginning === null || has.some((word) => word.startsWith(beginning)))
  );
};

describe('words without accents', () => {
  test('folding again changes nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(fold(fold(text))).toBe(fold(text));
      }),
    );
  });

  test('a text folds alike, composed or decomposed, in capitals or not', () => {
    fc.assert(
      fc.property(words, (parts) => {
        const text = parts.join(' ');
        for (const typed of [text.normalize('NFD'), text.toUpperCase(), bare(text)]) {
          expect(wordsOf(typed)).toEqual(wordsOf(text));
        }
      }),
    );
  });

  test('a document is found by any stretch of its text, with or without accents', () => {
    fc.assert(
      fc.property(words, fc.nat(), fc.nat(), (parts, one, other) => {
        const from = one % parts.length;
        const until = from + 1 + (other % (parts.length - from));
        const stretch = parts.slice(from, until).join(' ');
        expect(isFound(stretch, parts.join(' '))).toBe(true);
        expect(isFound(bare(stretch), parts.join(' '))).toBe(true);
        const unfinished = stretch.slice(0, -1);
        // One letter is a word by itself.
        if (/(?<=^|[^\p{L}\p{N}])[\p{L}\p{N}]$/u.test(unfinished)) return;
        expect(isFound(unfinished, parts.join(' '))).toBe(true);
      }),
    );
  });

  test('a day is one word, however it is written, and is not found by another day', () => {
    const day = wantedIn('27/11/2026');

    expect(day).toEqual({ words: ['2026-11-27'], beginning: null });
    expect(wantedIn('Ngày 27 tháng 11 năm 2026')).toEqual(day);
    expect(wantedIn('27-11-2026')).toEqual(day);
    expect(wantedIn('tháng 11/2026').words).toContain('2026-11');
    expect(isFound('27/11/2026', 'số 27, tháng 11, năm 2026')).toBe(false);
  });

  test('the last word is whole when something follows it', () => {
    expect(wantedIn('tuyên tru')).toEqual({ words: ['tuyen'], beginning: 'tru' });
    expect(wantedIn('tuyên tru ')).toEqual({ words: ['tuyen', 'tru'], beginning: null });
    expect(wantedIn('118/BC-UBND')).toEqual({ words: ['118', 'bc'], beginning: 'ubnd' });
    expect(wantedIn('quý I')).toEqual({ words: ['quy', 'i'], beginning: null });
    expect(wantedIn(' .,- ')).toEqual({ words: [], beginning: null });
  });
});
