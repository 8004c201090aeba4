// What is found in a text? Every place that says what is looked for, whole letters only, and nothing else.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fold } from '../../functions/domain/search/folded-words.ts';
import { type Manner, spansOf } from '../../web/drafting/tools/search-text.ts';

const LOOSE: Manner = { matchesCase: false, matchesAccents: false };
const EXACT: Manner = { matchesCase: true, matchesAccents: true };
const AS_TYPED: Manner = { matchesCase: false, matchesAccents: true };

/** Composed and decomposed letters, marks alone, what grows when it is made small, and signs of two units. */
const letters = fc.constantFrom(
  ...['a', 'A', 'á', 'Ậ', 'đ', 'Đ', 'ð', 'e', ' ', '\u00A0', 'İ', '😀', '☐'],
  ...['ế', 'Ộ', 'ữ'].map((each) => each.normalize('NFD')),
  '\u0301',
);
const text = fc.string({ unit: letters, maxLength: 24 });
const wanted = fc.string({ unit: letters, minLength: 1, maxLength: 3 });

const said = (where: string, what: string, manner: Manner) =>
  spansOf(where, what, manner).map(({ from, to }) => where.slice(from, to));

describe('a place that is found', () => {
  test('says what is looked for, lies behind the one before, and cuts no letter', () => {
    fc.assert(
      fc.property(text, wanted, (where, what) => {
        let end = 0;
        for (const { from, to } of spansOf(where, what, LOOSE)) {
          expect(from).toBeGreaterThanOrEqual(end);
          expect(to).toBeGreaterThan(from);
          const blank = (each: string) => fold(each).replaceAll(/\s/gu, ' ');
          expect(blank(where.slice(from, to))).toBe(blank(what));
          expect(/^\p{M}/u.test(where.slice(to)) && !/^\p{M}+$/u.test(what)).toBe(false);
          end = to;
        }
      }),
    );
  });

  test('is found wherever it has been put', () => {
    fc.assert(
      fc.property(text, wanted, text, (before, what, after) => {
        fc.pre(!/^\p{M}/u.test(what) && !/^\p{M}/u.test(after));
        // What stands around it may make another place of its first letters; none is lost by that.
        expect(spansOf(`${before}|${what}|${after}`, what, EXACT)).not.toEqual([]);
      }),
    );
  });

  test('is the same however its letters are composed', () => {
    fc.assert(
      fc.property(text, wanted, (where, what) => {
        const count = spansOf(where.normalize('NFC'), what.normalize('NFC'), AS_TYPED).length;
        expect(spansOf(where.normalize('NFC'), what.normalize('NFD'), AS_TYPED)).toHaveLength(
          count,
        );
        expect(spansOf(where.normalize('NFD'), what.normalize('NFC'), AS_TYPED)).toHaveLength(
          count,
        );
      }),
    );
  });
});

describe('which differences count', () => {
  const TEXT = 'Ủy ban, ủy quyền, uy tín, ĐỀ ÁN, de an';

  test('as typed: accents do, case does not', () => {
    expect(said(TEXT, 'ủy', AS_TYPED)).toEqual(['Ủy', 'ủy']);
    expect(said(TEXT, 'de an', AS_TYPED)).toEqual(['de an']);
  });

  test('without accents: neither does, as in the search of documents', () => {
    expect(said(TEXT, 'uy', LOOSE)).toEqual(['Ủy', 'ủy', 'uy', 'uy']);
    expect(said(TEXT, 'đề an', LOOSE)).toEqual(['ĐỀ ÁN', 'de an']);
  });

  test('with case: both do; and each by itself', () => {
    expect(said(TEXT, 'Ủy', EXACT)).toEqual(['Ủy']);
    expect(said(TEXT, 'DE', { matchesCase: true, matchesAccents: false })).toEqual(['ĐỀ']);
  });

  test('a space is a space of any kind, and what overlaps is one place', () => {
    expect(said('thôn\u00A01', 'thôn 1', EXACT)).toEqual(['thôn\u00A01']);
    expect(said('aaa', 'aa', EXACT)).toEqual(['aa']);
    expect(said('anything', '', LOOSE)).toEqual([]);
  });
});
