// How do things stand side by side in Word? The columns of header and foot, and the tables of the body.
import {
  AlignmentType,
  BorderStyle,
  Paragraph,
  Table,
  TableBorders,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlignTable,
  WidthType,
} from 'docx';
import { eighths, runsIn, twips, twipsOfMm } from './docx-paragraph.ts';
import { LAYOUT, TEXT_WIDTH } from './layout.ts';
import type { PrintedTable } from './printed-form.ts';

/** Columns without lines and insets: one row of cells for each row of paragraphs. */
export const columns = (widths: readonly number[], rows: readonly (readonly Paragraph[])[][]) =>
  new Table({
    layout: TableLayoutType.FIXED,
    width: { size: twipsOfMm(TEXT_WIDTH), type: WidthType.DXA },
    columnWidths: widths.map(twipsOfMm),
    borders: TableBorders.NONE,
    margins: { left: 0, right: 0, top: 0, bottom: 0 },
    rows: rows.map(
      (cells) =>
        new TableRow({
          cantSplit: true,
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

/** A table with lines, as wide as the text; its header rows are repeated on every page. */
export const bodyTable = ({ columns, headerRows, rows }: PrintedTable) => {
  const shares = columns.reduce((sum, { share }) => sum + share, 0);
  const widths = columns.map(({ share }) => twipsOfMm((TEXT_WIDTH * share) / shares));
  const { insetX, insetY } = LAYOUT.table;
  const line = {
    style: BorderStyle.SINGLE,
    size: eighths(LAYOUT.table.stroke),
    color: '000000',
  };
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: twipsOfMm(TEXT_WIDTH), type: WidthType.DXA },
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
      (cells, row) =>
        new TableRow({
          tableHeader: row < headerRows,
          children: cells.map((runs, column) => {
            const isHeader = row < headerRows;
            return new TableCell({
              width: { size: widths[column] ?? 0, type: WidthType.DXA },
              verticalAlign: isHeader ? VerticalAlignTable.CENTER : VerticalAlignTable.TOP,
              children: [
                new Paragraph({
                  alignment: isHeader ? AlignmentType.CENTER : (columns[column]?.align ?? 'left'),
                  children: runsIn(runs, LAYOUT.styles.tableCell),
                }),
              ],
            });
          }),
        }),
    ),
  });
};
