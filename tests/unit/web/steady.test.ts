// Does a list that is asked for again stay as it is under the hand of whoever goes through it?
import { describe, expect, test } from 'vitest';
import { steadied } from '../../../web/parts/panes/steady.ts';

const rowsOf = (keys: string, state = 'new') => [...keys].map((key) => ({ key, state }));
const keyOf = ({ key }: { key: string }) => key;
const askedAgain = (shown: string, now: string, kept = '') => {
  const { rows, fresh } = steadied(rowsOf(shown), rowsOf(now), keyOf, (key) => kept.includes(key));
  return { rows: rows.map(keyOf).join(''), fresh };
};

describe('a list that is asked for again', () => {
  test('shows all of it at first', () => {
    expect(askedAgain('', 'abc')).toEqual({ rows: 'abc', fresh: 0 });
  });

  test('counts what has come above, and shows it when it is wanted', () => {
    expect(askedAgain('abc', 'yzabc')).toEqual({ rows: 'abc', fresh: 2 });
    expect(askedAgain('', 'yzabc')).toEqual({ rows: 'yzabc', fresh: 0 });
  });

  test('counts what has come between', () => {
    expect(askedAgain('abc', 'azbc')).toEqual({ rows: 'abc', fresh: 1 });
  });

  test('goes on with its next page', () => {
    expect(askedAgain('abc', 'abcde')).toEqual({ rows: 'abcde', fresh: 0 });
    expect(askedAgain('abc', 'zabcde')).toEqual({ rows: 'abcde', fresh: 1 });
  });

  test('lets go of what is in it no more, but not of what one is at', () => {
    expect(askedAgain('abc', 'ac')).toEqual({ rows: 'ac', fresh: 0 });
    expect(askedAgain('abc', 'ac', 'b')).toEqual({ rows: 'abc', fresh: 0 });
    expect(askedAgain('abc', '', 'b')).toEqual({ rows: 'b', fresh: 0 });
  });

  test('is another list when nothing of it is left', () => {
    expect(askedAgain('abc', 'xyz')).toEqual({ rows: 'xyz', fresh: 0 });
    expect(askedAgain('abc', '')).toEqual({ rows: '', fresh: 0 });
  });

  test('keeps its order, and says of each row what is so by now', () => {
    const { rows } = steadied(rowsOf('abc'), rowsOf('cba', 'read'), keyOf, () => false);
    expect(rows).toEqual(rowsOf('abc', 'read'));
  });
});
