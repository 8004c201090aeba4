// Which number does a heading or a clause bear? Counted from the order of the blocks, never typed.

const ROMAN: readonly (readonly [number, string])[] = [
  [1000, 'M'],
  [900, 'CM'],
  [500, 'D'],
  [400, 'CD'],
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
];

/** The letters that count: Vietnamese order, with đ, without f, j, w, z. Decree 30/2020, Annex I, II.6.d. */
const LETTERS = [...'abcdđeghiklmnopqrstuvxy'];

/** Numbers of parts, chapters, appendices and headings of the first level. */
export const roman = (value: number): string => {
  let rest = value;
  let text = '';
  for (const [worth, digits] of ROMAN) {
    while (rest >= worth) {
      text += digits;
      rest -= worth;
    }
  }
  return text;
};

/** After the last letter come `aa`, `ab`, … */
export const letters = (value: number): string => {
  let rest = value;
  let text = '';
  while (rest > 0) {
    text = LETTERS[(rest - 1) % LETTERS.length] + text;
    rest = Math.floor((rest - 1) / LETTERS.length);
  }
  return text;
};

/** What can bear a number, from the widest to the narrowest; each counts below the ones before it. */
export type NumberedKind =
  | 'part'
  | 'chapter'
  | 'section'
  | 'subsection'
  | 'article'
  | 'level1'
  | 'level2'
  | 'level3';

/** What begins to count anew below each; chapters and articles count through the whole document. */
const RESTARTS: Readonly<Record<NumberedKind, readonly NumberedKind[]>> = {
  part: ['section', 'subsection', 'level1', 'level2', 'level3'],
  chapter: ['section', 'subsection', 'level1', 'level2', 'level3'],
  section: ['subsection', 'level1', 'level2', 'level3'],
  subsection: ['level1', 'level2', 'level3'],
  article: ['level1', 'level2', 'level3'],
  level1: ['level2', 'level3'],
  level2: ['level3'],
  level3: [],
};

const PRINTED: Readonly<Record<NumberedKind, (count: number) => string>> = {
  part: (count) => `Phần ${roman(count)}`,
  chapter: (count) => `Chương ${roman(count)}`,
  section: (count) => `Mục ${count}`,
  subsection: (count) => `Tiểu mục ${count}`,
  article: (count) => `Điều ${count}.`,
  level1: (count) => `${roman(count)}.`,
  level2: (count) => `${count}.`,
  level3: (count) => `${letters(count)})`,
};

export interface Numbering {
  /** Gives the next number: `Chương II`, `Điều 3.`, `I.`, `1.`, `a)`. */
  (what: NumberedKind): string;
  /** What it would give, without counting. */
  readonly upcoming: (what: NumberedKind) => string;
}

/** Decree 30/2020, Annex I, II.6.d. Headings and clauses of a level share one count. */
export const numbering = (): Numbering => {
  const counts = new Map<NumberedKind, number>();
  const following = (what: NumberedKind) => (counts.get(what) ?? 0) + 1;
  const upcoming = (what: NumberedKind) => PRINTED[what](following(what));
  const next = (what: NumberedKind) => {
    const count = following(what);
    counts.set(what, count);
    for (const below of RESTARTS[what]) counts.delete(below);
    return PRINTED[what](count);
  };
  return Object.assign(next, { upcoming });
};
