// Which number does a heading or a clause bear? Counted from the order of the blocks, never typed.

const ROMAN: readonly (readonly [number, string])[] = [
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

const roman = (value: number): string => {
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
const letters = (value: number): string => {
  let rest = value;
  let text = '';
  while (rest > 0) {
    text = LETTERS[(rest - 1) % LETTERS.length] + text;
    rest = Math.floor((rest - 1) / LETTERS.length);
  }
  return text;
};

/**
 * Gives the next number of a level: 1 is `I.`, 2 is `1.`, 3 is `a)`.
 * Headings and clauses of a level share one count, which starts again under each higher one.
 */
export const numbering = (): ((level: 1 | 2 | 3) => string) => {
  const counts = { 1: 0, 2: 0, 3: 0 };
  return (level) => {
    counts[level] += 1;
    if (level === 1) counts[2] = 0;
    if (level <= 2) counts[3] = 0;
    if (level === 1) return `${roman(counts[1])}.`;
    return level === 2 ? `${counts[2]}.` : `${letters(counts[3])})`;
  };
};
