// Which words stand on which line? Those that Word puts there; Typst, left alone, follows other rules (UAX 14).
import { isMark, markSize, widthOf } from './fonts.ts';
import type { PrintedRun } from './printed-body.ts';
import type { Room } from './rooms.ts';

// Measured on every pair of printable characters, as LibreOffice sets them in Vietnamese; Word agrees on the common ones.
/** A line may end behind these, also at the beginning of a word… */
const BEHIND = new Set('!-?|\\–—…‐');
/** …unless one of these follows, or another of those. */
const NEVER_FIRST = new Set('"\'),./:;]}\u00A0«»‘’“”‑');
/** Not even a space parts these from what stands before them… */
const CLINGING = new Set('),.:;]}');
/** …or these from what follows. */
const OPENING = new Set('([{¡¿');
/** A line may end before a sign of shares that follows a letter. */
const SHARES = new Set('%‰′');
/** Behind a slash a line ends only where no space is so near (characters): a path that would fill a line. */
const LONG_PATH = 66;
/** Points that stay free on every line: Word counts in twentieths, and fills none to the last. */
const SHORTFALL = 0.05;
/** A line that ends in italics keeps this share of their size free for what leans over. */
const OVERHANG = 0.09;

/** Points by which programs differ on how much a line holds: what they round, character by character and column by column. */
const UNSURE = 0.15;
/** From the least to half a point, which nobody sees. */
const WIDENINGS = Array.from(
  { length: 21 },
  (_, step) => (step % 2 ? -1 : 1) * Math.ceil(step / 2) * SHORTFALL,
);

const isApart = (character: string) => character === '\u00A0' || character === '‑';
const isLetter = (character: string) => /\p{L}/u.test(character);
/** At a space between such characters every program breaks (UAX 14). */
const isWordy = (character: string) => /[\p{L}\p{N}]/u.test(character);
const PARTED_BEHIND = /[\p{L}\p{N}.,;:)%]/u;
const isDigit = (character: string) => /\d/.test(character);

/**
 * Text of one font. `mark`: it is set in the font of marks, of this size, on a line as high as one of the size `among`;
 * both in points.
 */
interface SetRun extends PrintedRun {
  readonly mark?: { readonly size: number; readonly among: number };
}

/**
 * One line, and what ends it: a space where any program would break (the last of the runs' characters), one where only
 * Word would (not among the runs), the cut of a word, or the end of the text.
 */
interface SetLine {
  readonly runs: readonly SetRun[];
  readonly end: 'space' | 'clingingSpace' | 'cut' | 'text';
}

/** Text of one paragraph, and where its lines may end. */
class Characters {
  readonly #characters: string[] = [];
  readonly #styles: PrintedRun[] = [];
  readonly #widths: number[] = [];
  readonly #size: number;

  /** @param size points */
  constructor(runs: readonly PrintedRun[], size: number) {
    this.#size = size;
    for (const style of runs) {
      const sized = { size, bold: style.bold, italic: style.italic };
      for (const character of style.text) {
        this.#characters.push(character);
        this.#styles.push(style);
        this.#widths.push(widthOf(character, sized));
      }
    }
  }

  get length() {
    return this.#characters.length;
  }

  at(index: number): string {
    return this.#characters[index] ?? '';
  }

  isSpace(index: number): boolean {
    return this.#characters[index] === ' ';
  }

  /** Points. */
  width(index: number): number {
    return this.#widths[index] ?? 0;
  }

  isItalic(index: number): boolean {
    return this.#styles[index]?.italic ?? false;
  }

