// How are capital letters drawn with single strokes? For a sample of a seal: no font has to be read for a few words.
import type { Point } from './ink.ts';

/** Strokes as points x,y of one digit each, y upwards; a letter is 4 wide and 6 high, marks stand above it. */
const LETTERS: Record<string, string> = {
  A: '00 26 40|12 32',
  B: '03 23 34 35 26 06 00 30 41 42 33 23',
  C: '41 30 10 01 05 16 36 45',
  D: '10 16 26 44 42 20 10',
  Đ: '10 16 26 44 42 20 10|03 23',
  E: '40 00 06 46|03 33',
  F: '00 06 46|03 33',
  G: '45 36 16 05 01 10 30 41 43 23',
  H: '00 06|40 46|03 43',
  I: '20 26',
  J: '36 31 20 10 01',
  K: '00 06|46 03 40',
  L: '06 00 40',
  M: '00 06 23 46 40',
  N: '00 06 40 46',
  O: '10 01 05 16 36 45 41 30 10',
  P: '00 06 36 45 44 33 03',
  Q: '10 01 05 16 36 45 41 30 10|31 40',
  R: '00 06 36 45 44 33 03|23 40',
  S: '45 36 16 05 04 13 33 42 41 30 10 01',
  T: '20 26|06 46',
  U: '06 01 10 30 41 46',
  V: '06 20 46',
  W: '06 10 23 30 46',
  X: '00 46|06 40',
  Y: '06 23 46|23 20',
  Z: '06 46 00 40',
};

/** Marks as Unicode combines them: those that make another letter, then the tones. */
const SHAPE_MARKS: Record<string, string> = {
  '\u0302': '17 28 37', // â
  '\u0306': '18 17 37 38', // ă
  '\u031b': '46 56 57', // ơ
};
const TONES: Record<string, string> = {
  '\u0301': '27 38', // á
  '\u0300': '27 18', // à
  '\u0309': '27 28 38 39 29', // ả
  '\u0303': '07 18 27 38', // ã
};
const DOT_BELOW = '\u0323';

const strokesIn = (drawn: string, right = 0, up = 0): Point[][] =>
  drawn
    .split('|')
    .map((stroke) =>
      stroke.split(' ').map((point): Point => [Number(point[0]) + right, Number(point[1]) + up]),
    );

/** The strokes of each letter of a text, capital; what is no letter is a gap. */
export const lettersOf = (text: string): Point[][][] =>
  [...new Intl.Segmenter('vi').segment(text.toUpperCase())].map(({ segment }) => {
    const [letter = '', ...marks] = segment.normalize('NFD');
    const isCrowned = marks.includes('\u0302') || marks.includes('\u0306');
    return [letter, ...marks].flatMap((part) => {
      if (part === DOT_BELOW)
        return [
          [
            [2, -1.5],
            [2, -1.5],
          ] satisfies Point[],
        ];
      const whole = LETTERS[part] ?? SHAPE_MARKS[part];
      if (whole !== undefined) return strokesIn(whole);
      const tone = TONES[part];
      // Above a hat or a bowl there is no room: the tone stands at its right.
      return tone === undefined ? [] : strokesIn(tone, isCrowned ? 2 : 0, isCrowned ? 1 : 0);
    });
  });
