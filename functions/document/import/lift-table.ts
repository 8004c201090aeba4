// How does a table of a Word file become one of a report? With one paragraph in each cell.
import type { Block, Run, Table } from '../../domain/content/block.ts';
import {
  type Align,
  type CellLook,
  headerRowsFor,
  laidOnGrid,
  MOST_COLUMNS,
  MOST_HEADER_ROWS,
  mostAre,
  type PlacedCell,
  parted,
  saidOf,
  withoutBareRows,
} from '../../domain/content/table-grid.ts';
import { LAYOUT, textWidth } from '../layout.ts';
import { allLines, isBold, type Line } from './line.ts';
import type { Notes } from './note.ts';
import { runsOf } from './report-runs.ts';
import {
  paragraphsIn,
  type WordCell,
  type WordItem,
  type WordParagraph,
  type WordTable,
  wordsOf,
} from './word-item.ts';

/** A cell with all its parts, one below the other. */
type Cell = { items: WordItem[]; rowSpan: number; colSpan: number };
/** No cell where another reaches over the place, or the row ends before. */
type Row = { header: boolean; cells: readonly (Cell | null)[] };

/** In Word each row has a part of its own of a cell over several rows. */
const wholeCells = ({ rows }: WordTable): Cell[][] => {
  /** Those that may go on in the next row, by the column that they begin in. */
  let open = new Map<number, Cell>();
  return rows.map(({ cells }) => {
    const still = new Map<number, Cell>();
    let column = 0;
    const begun = cells.flatMap(({ items, columns, down }): Cell[] => {
      const at = column;
      column += columns;
      const above = down === 'goesOn' ? open.get(at) : undefined;
      if (above?.colSpan === columns) {
        for (const item of items) above.items.push(item);
        above.rowSpan += 1;
        still.set(at, above);
        return [];
      }
      const cell = { items: [...items], rowSpan: 1, colSpan: columns };
      if (down !== null) still.set(at, cell);
      return [cell];
    });
    open = still;
    return begun;
  });
};

/** What of a cell's look has no place in a report. */
const noteLooks = (cells: readonly WordCell[], notes: Notes) => {
  for (const { items, isShaded, isTurned } of cells) {
    if (items.some(({ kind }) => kind === 'table')) notes.add('nested');
    if (isShaded) notes.add('shaded');
    if (isTurned) notes.add('turned');
  }
};

/** A column is numbered by lists whose paragraphs hold nothing else; there the number is the cell's word. */
const numberOf = ({ label, runs, ...look }: WordParagraph): WordParagraph => {
  const alone = label !== null && /[\p{L}\d]/u.test(label) && wordsOf({ runs }).trim() === '';
  if (!alone) return { label, runs, ...look };
  return { ...look, label: null, runs: [{ text: label, bold: false, italic: false }] };
};

const linesIn = (cell: Cell | null, notes: Notes): Line[] =>
  allLines(paragraphsIn(cell?.items ?? []).map(numberOf), notes).filter(({ text }) => text !== '');

const labelled = ({ label, runs }: Line): Line['runs'] =>
  label === null ? runs : [{ text: `${label} `, bold: false, italic: false }, ...runs];

const cellRuns = (cell: Cell | null, notes: Notes, isHeader: boolean): Run[] => {
  const lines = linesIn(cell, notes);
  if (lines.length > 1) notes.add('cells', lines.map(({ text }) => text).join(' / '));
  const joined = lines.flatMap((line, index) =>
    index === 0 ? labelled(line) : [{ text: ' ', bold: false, italic: false }, ...labelled(line)],
  );
  return runsOf(joined, { bold: isHeader });
};

/** What stands above the numbers of the rows. */
const COUNTED = /^(?:s?tt|số tt|số thứ tự)\.?$/iu;

/** Rows that are repeated on each page; where none is, the first ones in bold, or one above numbers, look like them. */
const headerRowsOf = (rows: readonly Row[], notes: Notes, own: boolean): number => {
  const said = rows.findIndex(({ header }) => !header);
  if (said !== 0 || own) return Math.min(said === -1 ? rows.length : said, MOST_HEADER_ROWS);
  const bold = rows.findIndex(({ cells }) => {
    const lines = cells.flatMap((cell) => linesIn(cell, notes));
    return !(lines.length > 1 && lines.every(isBold));
  });
  // Where all of them are bold, it says nothing.
  if (bold > 0) return Math.min(bold, MOST_HEADER_ROWS);
  const cell = rows[0]?.cells[0] ?? null;
  const [corner] = linesIn(cell, notes);
  const isCounted = corner && COUNTED.test(corner.text) && rows.length > 1;
  return isCounted ? Math.min(cell?.rowSpan ?? 1, MOST_HEADER_ROWS) : 0;
};

