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

type Span = { block: number; from: number; length: number };

/** Where among all printed letters each block is found; one that is blank, or not printed yet, is in no span. */
export const spansIn = (blocks: readonly Block[], all: string): Span[] => {
  let behind = 0;
  return blocks.flatMap((each, block) => {
    const text = bare(textOf(each));
    const from = text === '' ? -1 : all.indexOf(text.slice(0, TELLING), behind);
    if (from === -1) return [];
    behind = from + text.length;
    return [{ block, from, length: text.length }];
  });
};

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
  const span = spansIn(blocks.slice(0, last + 1), all).at(-1);
  if (!span) return null;
  const reach = span.block === last ? Math.min(letters, span.length) : span.length;
  const found = span.from + Math.max(0, reach - 1);
  return pieces.findLast(({ from }) => from <= found)?.place ?? null;
};
