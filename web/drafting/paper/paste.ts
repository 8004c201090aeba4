// What happens when something is pasted or dropped? Pieces of the paper stay what they are; everything else is read as blocks.
import { Extension } from '@tiptap/core';
import { Fragment, type Schema, Slice } from '@tiptap/pm/model';
import { Plugin } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import type { Block } from '../../../functions/domain/block.ts';
import { paperOf } from './paper-blocks.ts';
import { blocksOfMarkup, blocksOfText } from './pasted-blocks.ts';

/** A single paragraph is words for the line that one writes in; more are blocks of their own. */
const sliceOf = (schema: Schema, blocks: Block[]): Slice => {
  const content = Fragment.from(blocks.map((block) => schema.nodeFromJSON(paperOf(block))));
  const isOpen = (block: Block | undefined) => (block?.kind === 'paragraph' ? 1 : 0);
  return new Slice(content, isOpen(blocks[0]), isOpen(blocks.at(-1)));
};

/** In a cell there is room for words only. */
const wordsOf = (blocks: Block[]): string =>
  blocks
    .flatMap((block) => (block.kind === 'table' ? block.rows.flat() : [block.runs]))
    .map((runs) => runs.map(({ text }) => text).join(''))
    .join(' ');

const put = (view: EditorView, blocks: Block[]): void => {
  const { tr: transaction, schema, selection } = view.state;
  if (selection.$from.parent.type.name === 'cellText') transaction.insertText(wordsOf(blocks));
  else transaction.replaceSelection(sliceOf(schema, blocks));
  view.dispatch(transaction.scrollIntoView().setMeta('paste', true));
};

export const Paste = Extension.create({
  name: 'paste',
  addProseMirrorPlugins: () => [
    new Plugin({
      props: {
        // Before the editor reads it: it would apply the styles, which the page's policy refuses.
        handleDOMEvents: {
          paste: (view, event) => {
            const markup = event.clipboardData?.getData('text/html') ?? '';
            if (!event.clipboardData || markup.includes('data-pm-slice')) return false;
            const blocks =
              markup === ''
                ? blocksOfText(event.clipboardData.getData('text/plain'))
                : blocksOfMarkup(markup);
            if (blocks.length > 0) put(view, blocks);
            event.preventDefault();
            return true;
          },
        },
      },
    }),
  ],
});
