// Which shapes can a block have? Its kind and level are one choice for the drafter.
import type { Block } from '../../functions/domain/report-content.ts';

type Written = Exclude<Block, { kind: 'table' }>;
type Shape<Any extends Block> = Any extends { kind: infer Kind extends string; level: infer Level }
  ? `${Kind}${Level & number}`
  : Any['kind'];

/** `heading1`, `bullet2`, `paragraph`: a kind, and a level where the kind has levels. */
export type BlockShape = Shape<Block>;

const WRITTEN = {
  heading1: { kind: 'heading', level: 1 },
  heading2: { kind: 'heading', level: 2 },
  heading3: { kind: 'heading', level: 3 },
  clause2: { kind: 'clause', level: 2 },
  clause3: { kind: 'clause', level: 3 },
  paragraph: { kind: 'paragraph' },
  bullet1: { kind: 'bullet', level: 1 },
  bullet2: { kind: 'bullet', level: 2 },
  label: { kind: 'label' },
} as const satisfies Record<Exclude<BlockShape, 'table'>, object>;

/** Two columns, a header row and one more: the smallest table worth having. */
const newTable = (): Block => {
  const row = () => [[{ text: '' }], [{ text: '' }]];
  const column = { share: 50, align: 'left' } as const;
  return { kind: 'table', columns: [column, column], headerRows: 1, rows: [row(), row()] };
};

export const shapeOf = (block: Block): BlockShape =>
  ('level' in block ? `${block.kind}${block.level}` : block.kind) as BlockShape;

/** The same words in another shape; a table's words stay in the table. */
export const reshape = (block: Block, shape: BlockShape): Block => {
  if (shape === 'table') return block.kind === 'table' ? block : newTable();
  const runs: Written['runs'] = block.kind === 'table' ? [{ text: '' }] : block.runs;
  return { ...WRITTEN[shape], runs };
};
