// How many words has the text? As word processors count: what stands between spaces, which in Vietnamese is a syllable.
import type { Block, Run } from '../../../functions/domain/content/block.ts';

const count = (runs: readonly Run[]): number =>
  runs
    .map(({ text }) => text)
    .join('')
    .match(/\S+/gu)?.length ?? 0;

export const wordsIn = (blocks: readonly Block[]): number =>
  blocks
    .flatMap((block) => (block.kind === 'table' ? block.rows.flat() : [block.runs]))
    .reduce((sum, runs) => sum + count(runs), 0);
