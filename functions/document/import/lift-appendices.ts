// Which appendices follow the signature? Each begins with a line of its own: `Phụ lục`, `Phụ lục II`.
import type { Line, Piece } from './line.ts';
import type { Notes } from './note.ts';
import { hasPlaceholder, isGap, withGaps } from './placeholder.ts';

export interface FoundAppendix {
  readonly title: string;
  readonly pieces: readonly Piece[];
}

const NUMBER = /^phụ lục(?:\s+(?:số\s+)?(?:[ivxlc]{1,7}|\d{1,3}|[….]+))?\s*(?:[.:-]\s*(.*))?$/iu;
const REFERENCE = /^\((?:kèm theo|ban hành kèm)/iu;
const MOST_TITLE_LINES = 6;
/** The bound of the model. */
const MOST_APPENDICES = 50;
/** A reference to the document is broken into a few lines. */
const MOST_REFERENCE_LINES = 4;

const isLine = (piece: Piece | undefined): piece is Line => piece?.kind === 'line';

const numberIn = (text: string) => NUMBER.exec(withGaps(text));

export const beginsAppendix = (piece: Piece | undefined) =>
  isLine(piece) && numberIn(piece.text) !== null && piece.alignment !== 'both';

/** `(Kèm theo Báo cáo số …`: what says to which document it belongs. */
export const isReference = (text: string): boolean => REFERENCE.test(text);

/** What follows the foot. Words that no `Phụ lục` announces become an appendix without a title. */
export const liftAppendices = (pieces: readonly Piece[], notes: Notes): FoundAppendix[] => {
  const found: FoundAppendix[] = [];
  let at = 0;
  const text = () => {
    const piece = pieces[at];
    return isLine(piece) ? piece.text : '';
  };
  const skipBlank = () => {
    while (isLine(pieces[at]) && text() === '') at += 1;
  };

  /** The last one that the model allows takes what is left. */
  const beginsNext = () => beginsAppendix(pieces[at]) && found.length < MOST_APPENDICES - 1;

  const skipReference = () => {
    skipBlank();
    if (!isReference(text())) return;
    const lines = pieces.slice(at, at + MOST_REFERENCE_LINES);
    const closed = lines.findIndex((piece) => isLine(piece) && piece.text.endsWith(')'));
    const reference = lines.slice(0, closed + 1).filter(isLine);
    // Printed anew, its number and date left blank. One that is never closed stays as text.
    if (reference.length !== closed + 1) return;
    for (const { text: words } of reference) {
      if (/\d/u.test(words)) notes.add('issued', words);
    }
    at += closed + 1;
  };
  for (skipBlank(); at < pieces.length; skipBlank()) {
    const title: string[] = [];
    if (beginsAppendix(pieces[at])) {
      const sameLine = numberIn(text())?.[1] ?? '';
      if (hasPlaceholder(text())) notes.add('blank', text());
      at += 1;
      if (!isGap(sameLine)) title.push(sameLine);
      skipBlank();
      while (isTitleLine(pieces[at]) && title.length < MOST_TITLE_LINES) {
        title.push(text());
        at += 1;
      }
      skipReference();
    } else notes.add('placed', text());
    const start = at;
    while (at < pieces.length && (at === start || !beginsNext())) at += 1;
    found.push({ title: title.join(' ').replace(/\s+/gu, ' '), pieces: pieces.slice(start, at) });
  }
  return found;
};

const isTitleLine = (piece: Piece | undefined) =>
  isLine(piece) &&
  !isGap(piece.text) &&
  piece.alignment === 'center' &&
  piece.outline === null &&
  !isReference(piece.text);
