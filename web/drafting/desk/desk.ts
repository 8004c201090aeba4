// What lies on the drafter's desk? The body apart from everything else, so that typing in one leaves the other alone.
import { useCallback, useState } from 'react';
import type { Block } from '../../../functions/domain/content/block.ts';
import type { ReportContent } from '../../../functions/domain/content/report-content.ts';

/** Everything but the body. */
export type Fields = Omit<ReportContent, 'blocks'>;

/** What is changed, or how it follows from what is there. */
type Change = Partial<Fields> | ((fields: Fields) => Partial<Fields>);
export type ChangeFields = (change: Change) => void;

type Desk = { content: ReportContent; fields: Fields; blocks: Block[] };

const laidOut = (content: ReportContent): Desk => {
  const { blocks, ...fields } = content;
  return { content, fields, blocks };
};

/** Each part stays the same object until it is written in; what is laid on the desk is `content` itself. */
export const useDesk = (start: ReportContent) => {
  const [desk, setDesk] = useState(() => laidOut(start));
  const change = useCallback(
    (part: Change) =>
      setDesk(({ fields: before, blocks }) => {
        const fields = { ...before, ...(typeof part === 'function' ? part(before) : part) };
        return { content: { ...fields, blocks }, fields, blocks };
      }),
    [],
  );
  const write = useCallback(
    (blocks: Block[]) =>
      setDesk(({ fields }) => ({ content: { ...fields, blocks }, fields, blocks })),
    [],
  );
  const lay = useCallback(
    (next: ReportContent | ((before: ReportContent) => ReportContent)) =>
      setDesk(({ content }) => laidOut(typeof next === 'function' ? next(content) : next)),
    [],
  );
  return { ...desk, change, write, lay };
};
