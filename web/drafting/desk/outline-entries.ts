// Which headings does the text have, as they will be printed?

import { type NumberedKind, numbering } from '../../../functions/document/numbering.ts';
import { type Block, textOf } from '../../../functions/domain/content/block.ts';

/** `at`: the place of its block, from 0. `level` 1 to 3, however deep it lies. */
export type OutlineEntry = { at: number; number: string; text: string; level: 1 | 2 | 3 };

const HEADINGS = ['level1', 'level2', 'level3'] as const;
const LEVEL_OF_UNIT = { part: 1, chapter: 1, section: 2, subsection: 3 } as const;

/** What counts, whether it is a heading or not, and how deep a heading lies. */
const kindOf = (block: Block): { counted: NumberedKind; level: 1 | 2 | 3 | null } | null => {
  if (block.kind === 'division') return { counted: block.unit, level: LEVEL_OF_UNIT[block.unit] };
  if (block.kind === 'article') return { counted: 'article', level: 3 };
  if (block.kind === 'heading')
    return { counted: HEADINGS[block.level - 1] ?? 'level3', level: block.level };
  if (block.kind === 'clause')
    return { counted: HEADINGS[block.level - 1] ?? 'level3', level: null };
  return null;
};

export const outlineOf = (blocks: readonly Block[]): OutlineEntry[] => {
  const number = numbering();
  return blocks.flatMap((block, at) => {
    const kind = kindOf(block);
    const text = kind ? textOf(block).trim() : '';
    // A blank one is not printed, and has no number.
    if (!kind || text === '') return [];
    const counted = number(kind.counted);
    return kind.level === null ? [] : [{ at, number: counted, text, level: kind.level }];
  });
};
