// What is drawn for a signer who has given no image of their handwriting? ĐÃ KÝ SỐ ("digitally signed"), in strokes: a font would
// have to be embedded anew in every file.

/** A drawing in strokes, as wide and high as it likes; PDF operators, points upwards from its lower left corner. */
export type StrokedWords = { width: number; height: number; strokes: string };

/** Strokes of points x,y of one digit each; a letter is 4 wide and 6 high, its marks stand above it. */
const LETTERS = [
  '10 16 26 44 42 20 10|03 23', // Đ
  '00 26 40|12 32|17 28 37 48', // Ã
  '',
  '00 06|46 03 40', // K
  '20 23 06|23 46|27 39', // Ý
  '',
  '45 36 16 05 04 13 33 42 41 30 10 01', // S
  '10 01 05 16 36 45 41 30 10|07 28 47|38 59', // Ố
];

/** From one letter to the next. */
const STEP = 6;

/** Empty room on every side: the words stay a third as high as the area between title and name. */
const MARGIN = 12;

const WORDS_WIDTH = STEP * LETTERS.length - 2;
const WORDS_HEIGHT = 9;

/** Blue, as the hand's signature is [Decree 30/2020, Annex I, II.7]; round pens, two thirds of a unit wide. */
const PEN = '0.09 0.21 0.63 RG 1 J 1 j 0.65 w';

const strokeOf = (points: string, letter: number): string =>
  points
    .split(' ')
    .map(([x, y], place) => {
      const at = `${MARGIN + letter * STEP + Number(x)} ${MARGIN + Number(y)}`;
      return `${at} ${place === 0 ? 'm' : 'l'}`;
    })
    .join(' ');

export const SIGNED_WORDS: StrokedWords = {
  width: WORDS_WIDTH + 2 * MARGIN,
  height: WORDS_HEIGHT + 2 * MARGIN,
  strokes: [
    PEN,
    ...LETTERS.flatMap((strokes, letter) =>
      strokes === '' ? [] : strokes.split('|').map((points) => strokeOf(points, letter)),
    ),
    'S',
  ].join(' '),
};