/** As its first paragraph is. */
const alignOf = (cell: Cell): Align | null => {
  const [first] = paragraphsIn(cell.items);
  if (!first) return null;
  return first.alignment === 'both' ? 'left' : first.alignment;
};

/** Those over several columns belong to none of them. */
const columnAlign = (rows: readonly Row[], column: number): Align =>
  mostAre(
    rows.flatMap(({ cells }) => {
      const cell = cells[column];
      return cell?.colSpan === 1 ? (alignOf(cell) ?? []) : [];
    }),
  );

const TEXT_TWIPS = Math.round((textWidth(LAYOUT) / 25.4) * 72 * 20);

/**
 * Shares of a hundred; equal ones where the file does not say. Where the table is as wide as our text but for what
 * rounding each column to twips has added, that is taken off again, so that a file of ours keeps its very widths.
 */
const sharesOf = (widths: readonly number[], columns: number): number[] => {
  const usable = widths.length === columns && widths.every((width) => width > 0);
  const known = usable ? widths : Array<number>(columns).fill(1);
  const sum = known.reduce((total, width) => total + width, 0);
  const added = (sum - TEXT_TWIPS) / columns;
  const rounded = Math.abs(added) <= 0.5 ? added : 0;
  const whole = sum - rounded * columns;
  // Three decimals keep a tenth of a twip.
  return known.map((width) =>
    Math.max(0.001, Math.round(((width - rounded) / whole) * 100_000) / 1_000),
  );
};

/** A cell that is not aligned as its column. In a header of somebody else's the house's own alignment is the usual one. */
const ownAlign = (
  cell: Cell,
  usual: Align,
  { isHeader, own, hasWords }: { isHeader: boolean; own: boolean; hasWords: boolean },
): { align?: Align } => {
  const align = alignOf(cell);
  const counts = own || (hasWords && !isHeader);
  return counts && align && align !== (isHeader ? 'center' : usual) ? { align } : {};
};

/** All of it, however long. */
const wholeTable = (
  widths: readonly number[],
  rows: readonly Row[],
  placed: readonly PlacedCell<Cell>[],
  notes: Notes,
  own: boolean,
): Table => {
  const headerRows = headerRowsFor(headerRowsOf(rows, notes, own), rows.length, placed);
  const body = rows.slice(headerRows);
  const columns = sharesOf(widths, rows[0]?.cells.length ?? 0).map((share, column) => ({
    share,
    align: columnAlign(body, column),
  }));
  const words = rows.map(({ cells }, row) =>
    cells.map((cell) => cellRuns(cell, notes, row < headerRows)),
  );
  const looks = placed.map(({ cell, row, column, rowSpan, colSpan }): CellLook => {
    const hasWords = (words[row]?.[column] ?? []).length > 0;
    const usual = columns[column]?.align ?? 'left';
    const isHeader = row < headerRows;
    return { row, column, rowSpan, colSpan, ...ownAlign(cell, usual, { isHeader, own, hasWords }) };
  });
  return withoutBareRows<Run[], Table>({
    kind: 'table',
    columns,
    headerRows,
    rows: words,
    ...saidOf(looks),
  });
};

/**
 * One table; several, where it has more rows than the model allows; lines, where it has more columns.
 * `own`: a file of ours, which says itself what its header is.
 */
export const tableBlocks = (table: WordTable, notes: Notes, own: boolean): Block[] => {
  const { rows: laid, placed } = laidOnGrid(wholeCells(table));
  const rows = laid.map((cells, row) => ({ header: table.rows[row]?.header ?? false, cells }));
  for (const { cells } of table.rows) noteLooks(cells, notes);
  if ((laid[0]?.length ?? 0) > MOST_COLUMNS) return asLines(rows, notes);
  const isEmpty = rows.every(({ cells }) =>
    cells.every((cell) => linesIn(cell, notes).length === 0),
  );
  if (isEmpty) return [];
  const { parts, isCut } = parted(wholeTable(table.widths, rows, placed, notes, own));
  if (isCut) notes.add('merged');
  return parts;
};

const asLines = (rows: readonly Row[], notes: Notes): Block[] => {
  notes.add('wide');
  return rows.flatMap(({ cells }): Block[] => {
    const words = cells.map((cell) =>
      linesIn(cell, notes)
        .map(({ text }) => text)
        .join(' '),
    );
    const text = words.filter((word) => word !== '').join(' | ');
    return text === ''
      ? []
      : [{ kind: 'paragraph', runs: runsOf([{ text, bold: false, italic: false }]) }];
  });
};
