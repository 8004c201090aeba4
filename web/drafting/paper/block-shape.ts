// Which shapes can a block have? Its kind and level are one choice for the drafter.
import type { Block, Run } from '../../../functions/domain/content/block.ts';

export type Written = Exclude<Block, { kind: 'table' }>;
type Shape<Any extends Block> = Any extends { kind: infer Kind extends string; level: infer Level }
  ? `${Kind}${Level & number}`
  : Any extends { unit: infer Unit }
    ? Unit
    : Any['kind'];

/** `heading1`, `part`, `paragraph`: a kind, and a level or unit where the kind has such; tables have no shape but their own. */
export type BlockShape = Shape<Written>;

const WRITTEN = {
  paragraph: { kind: 'paragraph' },
  heading1: { kind: 'heading', level: 1 },
  heading2: { kind: 'heading', level: 2 },
  heading3: { kind: 'heading', level: 3 },
  clause2: { kind: 'clause', level: 2 },
  clause3: { kind: 'clause', level: 3 },
  bullet1: { kind: 'bullet', level: 1 },
  bullet2: { kind: 'bullet', level: 2 },
  label: { kind: 'label' },
  legalBasis: { kind: 'legalBasis' },
  article: { kind: 'article' },
  part: { kind: 'division', unit: 'part' },
  chapter: { kind: 'division', unit: 'chapter' },
  section: { kind: 'division', unit: 'section' },
  subsection: { kind: 'division', unit: 'subsection' },
} as const satisfies Record<BlockShape, object>;

/** Those that are used most come first. */
export const SHAPES = Object.keys(WRITTEN) as BlockShape[];

export const isShape = (name: unknown): name is BlockShape =>
  typeof name === 'string' && name in WRITTEN;

export const shapeOf = (block: Written): BlockShape => {
  if (block.kind === 'division') return block.unit;
  return ('level' in block ? `${block.kind}${block.level}` : block.kind) as BlockShape;
};

export const written = (shape: BlockShape, runs: Run[]): Written => ({ ...WRITTEN[shape], runs });

/** What comes after a block that has been written to its end: nobody wants two headings in a row. */
export const following = (shape: BlockShape): BlockShape => {
  const { kind } = WRITTEN[shape];
  return ['bullet', 'clause', 'legalBasis'].includes(kind) ? shape : 'paragraph';
};

const DEEPER: Partial<Record<BlockShape, BlockShape>> = {
  heading1: 'heading2',
  heading2: 'heading3',
  clause2: 'clause3',
  bullet1: 'bullet2',
};
const HIGHER = Object.fromEntries(
  Object.entries(DEEPER).map(([higher, deeper]) => [deeper, higher]),
) as Partial<Record<BlockShape, BlockShape>>;

/** One level further in or out, or null where there is none. */
export const deeper = (shape: BlockShape, by: 1 | -1): BlockShape | null =>
  (by === 1 ? DEEPER : HIGHER)[shape] ?? null;
