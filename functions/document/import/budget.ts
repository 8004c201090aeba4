// How much of a Word file is read at most? Counted while it is unpacked, over all its parts together.
import { Refusal } from '../../domain/refusal.ts';

/**
 * The longest report that can be set has 300 pages (MOST_TEXT of its content), and no honest file of one needs more. A
 * file at each of these bounds is read in some 3 s of a processor and three quarters of a gigabyte; the function that
 * reads it has 25 s and 1.7 GB. `npm run bench -- importing` says so again.
 */
export const MOST = {
  /** Of the zip; a picture on each page, and some ten parts of Word's own. */
  parts: 2_000,
  /** Gone through to read the parts that hold words, packed and unpacked: 50 kB a page, and as much again. */
  bytes: 32 * 1024 * 1024,
  /** Elements, and the attributes that are kept: Word writes 1,500 elements a page, and about as many attributes. */
  nodes: 900_000,
  /** UTF-16 units of words: as many again as the report may have, for what is struck, hidden or commented upon. */
  words: 2_000_000,
} as const;

export type Unit = keyof typeof MOST;

const refuse = (message: string) => new Refusal('file_holds_too_much', { message });

/** One for each file. Whoever reads spends first, so that nothing is kept that is over. */
export class Budget {
  readonly #spent: Record<Unit, number> = { parts: 0, bytes: 0, nodes: 0, words: 0 };

  /** Throws file_holds_too_much. */
  spend(unit: Unit, count: number) {
    this.#spent[unit] += count;
    if (this.#spent[unit] > MOST[unit]) throw refuse(`more than ${MOST[unit]} ${unit}`);
  }

  get spent(): Readonly<Record<Unit, number>> {
    return this.#spent;
  }
}
