// Where on the desk does each printed page begin, and on which does one sign? The words of the pages are found again in the blocks.
import type { Block } from '../../../functions/domain/content/block.ts';
import { bare } from '../../parts/files/found-words.ts';
import type { Printed } from '../../parts/files/printed-lines.ts';
import { type Caret, spansIn } from './printed-place.ts';

/** `page` from 1; its first words stand in the body. */
export type PageStart = Caret & { page: number };

export type PageEnds = {
  /** Pages of the whole document, its appendices included. */
  pages: number;
  starts: PageStart[];
  /** The page of recipients and signature, from 1; null when nobody is named who signs. */
  foot: number | null;
  /** Nothing of the body stands on that page. */
  isFootAlone: boolean;
};

export const pageEndsIn = (
  blocks: readonly Block[],
  signer: string,
  printed: readonly Printed[][],
): PageEnds => {
  const firsts: number[] = [];
  let all = '';
  for (const page of printed) {
    firsts.push(all.length);
    for (const { text } of page) all += bare(text);
  }
  const pageOf = (letter: number) => firsts.findLastIndex((first) => first <= letter) + 1;
  const spans = spansIn(blocks, all);
  const last = spans.at(-1);
  const end = last ? last.from + last.length : 0;
  const starts = firsts.flatMap((first, at): PageStart[] => {
    if (at === 0 || first >= end) return [];
    // A number or a sign before the first words is no letter of theirs.
    const span = spans.find(({ from, length }) => first < from + length);
    if (!span) return [];
    return [{ page: at + 1, block: span.block, letters: Math.max(0, first - span.from) }];
  });
  const signed = signer === '' ? -1 : all.indexOf(bare(signer), end);
  const foot = signed === -1 ? null : pageOf(signed);
  const isFootAlone = foot !== null && last !== undefined && pageOf(end - 1) < foot;
  return { pages: printed.length, starts, foot, isFootAlone };
};
