// How do a report's blocks get onto the paper and back? What is not touched comes back as it was, run by run.
import type { JSONContent } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import type { Block, Run } from '../../../functions/domain/block.ts';
import { isShape, shapeOf, written } from '../block-shape.ts';
import type { TableLook } from './paper-schema.ts';

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
  const cell = (runs: Run[], column: number) => ({
    type: 'tableCell',
    attrs: { align: block.columns[column]?.align },
    content: [{ type: 'cellText', content: textOf(runs) }],
  });
  return {
    type: 'table',
    attrs: { columns: block.columns, headerRows: block.headerRows } satisfies TableLook,
    content: block.rows.map((row) => ({ type: 'tableRow', content: row.map(cell) })),
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
  if (piece.type.name !== 'table') {
    const { shape } = piece.attrs;
    return written(isShape(shape) ? shape : 'paragraph', runsOf(piece));
  }
  const { columns, headerRows } = piece.attrs as TableLook;
  const rows = childrenOf(piece).map((row) =>
    childrenOf(row).map((cell) => (cell.firstChild ? runsOf(cell.firstChild) : [{ text: '' }])),
  );
  return {
    kind: 'table',
    columns: (rows[0] ?? []).map((_, at) => columns[at] ?? NEW_COLUMN),
    headerRows: Math.min(headerRows, rows.length),
    rows,
  };
};

/** What the whole page says. */
export const blocksOf = (page: Node): Block[] =>
  saidByPage.get(page) ?? childrenOf(page).map(blockOf);
