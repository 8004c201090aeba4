// How does a step reach the table that one writes in? The table is laid out anew, and one stays in one's cell.
import type { Editor } from '@tiptap/core';
import { TextSelection } from '@tiptap/pm/state';
import { blockOf, paperOf } from './paper-blocks.ts';
import { newTable, TABLE_STEPS, type TableStep } from './table-shape.ts';

/** The place of the text of a cell; where the table has become smaller, of its last one. */
const cellPlace = (table: { row: number; column: number }, from: number, editor: Editor) => {
  const node = editor.state.doc.nodeAt(from);
  const row = Math.min(table.row, (node?.childCount ?? 1) - 1);
  const cells = node?.child(row);
  const column = Math.min(table.column, (cells?.childCount ?? 1) - 1);
  // Into the table, past the rows before, into the row, past the cells before, into the cell and its text.
  let place = from + 1;
  for (let at = 0; at < row; at += 1) place += node?.child(at).nodeSize ?? 0;
  place += 1;
  for (let at = 0; at < column; at += 1) place += cells?.child(at).nodeSize ?? 0;
  return place + 2;
};

const standIn = (editor: Editor, from: number, cell: { row: number; column: number }) =>
  editor.commands.command(({ tr: transaction }) => {
    const place = transaction.doc.resolve(cellPlace(cell, from, editor));
    transaction.setSelection(TextSelection.near(place)).scrollIntoView();
    return true;
  });

/** Where one goes on after a step that made room. */
const ONWARD: Partial<Record<TableStep, { row: number; column: number }>> = {
  rowBelow: { row: 1, column: 0 },
  columnAfter: { row: 0, column: 1 },
};

/** False where one does not stand in a table. */
export const stepTable = (editor: Editor, step: TableStep): boolean => {
  const { $from } = editor.state.selection;
  const table = $from.depth > 2 ? $from.node(1) : null;
  const before = table?.type.name === 'table' ? blockOf(table) : null;
  if (table === null || before?.kind !== 'table') return false;
  const [row, column, from] = [$from.index(1), $from.index(2), $from.before(1)];
  const after = TABLE_STEPS[step](before, row, column);
  if (after === before) return true;
  editor.commands.command(({ tr: transaction, state: { schema } }) => {
    transaction.replaceWith(from, from + table.nodeSize, schema.nodeFromJSON(paperOf(after)));
    return true;
  });
  const onward = ONWARD[step] ?? { row: 0, column: 0 };
  return standIn(editor, from, { row: row + onward.row, column: column + onward.column });
};

/** Behind the last cell: a new row, of which the first cell comes next. */
export const addRowBehind = (editor: Editor): boolean => {
  const { $from } = editor.state.selection;
  if (!stepTable(editor, 'rowBelow')) return false;
  return standIn(editor, $from.before(1), { row: $from.index(1) + 1, column: 0 });
};

/** After the block that one writes in; one goes on in its first cell. */
export const insertTable = (editor: Editor): boolean => {
  const { $from } = editor.state.selection;
  const from = $from.depth > 0 ? $from.after(1) : editor.state.doc.content.size;
  editor.commands.command(({ tr: transaction, state: { schema } }) => {
    transaction.insert(from, schema.nodeFromJSON(paperOf(newTable())));
    return true;
  });
  return standIn(editor, from, { row: 0, column: 0 });
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
