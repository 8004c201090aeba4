// Where on the paper is what has changed? The words that came, the places of those that went, each change by its number.
import type { Stretch } from '../../../functions/domain/content/compare-words.ts';
import { type Found, lettersOf, type Measure, PrintedWords } from '../files/found-words.ts';
import type { PaperMark } from '../files/paper-marks.tsx';
import type { Box, PrintedLine } from '../files/printed-lines.ts';
import type { Difference } from './differences.ts';

/** What came is read of the later version; what went stood behind the letter before it, or before the first. */
const markOf = (
  { stretches, number }: Difference & { number: number },
  printed: PrintedWords,
  found: Found,
): PaperMark => {
  const come: Box[] = [];
  const goneAt: Box[] = [];
  let letters = 0;
  const placeOf = (): Box | null => {
    const before = found.slice(0, letters).findLast((letter) => letter !== -1);
    if (before !== undefined) {
      const box = printed.boxAt(before);
      return box && { ...box, left: box.left + box.width, width: 0 };
    }
    const after = found.find((letter) => letter !== -1);
    const box = after === undefined ? null : printed.boxAt(after);
    return box && { ...box, width: 0 };
  };
  for (const { text, in: where } of stretches) {
    if (where === 'before') {
      const place = placeOf();
      if (place) goneAt.push(place);
      continue;
    }
    const next = letters + lettersOf(text).length;
    if (where === 'after') come.push(...printed.boxesOf(found.slice(letters, next)));
    letters = next;
  }
  const marked = [...come, ...goneAt];
  const gone = stretches.flatMap(({ text, in: where }) => (where === 'before' ? [text] : []));
  // Where its look alone has changed, the whole of it is meant.
  return { number, come, goneAt, gone, reach: marked.length > 0 ? marked : printed.boxesOf(found) };
};

const later = (stretches: readonly Stretch[]): string =>
  stretches.flatMap(({ text, in: where }) => (where === 'before' ? [] : [text])).join('');

/** In the order of the paper; what cannot be found there has no mark. */
export const changesOnPaper = (
  pages: readonly PrintedLine[][],
  differences: readonly Difference[],
  measure: Measure,
): PaperMark[] => {
  const printed = new PrintedWords(pages, measure);
  const marks: PaperMark[] = [];
  /** Behind it stood what is gone whole. */
  let before: number[] = [];
  for (const difference of differences) {
    const { number, stretches } = difference;
    const found = printed.find(later(stretches));
    if (found) before = found.slice(-1);
    if (number === null) continue;
    const isGone = later(stretches) === '';
    const mark = markOf({ ...difference, number }, printed, found ?? []);
    const place = isGone && before[0] !== undefined ? printed.boxAt(before[0]) : null;
    const goneAt = place ? [{ ...place, left: place.left + place.width, width: 0 }] : mark.goneAt;
    const reach = place ? goneAt : mark.reach;
    if (reach.length > 0) marks.push({ ...mark, goneAt, reach });
  }
  return marks;
};
