// How far into a printed line does a word stand? Measured with letters like those of the paper, since a PDF says it of whole lines only.
import { evenly, type Measure } from './found-words.ts';
import { sizeOf } from './printed-lines.ts';

/** Documents are set in the first (Decree 30/2020), whose widths the next two share; any other is about as wide. */
const LETTERS = '"Times New Roman", "Liberation Serif", Tinos, serif';

const spacesIn = (text: string): number => text.split(' ').length - 1;

/** A line that is stretched over its column has its room between its words. */
export const measureLetters = (): Measure => {
  const pen = document.createElement('canvas').getContext('2d');
  if (pen === null) return evenly;
  return ({ text, box }, letters) => {
    pen.font = `${sizeOf(box)}px ${LETTERS}`;
    const words = text.normalize('NFC');
    const before = words.slice(0, letters);
    const [drawn, natural] = [pen.measureText(before).width, pen.measureText(words).width];
    const [room, spaces] = [box.width - natural, spacesIn(words)];
    if (room > 0 && spaces > 0) return drawn + (room * spacesIn(before)) / spaces;
    return natural > 0 ? (drawn * box.width) / natural : 0;
  };
};
