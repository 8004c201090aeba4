// How does a table of a Word file become one of a report? Rectangular, with one paragraph in each cell.
import type { Block, Run } from '../../domain/block.ts';
import { LAYOUT, textWidth } from '../layout.ts';
import { allLines, isBold, type Line } from './line.ts';
import type { Notes } from './note.ts';
import { runsOf } from './report-runs.ts';
import {
  paragraphsIn,
  type WordCell,
  type WordParagraph,
  type WordTable,
  wordsOf,
} from './word-item.ts';

/** The bounds of the model: more columns cannot be read on A4, more rows are several tables. */
const MOST_COLUMNS = 12;
const MOST_ROWS = 1_000;
const MOST_HEADER_ROWS = 3;

type Row = { header: boolean; cells: (WordCell | null)[] };

/** Each cell at its column; where another reaches over it there is none. */
const spreadOut = ({ rows }: WordTable): Row[] =>
  rows.map(({ header, cells }) => ({
    header,
    // One more than a table may have says enough.
    cells: cells.flatMap((cell) => [
      cell,
      ...Array<null>(Math.min(cell.columns, MOST_COLUMNS + 1) - 1).fill(null),
    ]),
  }));

const rectangular = (rows: readonly Row[], width: number): Row[] =>
  rows.map(({ header, cells }) => ({
    header,
    cells: [...cells, ...Array<null>(width - cells.length).fill(null)],
  }));

/** A column is numbered by lists whose paragraphs hold nothing else; there the number is the cell's word. */
const numberOf = ({ label, runs, ...look }: WordParagraph): WordParagraph => {
  const alone = label !== null && /[\p{L}\d]/u.test(label) && wordsOf({ runs }).trim() === '';
  if (!alone) return { label, runs, ...look };
  return { ...look, label: null, runs: [{ text: label, bold: false, italic: false }] };
};

const linesIn = (cell: WordCell | null, notes: Notes): Line[] =>
  allLines(paragraphsIn(cell?.items ?? []).map(numberOf), notes).filter(({ text }) => text !== '');

const labelled = ({ label, runs }: Line): Line['runs'] =>
  label === null ? runs : [{ text: `${label} `, bold: false, italic: false }, ...runs];

const cellRuns = (cell: WordCell | null, notes: Notes, isHeader: boolean): Run[] => {
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
  const [corner] = linesIn(rows[0]?.cells[0] ?? null, notes);
  return corner && COUNTED.test(corner.text) && rows.length > 1 ? 1 : 0;
};

const alignmentOf = (rows: readonly Row[], column: number): 'left' | 'center' | 'right' => {
  const count = { left: 0, center: 0, right: 0 };
  for (const { cells } of rows) {
    const [first] = paragraphsIn(cells[column]?.items ?? []);
    if (!first) continue;
    count[first.alignment === 'both' ? 'left' : first.alignment] += 1;
  }
  if (count.center > count.left && count.center >= count.right) return 'center';
  return count.right > count.left ? 'right' : 'left';
};

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

/**
 * One table; several, where it has more rows than the model allows; lines, where it has more columns.
 * `own`: a file of ours, which says itself what its header is.
 */
export const tableBlocks = (table: WordTable, notes: Notes, own: boolean): Block[] => {
  const ragged = spreadOut(table);
  const width = ragged.reduce((widest, { cells }) => Math.max(widest, cells.length), 0);
  if (width > MOST_COLUMNS) return asLines(ragged, notes);
  const rows = rectangular(ragged, width);
  if (rows.every(({ cells }) => cells.every((cell) => linesIn(cell, notes).length === 0)))
    return [];
  const headerRows = headerRowsOf(rows, notes, own);
  const body = rows.slice(headerRows);
  const shares = sharesOf(table.widths, width);
  const columns = shares.map((share, column) => ({ share, align: alignmentOf(body, column) }));
  const filled = rows.map(({ cells }, row) =>
    cells.map((cell) => cellRuns(cell, notes, row < headerRows)),
  );
  const head = filled.slice(0, headerRows);
  const rest = filled.slice(headerRows);
  const tables: Block[] = [];
  const most = MOST_ROWS - headerRows;
  for (let at = 0; at === 0 || at < rest.length; at += most) {
    const part = [...head, ...rest.slice(at, at + most)];
    tables.push({ kind: 'table', columns, headerRows, rows: part });
  }
  return tables;
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
