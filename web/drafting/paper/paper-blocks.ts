// How do a report's blocks get onto the paper and back? What is not touched comes back as it was, run by run.
import type { JSONContent } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { TableMap } from '@tiptap/pm/tables';
import type { Block, Run, Table } from '../../../functions/domain/content/block.ts';
import {
  type CellLook,
  gridOf,
  headerRowsFor,
  saidOf,
} from '../../../functions/domain/content/table-grid.ts';
import { isShape, shapeOf, written } from './block-shape.ts';
import type { CellAttrs, TableLook } from './paper-schema.ts';

const marksOf = ({ bold, italic }: Run) => [
  ...(bold ? [{ type: 'bold' }] : []),
  ...(italic ? [{ type: 'italic' }] : []),
];

export const textOf = (runs: Run[]): JSONContent[] =>
  runs
    .filter(({ text }) => text !== '')
    .map((run) => ({ type: 'text', text: run.text, marks: marksOf(run) }));

/** One block as the editor's JSON. */
export const paperOf = (block: Block): JSONContent => {
  if (block.kind !== 'table') {
    return { type: 'words', attrs: { shape: shapeOf(block) }, content: textOf(block.runs) };
  }
  return tableOf(block);
};

const tableOf = (table: Table): JSONContent => {
  const { columns, headerRows, cells = [] } = table;
  const own = new Map(cells.map(({ row, column, align }) => [`${row}.${column}`, align]));
  return {
    type: 'table',
    attrs: { columns, headerRows } satisfies TableLook,
    content: gridOf(table).map((line) => ({
      type: 'tableRow',
      content: line.map(({ row, column, rowSpan, colSpan, words }) => ({
        type: 'tableCell',
        attrs: {
          colspan: colSpan,
          rowspan: rowSpan,
          align: columns[column]?.align ?? 'left',
          own: own.get(`${row}.${column}`) ?? null,
        } satisfies CellAttrs,
        content: [{ type: 'cellText', content: textOf(words) }],
      })),
    })),
  };
};

/** A whole body; where nothing is written yet, one empty paragraph waits. */
export const pageOf = (blocks: Block[]): JSONContent => ({
  type: 'doc',
  content: blocks.length > 0 ? blocks.map(paperOf) : [{ type: 'words' }],
});

/** What each piece of paper says. The editor keeps a piece as long as nobody changes it, so it is read once. */
const said = new WeakMap<Node, Block>();
const saidByPage = new WeakMap<Node, Block[]>();

/** The page was laid out from these blocks: an untouched one is given back itself, and so is an untouched page. */
export const remember = (page: Node, blocks: Block[]): void => {
  saidByPage.set(page, blocks);
  page.forEach((piece, _, at) => {
    const block = blocks[at];
    if (block) said.set(piece, block);
  });
};

const runsOf = (text: Node): Run[] => {
  const runs: Run[] = [];
  text.forEach((piece) => {
    const has = (style: string) => piece.marks.some(({ type }) => type.name === style);
    runs.push({
      text: piece.text ?? '',
      ...(has('bold') && { bold: true }),
      ...(has('italic') && { italic: true }),
    });
  });
  return runs.length > 0 ? runs : [{ text: '' }];
};

const childrenOf = (node: Node): Node[] => Array.from(node.children);

/** Whoever pastes a row into a narrower table adds a column, which has no width or place of its own yet. */
const NEW_COLUMN = { share: 20, align: 'left' } as const;

/** What one piece of paper says. */
export const blockOf = (piece: Node): Block => {
  const known = said.get(piece);
  if (known) return known;
  const block = readBlock(piece);
  said.set(piece, block);
  return block;
};

const readBlock = (piece: Node): Block => {
  if (piece.type.name === 'table') return readTable(piece);
  const { shape } = piece.attrs;
  return written(isShape(shape) ? shape : 'paragraph', runsOf(piece));
};

/** The places in a row, or in a column, that the cell at the first of them reaches over. */
const reach = (places: readonly (number | undefined)[]): number => {
  const end = places.findIndex((place) => place !== places[0]);
  return end < 0 ? places.length : end;
};

const readTable = (piece: Node): Table => {
  const { columns, headerRows } = piece.attrs as TableLook;
  const { map, width, height } = TableMap.get(piece);
  const lines = Array.from({ length: height }, (_, row) =>
    map.slice(row * width, (row + 1) * width),
  );
  const looks: CellLook[] = [];
  const read = new Set<number>();
  const rows = lines.map((line, row) =>
    line.map((place, column) => {
      const cell = read.has(place) ? null : piece.nodeAt(place);
      read.add(place);
      if (cell?.type.name !== 'tableCell' || !cell.firstChild) return [{ text: '' }];
      const { rowspan, colspan, own } = cell.attrs as CellAttrs;
      // Not what the cell says: while rows come and go, it may say more than there is.
      const rowSpan = rowspan > 1 ? reach(lines.slice(row).map((below) => below[column])) : 1;
      const colSpan = colspan > 1 ? reach(line.slice(column)) : 1;
      looks.push({ row, column, rowSpan, colSpan, ...(own && { align: own }) });
      return runsOf(cell.firstChild);
    }),
  );
  return {
    kind: 'table',
    columns: Array.from({ length: width }, (_, at) => columns[at] ?? NEW_COLUMN),
    headerRows: headerRowsFor(headerRows, rows.length, looks),
    rows,
    ...saidOf(looks),
  };
};

/** What the whole page says. */
export const blocksOf = (page: Node): Block[] =>
  saidByPage.get(page) ?? childrenOf(page).map(blockOf);
