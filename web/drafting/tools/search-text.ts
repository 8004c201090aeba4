// Where in a text does what is looked for stand? Letter by letter, each with its marks; case and accents as one wishes.

/** Which differences count. Composed letters and decomposed ones are the same in any case, and so are spaces of any kind. */
export type Manner = { matchesCase: boolean; matchesAccents: boolean };

/** In units of the text; `to` lies behind the last. */
export type Span = { from: number; to: number };

/** A letter with all its marks: one may come in several units, as a decomposed `ế` does. */
const LETTERS = /\P{M}\p{M}*|\p{M}+/gsu;

const compared = (letter: string, { matchesCase, matchesAccents }: Manner): string => {
  if (/\s/u.test(letter)) return ' ';
  const marked = matchesAccents
    ? letter.normalize('NFC')
    : // As the search of documents folds them.
      letter
        .normalize('NFD')
        .replace(/\p{M}+/gu, '')
        .replace(/[đð]/gu, 'd')
        .replace(/[ĐÐ]/gu, 'D');
  return matchesCase ? marked : marked.toLowerCase();
};

/** One after the other, from the first; what overlaps with one that was found is none. */
export const spansOf = (text: string, wanted: string, manner: Manner): Span[] => {
  const letters = [...text.matchAll(LETTERS)];
  const sought = Array.from(wanted.matchAll(LETTERS), ([each]) => compared(each, manner)).join('');
  if (sought === '') return [];
  /** At which unit of the text the letter begins whose compared form begins at this unit. */
  const starts = new Map<number, number>();
  let all = '';
  for (const { 0: letter, index } of letters) {
    const form = compared(letter, manner);
    // A mark alone may come to nothing: the letter behind it begins there.
    starts.set(all.length, index);
    all += form;
  }
  starts.set(all.length, text.length);
  const spans: Span[] = [];
  for (let at = all.indexOf(sought); at !== -1; ) {
    const from = starts.get(at);
    const to = starts.get(at + sought.length);
    const isWhole = from !== undefined && to !== undefined;
    if (isWhole) spans.push({ from, to });
    at = all.indexOf(sought, isWhole ? at + sought.length : at + 1);
  }
  return spans;
};
