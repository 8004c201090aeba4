// How do runs of a Word file become runs of a report? Without the noise that editors leave between them.
import type { Run } from '../../domain/block.ts';
import type { WordRun } from './word-item.ts';

/** Longer ones are split; the model's bound for one run. */
const LONGEST_RUN = 20_000;
/** More changes of style than that are noise of the editor; the model's bound for one block. */
const MOST_RUNS = 500;

type Style = { bold?: boolean; italic?: boolean };

/** The runs of the model; `plain` leaves out styles that the block itself gives. */
export const runsOf = (runs: readonly WordRun[], plain: Style = {}): Run[] => {
  const styled: Run[] = [];
  for (const { text, bold, italic } of runs) {
    const words = text.replace(/\t/gu, ' ');
    const look = {
      ...(bold && !plain.bold && { bold }),
      ...(italic && !plain.italic && { italic }),
    };
    const last = styled.at(-1);
    if (last && last.bold === look.bold && last.italic === look.italic) last.text += words;
    else if (words !== '') styled.push({ text: words, ...look });
  }
  const few =
    styled.length <= MOST_RUNS ? styled : [{ text: styled.map(({ text }) => text).join('') }];
  return few.flatMap(({ text, ...look }) => {
    const parts: Run[] = [];
    for (let at = 0; at < text.length; ) {
      // A character of two units is not parted.
      const half = /[\uD800-\uDBFF]/.test(text.charAt(at + LONGEST_RUN - 1)) ? 1 : 0;
      const part = text.slice(at, at + LONGEST_RUN - half);
      parts.push({ text: part, ...look });
      at += part.length;
    }
    return parts;
  });
};
