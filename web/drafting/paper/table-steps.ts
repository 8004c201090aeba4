// How is a change applied to the table that one writes in? The table is laid out anew, and the caret stays in its cells.
import type { Editor } from '@tiptap/core';
import { type EditorState, TextSelection } from '@tiptap/pm/state';
import { CellSelection, isInTable, selectedRect, selectionCell, TableMap } from '@tiptap/pm/tables';
import type { Table } from '../../../functions/domain/content/block.ts';
import type { Align } from '../../../functions/domain/content/table-grid.ts';
import { blockOf, paperOf } from './paper-blocks.ts';
import type { CellAttrs, TableLook } from './paper-schema.ts';
import { type Marked, newTable, TABLE_STEPS, type TableStep } from './table-shape.ts';

type Here = { table: Table; marked: Marked; from: number; size: number };

/** The table that one stands in, and what is marked of it; null where one stands in none. */
const tableHere = (state: EditorState): Here | null => {
  if (!isInTable(state)) return null;
  const { table: node, tableStart, ...marked } = selectedRect(state);
  const table = blockOf(node);
  return table.kind === 'table'
    ? { table, marked, from: tableStart - 1, size: node.nodeSize }
    : null;
};

/** What can be done at the caret, and how its cell stands; asked at every key, so of that cell alone while none are marked. */
export const tableNow = (
  state: EditorState,
): { canMerge: boolean; canSplit: boolean; align: Align; endsHead: boolean } | null => {
  if (!isInTable(state)) return null;
  const $cell = selectionCell(state);
  const { own, align, rowspan, colspan } = ($cell.nodeAfter?.attrs ?? {}) as CellAttrs;
  const { headerRows } = $cell.node(-1).attrs as TableLook;
  const row = $cell.index(-1);
  const here = state.selection instanceof CellSelection ? tableHere(state) : null;
  const changes = (step: TableStep) =>
    here !== null && TABLE_STEPS[step](here.table, here.marked) !== here.table;
  return {
    canMerge: changes('merge'),
    canSplit: here ? changes('split') : rowspan > 1 || colspan > 1,
    align: own ?? (row < headerRows ? 'center' : align),
    endsHead: headerRows === (here?.marked.bottom ?? row + rowspan),
  };
};

/** In the cell at the first place, or with all marked from there to the last; the nearest where the table has become smaller. */
const standIn = (editor: Editor, from: number, { top, left, bottom, right }: Marked) =>
  editor.commands.command(({ tr: transaction }) => {
    const node = transaction.doc.nodeAt(from);
    if (!node) return false;
    const { map, width, height } = TableMap.get(node);
    const cellAt = (row: number, column: number) =>
      from + 1 + (map[Math.min(row, height - 1) * width + Math.min(column, width - 1)] ?? 0);
    const [first, last] = [cellAt(top, left), cellAt(bottom - 1, right - 1)];
    transaction.setSelection(
      first === last
        ? // Into the cell, and into its text.
          TextSelection.near(transaction.doc.resolve(first + 2))
        : CellSelection.create(transaction.doc, first, last),
    );
    transaction.scrollIntoView();
    return true;
  });

const oneCell = (top: number, left: number): Marked => ({
  top,
  left,
  bottom: top + 1,
  right: left + 1,
});

/** Where one goes on after a step that made room or took it; else where one was. */
const ONWARD: Partial<Record<TableStep, (marked: Marked) => Marked>> = {
  rowBelow: ({ bottom, left }) => oneCell(bottom, left),
  rowAbove: ({ top, left }) => oneCell(top, left),
  columnAfter: ({ top, right }) => oneCell(top, right),
  columnBefore: ({ top, left }) => oneCell(top, left),
  withoutRow: ({ top, left }) => oneCell(top, left),
  withoutColumn: ({ top, left }) => oneCell(top, left),
  merge: ({ top, left }) => oneCell(top, left),
  split: ({ top, left }) => oneCell(top, left),
};

/** False where one does not stand in a table. */
export const stepTable = (editor: Editor, step: TableStep): boolean => {
  const here = tableHere(editor.state);
  if (!here) return false;
  const { table, marked, from, size } = here;
  const after = TABLE_STEPS[step](table, marked);
  if (after === table) return true;
  editor.commands.command(({ tr: transaction, state: { schema } }) => {
    transaction.replaceWith(from, from + size, schema.nodeFromJSON(paperOf(after)));
    return true;
  });
  return standIn(editor, from, ONWARD[step]?.(marked) ?? marked);
};

/** Behind the last cell: a new row, of which the first cell comes next. */
export const addRowBehind = (editor: Editor): boolean => {
  const here = tableHere(editor.state);
  if (!here || !stepTable(editor, 'rowBelow')) return false;
  return standIn(editor, here.from, oneCell(here.marked.bottom, 0));
};

/** After the block that one writes in; one goes on in its first cell. */
export const insertTable = (editor: Editor): boolean => {
  const { $from } = editor.state.selection;
  const from = $from.depth > 0 ? $from.after(1) : editor.state.doc.content.size;
  editor.commands.command(({ tr: transaction, state: { schema } }) => {
    transaction.insert(from, schema.nodeFromJSON(paperOf(newTable())));
    return true;
  });
  return standIn(editor, from, oneCell(0, 0));
};

export const removeTable = (editor: Editor): boolean =>
  editor.commands.command(({ tr: transaction }) => {
    const { $from } = transaction.selection;
    if ($from.depth === 0 || $from.node(1).type.name !== 'table') return false;
    const only = transaction.doc.childCount === 1;
    const { words } = transaction.doc.type.schema.nodes;
    if (only && words) transaction.replaceWith($from.before(1), $from.after(1), words.create());
    else transaction.delete($from.before(1), $from.after(1));
    return true;
  });
