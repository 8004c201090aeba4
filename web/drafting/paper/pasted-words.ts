// Which words come onto the paper from elsewhere? All of them, in composed characters (NFC), in one run for each style.
import type { Run } from '../../../functions/domain/content/block.ts';
import { plainFor, unprintableIn } from '../../../functions/domain/content/text.ts';

/**
 * Words for one line: composed, no two spaces in a row, nothing invisible. A sign that cannot be printed becomes the one
 * that says the same; where there is none it stays, and the check names it.
 */
export const fitForPaper = (text: string): string => {
  const clean = text.replaceAll(/\s+/gu, ' ').normalize('NFC');
  if (unprintableIn(clean) === null) return clean;
  const plain = Array.from(clean, (each) =>
    unprintableIn(each) === null ? each : (plainFor(each) ?? each),
  );
  // Letters that something invisible parted may join now.
  return plain.join('').replaceAll(/ {2,}/gu, ' ').normalize('NFC');
};

/** Neighbours of one style become one run, for a letter and its mark may come apart; spaces at the ends and double ones go. */
export const joined = (runs: Run[]): Run[] => {
  const merged: Run[] = [];
  for (const run of runs) {
    const last = merged.at(-1);
    if (last && !last.bold === !run.bold && !last.italic === !run.italic) last.text += run.text;
    else merged.push({ ...run });
  }
  const done: Run[] = [];
  for (const { text, ...style } of merged) {
    const clean = fitForPaper(text);
    const before = done.at(-1);
    const wanted = !before || before.text.endsWith(' ') ? clean.trimStart() : clean;
    if (wanted !== '') done.push({ ...style, text: wanted });
  }
  const last = done.at(-1);
  if (last) last.text = last.text.trimEnd();
  return done.filter(({ text }) => text !== '');
};

export const plain = (runs: Run[]): string => runs.map(({ text }) => text).join('');
