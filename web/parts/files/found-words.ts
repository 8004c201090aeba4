// Where on the printed pages stand the passages of a text? Found by the words themselves: a PDF does not say which passage is where.
import type { Box, PrintedLine } from './printed-lines.ts';

/** As it is printed, lines and spaces are another's choice, and so are capitals in headings. */
export const bare = (text: string): string =>
  text.normalize('NFC').replaceAll(/\s+/gu, '').toLocaleLowerCase('vi');

/** Cells of a row are compared with a stroke between them, which is not printed. */
export const lettersOf = (text: string): string => bare(text).replaceAll('|', '');

/** So many letters tell a passage from others; more might reach over the end of a page, where something else may stand. */
const TELLING = 40;
/** Where a page ends before these are over, so many tell it from what stands near. */
const BEGINNING = 16;
/** A passage follows the one before it, with its number, an end mark or a heading of the house between them. */
const NEAR = 400;
/** A word or two may stand in any sentence: between those of the head there is the name of the country and its motto. */
const NEXT_TO = 120;
/** So long, it is itself wherever it is found. */
const UNMISTAKABLE = 12;
/** After what is printed within a passage and is no part of it, such as the foot of a page, so many letters go on with it. */
const GOES_ON = 10;

/** How far into `line`, of its width, its first `letters` reach. */
export type Measure = (line: PrintedLine, letters: number) => number;

/** Every letter as wide as the others: for whoever has no letters to measure. */
export const evenly: Measure = ({ text, box }, letters) =>
  (box.width * letters) / Math.max(1, text.length);

type Piece = { from: number; line: PrintedLine };

/** Where each letter of a passage is printed, among all letters; -1 for one that is not. */
export type Found = number[];

export class PrintedWords {
  readonly #all: string;
  readonly #pieces: Piece[] = [];
  readonly #measure: Measure;
  #behind = 0;

  constructor(pages: readonly PrintedLine[][], measure: Measure) {
    let all = '';
    for (const line of pages.flat()) {
      if (bare(line.text) === '') continue;
      this.#pieces.push({ from: all.length, line });
      all += lettersOf(line.text);
    }
    this.#all = all;
    this.#measure = measure;
  }

  /** Passages are asked for in the order of the paper: of two that say the same, the next is found. */
  find(passage: string): Found | null {
    const letters = lettersOf(passage);
    if (letters === '') return null;
    const from = this.#startOf(letters);
    if (from === null) return null;
    const found = this.#follow(letters, from);
    this.#behind = Math.max(this.#behind, 1 + Math.max(...found.slice(-TELLING)));
    return found;
  }

  #startOf(letters: string): number | null {
    const near = letters.length < UNMISTAKABLE ? NEXT_TO : NEAR;
    const beginnings = [letters.slice(0, TELLING), letters.slice(0, BEGINNING)];
    for (const beginning of beginnings) {
      const next = this.#all.indexOf(beginning, this.#behind);
      if (next !== -1 && next - this.#behind <= near) return next;
    }
    if (letters.length < UNMISTAKABLE) return null;
    // What stands elsewhere on the paper than in the text, such as an address at the foot of the first page.
    for (const beginning of beginnings) {
      for (const from of [this.#behind, 0]) {
        const found = this.#all.indexOf(beginning, from);
        if (found !== -1) return found;
      }
    }
    return null;
  }

  #follow(letters: string, from: number): Found {
    let at = from;
    return letters.split('').map((letter, place) => {
      if (this.#all[at] !== letter) {
        const ahead = this.#all.indexOf(letters.slice(place, place + GOES_ON), at);
        if (ahead === -1 || ahead - at > NEAR) return -1;
        at = ahead;
      }
      at += 1;
      return at - 1;
    });
  }

  #pieceAt(letter: number): Piece | undefined {
    return this.#pieces.findLast(({ from }) => from <= letter);
  }

  /** The place of a letter, as wide as the letter. */
  boxAt(letter: number): Box | null {
    const piece = this.#pieceAt(letter);
    return piece ? this.#part(piece, letter, letter) : null;
  }

  /** What these letters take on the paper, a box a line. */
  boxesOf(found: readonly number[]): Box[] {
    const parts = new Map<Piece, [first: number, last: number]>();
    for (const letter of found) {
      const piece = letter === -1 ? undefined : this.#pieceAt(letter);
      if (piece) parts.set(piece, [parts.get(piece)?.[0] ?? letter, letter]);
    }
    return [...parts].map(([piece, [first, last]]) => this.#part(piece, first, last));
  }

  #part({ from, line }: Piece, first: number, last: number): Box {
    // The letters of the line that stand before, its spaces counted.
    const reach = (letters: number): number => {
      let seen = 0;
      for (const [at, letter] of Array.from(line.text.normalize('NFC')).entries()) {
        if (lettersOf(letter) === '') continue;
        if (seen === letters) return at;
        seen += 1;
      }
      return line.text.length;
    };
    const left = this.#measure(line, reach(first - from));
    const right = this.#measure(line, reach(last - from) + 1);
    return { ...line.box, left: line.box.left + left, width: right - left };
  }
}
