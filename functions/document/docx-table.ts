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
  WidthType,
} from 'docx';
import { eighths, mark, run, runsIn, twips, twipsOfMm, widened } from './docx-paragraph.ts';
import { type Layout, textWidth } from './layout.ts';
import type { PrintedTable } from './printed-body.ts';
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

/** A table with lines, as wide as the text; its header rows are repeated on every page. */
export const bodyTable = (layout: Layout, table: PrintedTable) => {
  const { styles } = layout;
  const { columns, headerRows, rows } = table;
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
    rows: rows.map(
      ({ whole, cells }, row) =>
        new TableRow({
          tableHeader: row < headerRows,
          cantSplit: whole,
          children: cells.map((runs, column) => {
            const isHeader = row < headerRows;
            return new TableCell({
              width: { size: widths[column] ?? 0, type: WidthType.DXA },
              verticalAlign: isHeader ? VerticalAlignTable.CENTER : VerticalAlignTable.TOP,
              children: [
                new Paragraph({
                  alignment: isHeader ? AlignmentType.CENTER : (columns[column]?.align ?? 'left'),
                  indent: { right: widened(runs, styles.tableCell, room(column)) },
                  run: mark(styles.tableCell),
                  children: runsIn(runs, styles.tableCell),
                }),
              ],
            });
          }),
        }),
    ),
  });
};
