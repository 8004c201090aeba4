// What happens when something is pasted or dropped? Pieces of the paper stay what they are; everything else is read as blocks.
import { Extension } from '@tiptap/core';
import { isHistoryTransaction } from '@tiptap/pm/history';
import { Fragment, type Node, Slice } from '@tiptap/pm/model';
import { type EditorState, Plugin, PluginKey, Selection } from '@tiptap/pm/state';
import { isInTable, selectedRect } from '@tiptap/pm/tables';
import type { EditorView } from '@tiptap/pm/view';
import type { Block, Run, Table } from '../../../functions/domain/content/block.ts';
import {
  gridOf,
  MOST_COLUMNS,
  MOST_ROWS,
  saidOf,
} from '../../../functions/domain/content/table-grid.ts';
import { oneUndo } from './one-undo.ts';
import { paperOf, textOf } from './paper-blocks.ts';
import type { TableLook } from './paper-schema.ts';
import { blocksOf } from './pasted-blocks.ts';
import { lettersOfText, showLetters } from './pasted-letters.ts';
import {
  bodyOfMarkup,
  linesOf,
  linesOfText,
  type PastedLine,
  type PasteNote,
  wordsOf,
} from './pasted-lines.ts';

/** What is read from the clipboard, and its plain text. */
type Pasted = {
  lines: (PastedLine | Table)[];
  text: string;
  notes: Set<PasteNote>;
};

/** What is told of the last paste, and the paper as it was before. */
type Told = { notes: readonly PasteNote[]; before: Node | null };

const NOTHING_TOLD: Told = { notes: [], before: null };

const PASTED = new PluginKey<Told>('pasted');

/** What of the last paste is not on the paper, or stands there otherwise: until it has been read or is undone. */
export const pasteNotes = (state: EditorState): readonly PasteNote[] =>
  PASTED.getState(state)?.notes ?? NOTHING_TOLD.notes;

/** They have been read. */
export const closePasteNotes = ({ state, dispatch }: EditorView): void =>
  dispatch(state.tr.setMeta(PASTED, NOTHING_TOLD));

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

/**
 * A table within a table fills its cells from where one stands, and makes it larger while the house's tables may be. Its
 * cells keep their alignment where that is not the one of the columns they come into.
 */
const tableInTable = (state: EditorState, table: Table): Table | null => {
  const { top, left, table: node, map } = selectedRect(state);
  const width = Math.max(map.width, left + table.columns.length);
  if (width > MOST_COLUMNS || top + table.rows.length > MOST_ROWS) return null;
  const { columns: there } = node.attrs as TableLook;
  const columns = table.columns.map((column, at) => there[left + at] ?? column);
  const cells = gridOf(table)
    .flat()
    .map(({ row, column, rowSpan, colSpan, align }) => {
      const isOwn = row >= table.headerRows && align !== columns[column]?.align;
      return { row, column, rowSpan, colSpan, align: isOwn ? align : undefined };
    });
  const { kind, headerRows, rows } = table;
  return { kind, columns, headerRows, rows, ...saidOf(cells) };
};

/** In a cell there is room for words only. */
const cellSliceOf = (state: EditorState, { lines, text, notes }: Pasted): Slice => {
  const { schema } = state;
  const [first, ...others] = lines;
  if (first && 'kind' in first && others.length === 0) {
    const table = tableInTable(state, first);
    if (table) return new Slice(Fragment.from(schema.nodeFromJSON(paperOf(table))), 0, 0);
    notes.add('crowded');
  } else if (lines.some((line) => 'kind' in line)) notes.add('nested');
  const words = { type: 'cellText', content: textOf(withEnds(wordsOf(lines), text, {})) };
  return new Slice(Fragment.from(schema.nodeFromJSON(words)), 1, 1);
};

const put = (
  view: EditorView,
  pasted: Pasted,
  event: ClipboardEvent = new ClipboardEvent('paste'),
): void =>
  oneUndo(view, () => {
    const { state } = view;
    const slice = isInTable(state) ? cellSliceOf(state, pasted) : sliceOf(state, pasted);
    const told: Told = { notes: [...pasted.notes], before: state.doc };
    view.dispatch(state.tr.setMeta(PASTED, told));
    // The editor's table machinery knows how cells are filled.
    if (view.someProp('handlePaste', (handle) => handle(view, event, slice))) return;
    view.dispatch(view.state.tr.replaceSelection(slice).scrollIntoView().setMeta('paste', true));
  });

/** Copied from a paper of this house; other editors of its kind leave the same sign, but know no shapes. */
const isOurs = (markup: string) =>
  markup.includes('data-pm-slice') && /\sdata-(?:shape|columns|align)=/u.test(markup);

/** Markup in which no words stand, as around a picture, says no more than the plain text does. */
const read = (data: DataTransfer): Pasted => {
  const text = data.getData('text/plain');
  const notes = new Set<PasteNote>();
  const body = bodyOfMarkup(data.getData('text/html'));
  if (showLetters(body, text)) notes.add('encoding');
  const lines = linesOf(body, notes);
  if (data.files.length > 0 && lines.length === 0) notes.add('picture');
  if (lines.length > 0) return { text, notes, lines };
  const letters = lettersOfText(text);
  if (letters.isDecoded) notes.add('encoding');
  return { text, notes, lines: linesOfText(letters.text) };
};

export const Paste = Extension.create({
  name: 'paste',
  addProseMirrorPlugins: () => [
    new Plugin<Told>({
      key: PASTED,
      state: {
        init: () => NOTHING_TOLD,
        apply: (transaction, told) => {
          const now: Told | undefined = transaction.getMeta(PASTED);
          if (now) return now;
          const isUndone = isHistoryTransaction(transaction) && told.before?.eq(transaction.doc);
          return isUndone ? NOTHING_TOLD : told;
        },
      },
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
