// How do blocks from elsewhere get onto a paper that is being written? Only what differs is laid anew, in one step to undo.
import type { Editor } from '@tiptap/core';
import type { Block } from '../../../functions/domain/content/block.ts';
import { blocksOf, paperOf, remember } from './paper-blocks.ts';

const isSame = (one: Block | undefined, other: Block | undefined) =>
  one === other || JSON.stringify(one) === JSON.stringify(other);

export const putBlocks = (editor: Editor, blocks: Block[]): void => {
  const { doc, schema } = editor.state;
  const before = blocksOf(doc);
  const shorter = Math.min(before.length, blocks.length);
  let start = 0;
  while (start < shorter && isSame(before[start], blocks[start])) start += 1;
  let end = 0;
  while (end < shorter - start && isSame(before.at(-1 - end), blocks.at(-1 - end))) end += 1;
  const place = doc.resolve(0);
  const from = place.posAtIndex(start, 0);
  const to = place.posAtIndex(doc.childCount - end, 0);
  const laid = blocks.slice(start, blocks.length - end).map(paperOf);
  const whole = laid.length === 0 && start + end === 0 ? [{ type: 'words' }] : laid;
  editor.commands.command(({ tr: transaction }) => {
    transaction.replaceWith(
      from,
      to,
      whole.map((piece) => schema.nodeFromJSON(piece)),
    );
    return true;
  });
  remember(editor.state.doc, blocks);
};
