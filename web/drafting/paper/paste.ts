// What happens when something is pasted or dropped? Pieces of the paper stay what they are; everything else is read as blocks.
import { Extension } from '@tiptap/core';
import { closeHistory } from '@tiptap/pm/history';
import { Fragment, Slice } from '@tiptap/pm/model';
import { type EditorState, Plugin, Selection } from '@tiptap/pm/state';
import { isInTable } from '@tiptap/pm/tables';
import type { EditorView } from '@tiptap/pm/view';
import type { Block, Run } from '../../../functions/domain/block.ts';
import { paperOf, textOf } from './paper-blocks.ts';
import { blocksOf } from './pasted-blocks.ts';
import {
  type Line,
  linesOfMarkup,
  linesOfText,
  MOST_COLUMNS,
  MOST_ROWS,
  type Table,
  wordsOf,
} from './pasted-lines.ts';

/** What is read from the clipboard, and its plain text. */
type Pasted = { lines: (Line | Table)[]; text: string };

const bare = ({ text }: Run): Run => ({ text });

/** Their style is the house's own; a word brings none in. */
const TITLE = /^(heading|part|chapter|section|subsection|article|legalBasis)/u;

/** Whoever marks a word with the space beside it wants both; only the plain text still has it. */
const withEnds = (runs: Run[], text: string, { first = true, last = true }): Run[] => {
  const ended = runs.map((run) => ({ ...run }));
  const [start, end] = [ended[0], ended.at(-1)];
  if (start && first && /^[ \u00A0]/u.test(text)) start.text = ` ${start.text}`;
  if (end && last && /[ \u00A0]$/u.test(text)) end.text = `${end.text} `;
  return ended;
};

/** A single paragraph is words for the line that one writes in; more are blocks of their own. */
const sliceOf = ({ schema, selection: { $from } }: EditorState, { lines, text }: Pasted): Slice => {
  const blocks = blocksOf(lines);
  const isOpen = (block: Block | undefined) => (block?.kind === 'paragraph' ? 1 : 0);
  const isInTitle = TITLE.test($from.parent.attrs.shape ?? '');
  const content = blocks.map((block, at): Block => {
    if (block.kind !== 'paragraph') return block;
    const [first, last] = [at === 0 && $from.parentOffset > 0, at === blocks.length - 1];
    const runs = withEnds(block.runs, text, { first, last });
    return { ...block, runs: at === 0 && isInTitle ? runs.map(bare) : runs };
  });
  const laid = Fragment.from(content.map((block) => schema.nodeFromJSON(paperOf(block))));
  return new Slice(laid, isOpen(blocks[0]), isOpen(blocks.at(-1)));
};

/** A table within a table fills its cells from where one stands, and makes it larger while the house's tables may be. */
const hasRoom = ({ selection: { $from } }: EditorState, { columns, rows }: Table): boolean => {
  const row = $from.node(2);
  const width = Math.max(row.childCount, $from.index(2) + columns.length);
  return width <= MOST_COLUMNS && $from.index(1) + rows.length <= MOST_ROWS;
};

/** In a cell there is room for words only. */
const cellSliceOf = (state: EditorState, { lines, text }: Pasted): Slice => {
  const { schema } = state;
  const [first, ...others] = lines;
  if (first && 'kind' in first && others.length === 0 && hasRoom(state, first))
    return new Slice(Fragment.from(schema.nodeFromJSON(paperOf(first))), 0, 0);
  const words = { type: 'cellText', content: textOf(withEnds(wordsOf(lines), text, {})) };
  return new Slice(Fragment.from(schema.nodeFromJSON(words)), 1, 1);
};

/** One press to undo: neither what was typed before nor what is typed after belongs to it. */
const apart = (view: EditorView, act: () => void): void => {
  view.dispatch(closeHistory(view.state.tr));
  act();
  view.dispatch(closeHistory(view.state.tr));
};

const put = (
  view: EditorView,
  pasted: Pasted,
  event: ClipboardEvent = new ClipboardEvent('paste'),
): void =>
  apart(view, () => {
    const { state } = view;
    const slice = isInTable(state) ? cellSliceOf(state, pasted) : sliceOf(state, pasted);
    // The editor's table machinery knows how cells are filled.
    if (view.someProp('handlePaste', (handle) => handle(view, event, slice))) return;
    view.dispatch(state.tr.replaceSelection(slice).scrollIntoView().setMeta('paste', true));
  });

/** Copied from a paper of this house; other editors of its kind leave the same sign, but know no shapes. */
const isOurs = (markup: string) =>
  markup.includes('data-pm-slice') && /\sdata-(?:shape|columns|align)=/u.test(markup);

/** Markup in which no words stand, as around a picture, says no more than the plain text does. */
const read = (data: DataTransfer): Pasted => {
  const text = data.getData('text/plain');
  const lines = linesOfMarkup(data.getData('text/html'));
  return { text, lines: lines.length > 0 ? lines : linesOfText(text) };
};

export const Paste = Extension.create({
  name: 'paste',
  addProseMirrorPlugins: () => [
    new Plugin({
      props: {
        // Before the editor reads it: it would apply the styles, which the page's policy refuses.
        handleDOMEvents: {
          paste: (view, event) => {
            const data = event.clipboardData;
            if (!data || isOurs(data.getData('text/html'))) return false;
            event.preventDefault();
            const pasted = read(data);
            if (pasted.lines.length > 0) put(view, pasted, event);
            return true;
          },
          drop: (view, event) => {
            const data = event.dataTransfer;
            const place = view.posAtCoords({ left: event.clientX, top: event.clientY });
            // What is only moved on the paper is the editor's own matter.
            if (view.dragging || !data || !place || isOurs(data.getData('text/html'))) return false;
            const pasted = read(data);
            if (pasted.lines.length === 0) return false;
            event.preventDefault();
            const { tr: transaction, doc } = view.state;
            view.dispatch(transaction.setSelection(Selection.near(doc.resolve(place.pos))));
            put(view, pasted);
            view.focus();
            return true;
          },
        },
      },
    }),
  ],
});
