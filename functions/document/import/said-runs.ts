// How do the pieces into which an editor splits a text become runs? One run for each formatting, each combining mark with its letter.
import { awaitsSign, type Fonts, signsBefore } from '../letters/symbols.ts';
import type { WordRun } from './word-item.ts';

/** UTF-16 units: three lines of the paper. Asked for at every picture. */
const LONGEST_BEGINNING = 300;

const NOTHING_SAID = { isLetter: false, awaitsSign: false } as const;

type Look = Omit<WordRun, 'text'>;

const isSameLook = (one: Look, other: Look) =>
  one.bold === other.bold &&
  one.italic === other.italic &&
  one.coloured === other.coloured &&
  one.underlined === other.underlined;

export class SaidRuns {
  readonly runs: WordRun[] = [];
  /** Pieces of words that were said. */
  #count = 0;
  /** What was said last, for the sign of a letter that stands in the next piece. */
  #last: { readonly isLetter: boolean; readonly awaitsSign: boolean } = NOTHING_SAID;

  get count() {
    return this.#count;
  }

  say(text: string, { bold, italic, coloured, underlined }: Required<Omit<WordRun, 'text'>>) {
    this.#count += 1;
    this.#last = NOTHING_SAID;
    const last = this.runs.at(-1);
    const look = { bold, italic, ...(coloured && { coloured }), ...(underlined && { underlined }) };
    if (last && isSameLook(last, look)) {
      this.runs[this.runs.length - 1] = { ...last, text: last.text + text };
    } else this.runs.push({ text, ...look });
  }

  /** Words as they stand, in no look of their own. */
  plain(text: string) {
    if (text === '') return;
    this.runs.push({ text, bold: false, italic: false });
    this.#count += 1;
    this.#last = NOTHING_SAID;
  }

  /** What was said last was typed so, in these fonts. */
  typed(text: string, fonts: Fonts) {
    this.#last = {
      isLetter: /^[\p{L}\p{M}]$/u.test(text.slice(-1)),
      awaitsSign: awaitsSign(fonts, text),
    };
  }

  /**
   * Editors part a letter from its sign: it belongs to the letter, whatever the look of the piece it stands in. Puts the
   * signs there that a piece begins with, and gives what is left of it.
   */
  behindSigns(text: string, fonts: Fonts): { rest: string; decoded: boolean } {
    const last = this.runs.at(-1);
    if (!last || !this.#last.isLetter) return { rest: text, decoded: false };
    const decoded = this.#last.awaitsSign;
    const { signs, rest } = signsBefore(fonts, text, decoded);
    if (signs === '') return { rest: text, decoded: false };
    this.runs[this.runs.length - 1] = { ...last, text: last.text + signs };
    this.#last = { isLetter: true, awaitsSign: false };
    return { rest, decoded };
  }

  /** The words that the paragraph begins with say where a picture stands. */
  beginning(): string {
    let words = '';
    for (const { text } of this.runs) {
      words += text.slice(0, LONGEST_BEGINNING);
      if (words.length >= LONGEST_BEGINNING) break;
    }
    return words.slice(0, LONGEST_BEGINNING);
  }
}
