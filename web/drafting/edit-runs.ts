// How is styled text edited in a plain field? What is left alone keeps its style; what is typed takes its neighbour's.
import { plainText, type Run } from '../../functions/domain/report-content.ts';

type Style = 'bold' | 'italic';
type Unit = { text: string; bold: boolean; italic: boolean };

const PLAIN = { bold: false, italic: false };

const unitsOf = (runs: Run[]): Unit[] =>
  runs.flatMap(({ text, bold = false, italic = false }) =>
    text.split('').map((unit) => ({ text: unit, bold, italic })),
  );

/** Neighbours of one style become one run; a style that is off is left out. */
const runsFrom = (units: Unit[]): Run[] => {
  const joined: Unit[] = [];
  for (const unit of units) {
    const last = joined.at(-1);
    if (last && last.bold === unit.bold && last.italic === unit.italic) last.text += unit.text;
    else joined.push({ ...unit });
  }
  if (joined.length === 0) return [{ text: '' }];
  return joined.map(({ text, bold, italic }) => ({
    text,
    ...(bold && { bold }),
    ...(italic && { italic }),
  }));
};

/** The runs after their plain text became `text`, by whatever typing, pasting or deleting in one place. */
export const retext = (runs: Run[], text: string): Run[] => {
  const before = unitsOf(runs);
  const old = plainText(runs);
  const shorter = Math.min(old.length, text.length);
  let start = 0;
  while (start < shorter && old[start] === text[start]) start += 1;
  let end = 0;
  while (end < shorter - start && old.at(-1 - end) === text.at(-1 - end)) end += 1;
  const { bold, italic } = before[start - 1] ?? before[0] ?? PLAIN;
  const typed = text.slice(start, text.length - end).split('');
  return runsFrom([
    ...before.slice(0, start),
    ...typed.map((unit) => ({ text: unit, bold, italic })),
    ...before.slice(before.length - end),
  ]);
};

/** Gives the stretch from `from` up to `to` the style, or takes it away when all of it has it. */
export const restyle = (runs: Run[], from: number, to: number, style: Style): Run[] => {
  const units = unitsOf(runs);
  const isOn = !units.slice(from, to).every((unit) => unit[style]);
  return runsFrom(
    units.map((unit, at) => (at >= from && at < to ? { ...unit, [style]: isOn } : unit)),
  );
};

export const isStyled = (runs: Run[]): boolean => runs.some(({ bold, italic }) => bold || italic);
