// How do runs of a Word file become runs of a report? Without the noise that editors leave between them.
import { LONGEST_TEXT, MOST_RUNS, type Run } from '../../domain/content/block.ts';
import type { WordRun } from './word-item.ts';

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
      const half = /[\uD800-\uDBFF]/.test(text.charAt(at + LONGEST_TEXT - 1)) ? 1 : 0;
      const part = text.slice(at, at + LONGEST_TEXT - half);
      parts.push({ text: part, ...look });
      at += part.length;
    }
    return parts;
  });
};
