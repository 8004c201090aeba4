// What lies on the drafter's desk, and what can he do to it? A pure step from one state to the next.
import type { Block, ReportContent } from '../../functions/domain/report-content.ts';

/** `keys` name the blocks while they are moved about, one for each. */
export type Desk = { content: ReportContent; keys: string[] };

export type Edit =
  | { do: 'load'; content: ReportContent }
  | { do: 'change'; part: Partial<Omit<ReportContent, 'blocks'>> }
  | { do: 'rewrite'; at: number; block: Block }
  | { do: 'insert'; at: number }
  | { do: 'remove'; at: number }
  | { do: 'move'; at: number; by: 1 | -1 };

const newKey = () => crypto.randomUUID();

export const laidOut = (content: ReportContent): Desk => ({
  content,
  keys: content.blocks.map(newKey),
});

const moved = <Item>(items: Item[], at: number, to: number): Item[] => {
  const rest = items.toSpliced(at, 1);
  return rest.toSpliced(to, 0, ...items.slice(at, at + 1));
};

/** A new block goes on as the one before it, except that nobody wants two headings in a row. */
const following = (before: Block | undefined): Block => {
  if (before?.kind === 'bullet' || before?.kind === 'clause')
    return { ...before, runs: [{ text: '' }] };
  return { kind: 'paragraph', runs: [{ text: '' }] };
};

export const edit = (desk: Desk, step: Edit): Desk => {
  const { content, keys } = desk;
  const withBlocks = (blocks: Block[], nextKeys = keys): Desk => ({
    content: { ...content, blocks },
    keys: nextKeys,
  });
  switch (step.do) {
    case 'load':
      return laidOut(step.content);
    case 'change':
      return { content: { ...content, ...step.part }, keys };
    case 'rewrite':
      return withBlocks(content.blocks.with(step.at, step.block));
    case 'insert':
      return withBlocks(
        content.blocks.toSpliced(step.at, 0, following(content.blocks[step.at - 1])),
        keys.toSpliced(step.at, 0, newKey()),
      );
    case 'remove':
      return withBlocks(content.blocks.toSpliced(step.at, 1), keys.toSpliced(step.at, 1));
    case 'move': {
      const to = step.at + step.by;
      if (to < 0 || to >= content.blocks.length) return desk;
      return withBlocks(moved(content.blocks, step.at, to), moved(keys, step.at, to));
    }
  }
};
