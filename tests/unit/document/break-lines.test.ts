// Do lines end where an office program ends them?
import { describe, expect, test } from 'vitest';
import { breakLines, widening } from '../../../functions/document/break-lines.ts';
import { widthOf } from '../../../functions/document/fonts.ts';
import type { PrintedRun } from '../../../functions/document/printed-body.ts';

const SIZE = 14;
const plain = (text: string): PrintedRun => ({ text, bold: false, italic: false });
const bold = (text: string): PrintedRun => ({ text, bold: true, italic: false });
const width = (...runs: PrintedRun[]) =>
  runs.reduce((sum, run) => sum + widthOf(run.text, { ...run, size: SIZE }), 0);
const even = (points: number) => ({ first: points, others: points });
const lines = (runs: PrintedRun[], points: number) =>
  breakLines(runs, SIZE, even(points)).map((line) => line.runs.map(({ text }) => text).join(''));

describe('a line', () => {
  test('ends at a space, behind a hyphen, and behind a slash only in a long path', () => {
    expect(lines([plain('số 11/KH-UBND')], width(plain('số 11/KH-UB')))).toEqual([
      'số 11/KH-',
      'UBND',
    ]);
    expect(lines([plain('tại xã/phường')], width(plain('tại xã/phư')))[0]).toBe('tại ');
  });

  test('ends behind the slash before the one that would fill it', () => {
    const path = 'a/'.repeat(60);

    expect(lines([plain(path)], width(plain('a/'.repeat(46))) + 1)[0]).toBe('a/'.repeat(45));
  });

  test('does not end at a no-break space, unless it has no other', () => {
    const together = 'Điều\u00A0năm';

    expect(lines([plain(`theo ${together}`)], width(plain(`theo ${together}`)) - 1)).toEqual([
      'theo ',
      together,
    ]);
    expect(lines([plain(together)], width(plain(together)) - 1)).toEqual(['Điều\u00A0nă', 'm']);
  });

  test('ends before the last letter of one style, where a word in two is wider than it', () => {
    const runs = [plain('trước '), plain('MMMMM'), bold('W'.repeat(40))];

    expect(lines(runs, width(plain('M'.repeat(20)))).slice(0, 2)).toEqual(['trước ', 'MMMM']);
  });
});

describe('a paragraph in Word', () => {
  test('is as wide as that of the PDF', () => {
    const text = plain('Công tác cải cách hành chính');

    expect(widening([text], SIZE, even(width(text) + 10))).toBe(0);
  });

  test.each([
    ['hardly enough', 0.06],
    ['hardly too little', -0.02],
  ])('is wider or narrower where a line has %s room', (_, spare) => {
    const text = plain('Công tác cải cách');
    const room = even(width(text) + spare);

    const more = widening([text], SIZE, room);

    const paper = lines([text], room.first).length;
    expect(more).not.toBe(0);
    // Whatever a program rounds.
    expect(lines([text], room.first + more - 0.1)).toHaveLength(paper);
    expect(lines([text], room.first + more + 0.1)).toHaveLength(paper);
  });
});