  /** What stands from one place to another, before the next line begins. */
  line(from: number, to: number, next: number): SetLine {
    let end = to;
    while (end > from && this.isSpace(end - 1)) end -= 1;
    const how = this.#endBefore(next);
    if (how === 'space') end += 1;
    const runs: SetRun[] = [];
    for (let start = from; start < end; ) {
      const style = this.#styles[start];
      const marked = isMark(this.at(start));
      let stop = start + 1;
      while (stop < end && this.#styles[stop] === style && isMark(this.at(stop)) === marked)
        stop += 1;
      const text = this.#characters.slice(start, stop).join('');
      const mark = marked && { mark: { size: markSize(this.#size), among: this.#size } };
      if (style) runs.push({ ...style, text, ...mark });
      start = stop;
    }
    return { runs, end: how };
  }

  #endBefore(next: number): SetLine['end'] {
    if (next === this.length) return 'text';
    if (!this.isSpace(next - 1)) return 'cut';
    let last = next - 1;
    while (last > 0 && this.isSpace(last)) last -= 1;
    return PARTED_BEHIND.test(this.at(last)) && isWordy(this.at(next)) ? 'space' : 'clingingSpace';
  }

  /** May a line begin with this character, which is no space? */
  mayBegin(index: number): boolean {
    const here = this.at(index);
    const before = this.at(index - 1);
    if (before === ' ') {
      if (CLINGING.has(here)) return false;
      let word = index - 1;
      while (word > 0 && this.isSpace(word)) word -= 1;
      return !OPENING.has(this.at(word)) || BEHIND.has(here);
    }
    // A no-break space behind a space stays with it.
    if (before === '\u00A0') return this.isSpace(index - 2) && !CLINGING.has(here);
    if (BEHIND.has(before)) return !BEHIND.has(here) && !NEVER_FIRST.has(here);
    if (before === '/') return isLetter(here) || (isDigit(here) && !isDigit(this.at(index - 2)));
    if (OPENING.has(here)) return CLINGING.has(before);
    return SHARES.has(here) && isLetter(before);
  }

  /**
   * Where the line that begins at `start` ends, if `index` is the first character that it has no room for. A space that
   * has none ends the line, whatever follows it. What cannot be ended in the stretch that was too long is ended before
   * the last character of the stretch before it; a word that fills the line is cut, at least behind one character.
   */
  endBefore(index: number, start: number): number {
    if (this.isSpace(index)) return index;
    const stretch = this.#stretchOf(index, start);
    const best = this.#bestBefore(index);
    if (best > start && best >= stretch) return best;
    if (best < start || stretch === start || !this.#givesWay(stretch, start))
      return Math.max(index, start + 1);
    return this.endBefore(stretch - 1, start);
  }

  /** What clings by a no-break space lets go where the line has no other space, or one follows it. */
  #givesWay(stretch: number, start: number): boolean {
    if (!isApart(this.at(stretch - 1))) return true;
    if (this.isSpace(stretch)) return false;
    let place = stretch - 2;
    while (place > start && !this.isSpace(place)) place -= 1;
    return place > start;
  }

  /** The nearest place to end a line before this character: a slash gives way to a space near before it. */
  #bestBefore(index: number): number {
    let best = this.at(index - 1) === '/' ? index - 1 : index;
    while (best > 0 && (this.isSpace(best) || !this.mayBegin(best))) best -= 1;
    if (this.at(best - 1) !== '/') return best;
    for (let place = best - 1; place > 0 && best - place < LONG_PATH; place -= 1) {
      if (this.isSpace(place - 1)) return place;
    }
    return best;
  }

  /** Where the stretch that Word sets as one, of one style and without no-break spaces, begins on this line. */
  #stretchOf(index: number, start: number): number {
    let first = index;
    while (first > start && this.#isSameStretch(first - 1, first)) first -= 1;
    return first;
  }

  #isSameStretch(one: number, next: number): boolean {
    const [style, other] = [this.#styles[one], this.#styles[next]];
    const isSameStyle =
      style?.bold === other?.bold &&
      style?.italic === other?.italic &&
      isMark(this.at(one)) === isMark(this.at(next));
    return isSameStyle && !isApart(this.at(one)) && !isApart(this.at(next));
  }
}

/** The end of each line, and the beginning of the next. A word wider than its line is cut where the line is full. */
const endsOf = (text: Characters, size: number, room: Room): { end: number; next: number }[] => {
  const ends: { end: number; next: number }[] = [];
  let start = 0;
  while (start < text.length) {
    const full = (ends.length === 0 ? room.first : room.others) - SHORTFALL;
    let used = 0;
    let index = start;
    for (; index < text.length; index += 1) {
      used += text.width(index);
      const limit = text.isItalic(index) ? full - size * OVERHANG : full;
      if (used > limit) break;
    }
    const end = index === text.length ? index : text.endBefore(index, start);
    let next = end;
    while (text.isSpace(next)) next += 1;
    ends.push({ end, next });
    start = next;
  }
  return ends;
};

/**
 * The lines of a paragraph.
 *
 * @param size points
 */
export const breakLines = (runs: readonly PrintedRun[], size: number, room: Room): SetLine[] => {
  const text = new Characters(runs, size);
  let start = 0;
  return endsOf(text, size, room).map(({ end, next }) => {
    const line = text.line(start, end, next);
    start = next;
    return line;
  });
};

/**
 * The points by which a paragraph in Word must be wider, so that it has the very lines of `breakLines`: nearly always
 * none. Where a line is full to a hair's breadth, how a program rounds decides what stands on it.
 *
 * @param size points
 */
export const widening = (runs: readonly PrintedRun[], size: number, room: Room): number => {
  const text = new Characters(runs, size);
  const endsWith = (more: number) =>
    endsOf(text, size, { first: room.first + more, others: room.others + more })
      .map(({ next }) => next)
      .join();
  const ends = endsWith(0);
  return (
    WIDENINGS.find(
      (more) => endsWith(more - UNSURE) === ends && endsWith(more + UNSURE) === ends,
    ) ?? 0
  );
};
