// How do things stand side by side in Word? The columns of header and foot, and the tables of the body.
import {
  AlignmentType,
  BorderStyle,
  HeightRule,
  Paragraph,
  Table,
  TableBorders,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlignTable,
  VerticalMergeType,
  WidthType,
} from 'docx';
import {
  eighths,
  leastLine,
  mark,
  run,
  runsIn,
  twips,
  twipsOfMm,
  widened,
} from './docx-paragraph.ts';
import { type Layout, textWidth } from './layout.ts';
import type { PrintedCell, PrintedRow, PrintedTable } from './printed-body.ts';
import type { PrintedStamp } from './printed-form.ts';
import { cellRoom, columnWidths } from './rooms.ts';

/** Columns without lines and insets: one row of cells for each row of paragraphs, torn by a page's end only if asked to. */
export const columns = (
  layout: Layout,
  widths: readonly number[],
  rows: readonly (readonly (Paragraph | Table)[])[][],
  isTorn = false,
) =>
  new Table({
    layout: TableLayoutType.FIXED,
    width: { size: twipsOfMm(textWidth(layout)), type: WidthType.DXA },
    columnWidths: widths.map(twipsOfMm),
    borders: TableBorders.NONE,
    margins: { left: 0, right: 0, top: 0, bottom: 0 },
    rows: rows.map(
      (cells) =>
        new TableRow({
          cantSplit: !isTorn,
          children: cells.map(
            (children, index) =>
              new TableCell({
                width: { size: twipsOfMm(widths[index] ?? 0), type: WidthType.DXA },
                children: [...children],
              }),
          ),
        }),
    ),
  });

/** A frame with a word in it: a table of one cell, which may not be the last thing in the cell that holds it. */
export const stampTable = (
  { stamp, styles }: Layout,
  { text, width, color }: PrintedStamp,
  alignment: (typeof AlignmentType)['LEFT' | 'CENTER'],
) => {
  const { height, stroke } = stamp;
  const line = { style: BorderStyle.SINGLE, size: eighths(stroke), color };
  return new Table({
    layout: TableLayoutType.FIXED,
    alignment,
    width: { size: twipsOfMm(width), type: WidthType.DXA },
    columnWidths: [twipsOfMm(width)],
    borders: { top: line, bottom: line, left: line, right: line },
    margins: { left: 0, right: 0, top: 0, bottom: 0 },
    rows: [
      new TableRow({
        height: { value: twipsOfMm(height), rule: HeightRule.EXACT },
        children: [
          new TableCell({
            verticalAlign: VerticalAlignTable.CENTER,
            children: [
              new Paragraph({
                alignment: AlignmentType.CENTER,
                children: [run(text, styles.stamp, color)],
              }),
            ],
          }),
        ],
      }),
    ],
  });
};

/** In Word a cell over several rows has a part in each, but for the first an empty one, here with a `rowSpan` of 0. */
const inWord = (rows: readonly PrintedRow[]): PrintedRow[] => {
  const parts: PrintedCell[][] = rows.map(({ cells }) => [...cells]);
  for (const [row, { cells }] of rows.entries()) {
    for (const cell of cells) {
      const part = { ...cell, rowSpan: 0, runs: [] };
      for (const line of parts.slice(row + 1, row + cell.rowSpan)) line.push(part);
    }
  }
  return rows.map((row, at) => ({
    ...row,
    cells: (parts[at] ?? []).toSorted((one, other) => one.column - other.column),
  }));
};

/** A table with lines, as wide as the text; its header rows are repeated on every page. */
export const bodyTable = (layout: Layout, table: PrintedTable) => {
  const { styles } = layout;
  const { headerRows, rows } = table;
  const widths = columnWidths(layout, table).map(twipsOfMm);
  const room = cellRoom(layout, table);
  const { insetX, insetY } = layout.table;
  const line = {
    style: BorderStyle.SINGLE,
    size: eighths(layout.table.stroke),
    color: '000000',
  };
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: twipsOfMm(textWidth(layout)), type: WidthType.DXA },
    columnWidths: widths,
    borders: {
      top: line,
      bottom: line,
      left: line,
      right: line,
      insideHorizontal: line,
      insideVertical: line,
    },
    margins: {
      left: twips(insetX),
      right: twips(insetX),
      top: twips(insetY),
      bottom: twips(insetY),
    },
    rows: inWord(rows).map(
      ({ whole, clings, cells }, row) =>
        new TableRow({
          tableHeader: row < headerRows,
          cantSplit: whole,
          children: cells.map((cell) => {
            const { column, colSpan, rowSpan, align, runs } = cell;
            return new TableCell({
              width: {
                size: widths.slice(column, column + colSpan).reduce((sum, more) => sum + more, 0),
                type: WidthType.DXA,
              },
              verticalAlign: row < headerRows ? VerticalAlignTable.CENTER : VerticalAlignTable.TOP,
              ...(colSpan > 1 && { columnSpan: colSpan }),
              ...(rowSpan === 0 && { verticalMerge: VerticalMergeType.CONTINUE }),
              ...(rowSpan > 1 && { verticalMerge: VerticalMergeType.RESTART }),
              children: [
                new Paragraph({
                  alignment: align,
                  ...(clings && { keepNext: true }),
                  indent: { right: widened(runs, styles.tableCell, room(cell)) },
                  spacing: { ...leastLine(layout, runs, styles.tableCell) },
                  run: mark(styles.tableCell),
                  children: runsIn(layout, runs, styles.tableCell),
                }),
              ],
            });
          }),
        }),
    ),
  });
};
