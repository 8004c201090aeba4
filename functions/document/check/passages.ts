// Where does text stand in a document? Every stretch of words that a rule can read, and change.
import { type Block, plainText, type Run } from '../../domain/content/block.ts';
import type { Patch, Path } from '../../domain/content/finding.ts';
import type { ReportContent } from '../../domain/content/report-content.ts';

export type PassageKind =
  | 'subject'
  | 'addressee'
  | 'recipient'
  | 'appendixTitle'
  | 'cell'
  | Exclude<Block['kind'], 'table'>;

export interface Passage {
  readonly kind: PassageKind;
  /** The block, the field or the cell. */
  readonly path: Path;
  readonly text: string;
  /** Where the parts of the text are kept. */
  readonly parts: readonly { readonly path: Path; readonly text: string }[];
}

const ofField = (kind: PassageKind, path: Path, text: string, field: Path = path): Passage => ({
  kind,
  path,
  text,
  parts: [{ path: field, text }],
});

const ofRuns = (kind: PassageKind, path: Path, runs: readonly Run[], runsPath: Path): Passage => ({
  kind,
  path,
  text: plainText([...runs]),
  parts: runs.map(({ text }, index) => ({ path: [...runsPath, index, 'text'], text })),
});

const ofBlocks = (blocks: readonly Block[], root: Path): Passage[] =>
  blocks.flatMap((block, index) => {
    const path = [...root, index];
    if (block.kind !== 'table') return [ofRuns(block.kind, path, block.runs, [...path, 'runs'])];
    return block.rows.flatMap((row, rowIndex) =>
      row.map((runs, column) => {
        const cell = [...path, 'rows', rowIndex, column];
        return ofRuns('cell', cell, runs, cell);
      }),
    );
  });

const known = new WeakMap<ReportContent, Passage[]>();

/** All passages, in the order of the paper. Looked up once for all rules. */
export const passagesIn = (content: ReportContent): Passage[] => {
  const before = known.get(content);
  if (before) return before;
  const lines = (kind: 'addressee' | 'recipient', field: 'addressees' | 'recipients') =>
    content[field].map(({ text }, index) =>
      ofField(kind, [field, index], text, [field, index, 'text']),
    );
  const passages = [
    ofField('subject', ['subject'], content.subject),
    ...lines('addressee', 'addressees'),
    ...ofBlocks(content.blocks, ['blocks']),
    ...lines('recipient', 'recipients'),
    ...content.appendices.flatMap(({ title, blocks }, index) => [
      ofField('appendixTitle', ['appendices', index, 'title'], title),
      ...ofBlocks(blocks, ['appendices', index, 'blocks']),
    ]),
  ];
  known.set(content, passages);
  return passages;
};

/** The body in running text: what a sentence can stand in. */
export const RUNNING: readonly PassageKind[] = [
  'clause',
  'paragraph',
  'label',
  'bullet',
  'legalBasis',
  'heading',
  'article',
];

/** Replaces part of a passage; null where it reaches over two styles, which only its author can part. */
export const replacing = (
  { parts }: Passage,
  from: number,
  length: number,
  by: string,
): Patch[] | null => {
  let start = 0;
  for (const { path, text } of parts) {
    const at = from - start;
    if (at >= 0 && at + length <= text.length) {
      return [{ op: 'replace', path, value: text.slice(0, at) + by + text.slice(at + length) }];
    }
    start += text.length;
  }
  return null;
};

/** Does a sentence begin at this place of the text? */
export const beginsSentence = (text: string, index: number): boolean =>
  /(^|[.!?:…]\s+|^[-+–]\s*|[–—]\s+|[“"(]\s*)$/u.test(text.slice(Math.max(0, index - 8), index)) ||
  index === 0;

export const upperFirst = (text: string) => text.charAt(0).toLocaleUpperCase('vi') + text.slice(1);
export const lowerFirst = (text: string) => text.charAt(0).toLocaleLowerCase('vi') + text.slice(1);

/** Compares words as people do who read over case and end marks. */
export const folded = (text: string) =>
  text
    .toLocaleLowerCase('vi')
    .replace(/[\s;.,]+/gu, ' ')
    .trim();
