// Which words may come onto the paper from elsewhere? Those that can be printed, in one run for each style.
import type { Run } from '../../../functions/domain/block.ts';
import { unprintableIn } from '../../../functions/domain/text.ts';

/** What no font of the decree has is shown as an empty box, for the writer to see. */
const BOX = '\u25A1';
/** Zero-width signs, soft hyphens, control characters and variants of a sign's look say nothing on paper. */
const INVISIBLE = /[\p{Cf}\p{Cc}]|[\uFE00-\uFE0F]/gu;

/** Words for one line: composed, no two spaces in a row, nothing invisible. */
export const printable = (text: string): string => {
  const clean = text.replaceAll(/\s+/gu, ' ').replaceAll(INVISIBLE, '').normalize('NFC');
  return unprintableIn(clean) === null
    ? clean
    : Array.from(clean, (each) => (unprintableIn(each) === null ? each : BOX)).join('');
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
    const clean = printable(text);
    const before = done.at(-1);
    const wanted = !before || before.text.endsWith(' ') ? clean.trimStart() : clean;
    if (wanted !== '') done.push({ ...style, text: wanted });
  }
  const last = done.at(-1);
  if (last) last.text = last.text.trimEnd();
  return done.filter(({ text }) => text !== '');
};

export const plain = (runs: Run[]): string => runs.map(({ text }) => text).join('');
