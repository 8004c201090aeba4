// Where on the printed pages does one write? Found by the words themselves: a PDF does not say where a block of the desk is.
import { type Block, textOf } from '../../../functions/domain/content/block.ts';
import { bare } from '../../parts/files/found-words.ts';
import type { PagePosition } from '../../parts/files/kept-in-sight.ts';
import type { Printed } from '../../parts/files/printed-lines.ts';

/** The place of a block, from 0, and how many letters of it stand before the caret, spaces not counted. */
export type Caret = { block: number; letters: number };

/** So many letters tell a block from others; more might reach over the end of a page, where a number may stand. */
const TELLING = 40;

export const lettersIn = (text: string): number => bare(text).length;

/** Null when nothing up to the caret is printed. What cannot be found, such as a blank block, is where the one before it ends. */
export const placeOf = (
  blocks: Block[],
  { block: last, letters }: Caret,
  pages: Printed[][],
): PagePosition | null => {
  const pieces: { from: number; place: PagePosition }[] = [];
  let all = '';
  for (const [page, printed] of pages.entries()) {
    for (const { text, top } of printed) {
      pieces.push({ from: all.length, place: { page, top } });
      all += bare(text);
    }
  }
  let behind = 0;
  let found: number | null = null;
  for (const [at, block] of blocks.slice(0, last + 1).entries()) {
    const text = bare(textOf(block));
    if (text === '') continue;
    const from = all.indexOf(text.slice(0, TELLING), behind);
    if (from === -1) continue;
    const reach = at === last ? Math.min(letters, text.length) : text.length;
    found = from + Math.max(0, reach - 1);
    behind = from + text.length;
  }
  return found === null ? null : (pieces.findLast(({ from }) => from <= found)?.place ?? null);
};
