// What is the body of a document made of? Blocks of text in runs, and tables.
import * as z from 'zod';
import { ALIGNS, gridFaults, MOST_COLUMNS, MOST_HEADER_ROWS, MOST_ROWS } from './table-grid.ts';
import { written } from './text.ts';

/** Longest paragraph, in UTF-16 units: some six pages, far above any real one. */
export const LONGEST_TEXT = 20_000;
export const RunText = written(LONGEST_TEXT);

/** A stretch of text in one style. The decree knows bold and italic, nothing else. */
export const Run = z.strictObject({
  text: RunText,
  bold: z.boolean().optional(),
  italic: z.boolean().optional(),
});
export type Run = z.infer<typeof Run>;

/** More changes of style in one block are noise of an editor. */
export const MOST_RUNS = 500;
const Runs = z.array(Run).max(MOST_RUNS);

export const DivisionUnit = z.enum(['part', 'chapter', 'section', 'subsection']);

/**
 * `Phần I`, `Chương I`, `Mục 1`, `Tiểu mục 1`, its title on the next line, both centred.
 * Decree 30/2020, Annex I, II.6.d. Numbers are counted, never typed.
 */
const Division = z.strictObject({
  kind: z.literal('division'),
  unit: DivisionUnit,
  runs: Runs,
});

/** `Điều 1. Title`: counted through the whole document, whatever division it stands in. */
const Article = z.strictObject({ kind: z.literal('article'), runs: Runs });

/** `I.`, `1.`, `a)`: headings of a document that has no articles, such as a report. */
const Heading = z.strictObject({
  kind: z.literal('heading'),
  level: z.union([z.literal(1), z.literal(2), z.literal(3)]),
  runs: Runs,
});

/** A khoản (level 2, `1.`) or điểm (level 3, `a)`) that has a number but no title, below a heading or an article: not bold. */
const Clause = z.strictObject({
  kind: z.literal('clause'),
  level: z.union([z.literal(2), z.literal(3)]),
  runs: Runs,
});

/** Căn cứ: what the document rests on, in italics; the end marks are printed, not typed. */
const LegalBasis = z.strictObject({ kind: z.literal('legalBasis'), runs: Runs });

const Paragraph = z.strictObject({ kind: z.literal('paragraph'), runs: Runs });

/** A line that names who or what the lines below it are about, in italics behind a hyphen. */
const Label = z.strictObject({ kind: z.literal('label'), runs: Runs });

/** Level 1 begins with `-`, level 2 with `+`. */
const Bullet = z.strictObject({
  kind: z.literal('bullet'),
  level: z.union([z.literal(1), z.literal(2)]),
  runs: Runs,
});

export const Align = z.enum(ALIGNS);

/**
 * In what a cell is unlike a plain one: it reaches over others, which are blank, or stands otherwise than its column.
 * `row` and `column` from 0. What goes without saying is left out, so that equal tables have equal hashes.
 */
const CellLook = z.strictObject({
  row: z
    .number()
    .int()
    .min(0)
    .max(MOST_ROWS - 1),
  column: z
    .number()
    .int()
    .min(0)
    .max(MOST_COLUMNS - 1),
  rowSpan: z.number().int().min(2).max(MOST_ROWS).optional(),
  colSpan: z.number().int().min(2).max(MOST_COLUMNS).optional(),
  align: Align.optional(),
});

/**
 * Widths are shares of the text width. Header rows are repeated on every page the table reaches, and their cells stand in
 * the middle. Each row is as long as the table has columns; `cells`, in the order of the rows, says which are not plain.
 */
const Table = z
  .strictObject({
    kind: z.literal('table'),
    columns: z
      .array(z.strictObject({ share: z.number().positive().max(100), align: Align }))
      .min(1)
      .max(MOST_COLUMNS),
    headerRows: z.number().int().min(0).max(MOST_HEADER_ROWS),
    rows: z.array(z.array(Runs).max(MOST_COLUMNS)).min(1).max(MOST_ROWS),
    cells: z
      .array(CellLook)
      .min(1)
      .max(MOST_ROWS * MOST_COLUMNS)
      .optional(),
  })
  .superRefine((table, context) => {
    const refuse = (path: (string | number)[], message: string) =>
      context.addIssue({ code: 'custom', path, message });
    if (table.headerRows > table.rows.length) {
      const message = `is ${table.headerRows}, the table has ${table.rows.length} rows`;
      refuse(['headerRows'], message);
    }
    const width = table.columns.length;
    const ragged = [...table.rows.entries()].filter(([, row]) => row.length !== width);
    for (const [index, row] of ragged) {
      refuse(['rows', index], `has ${row.length} cells, the table has ${width} columns`);
    }
    if (ragged.length > 0) return;
    for (const { path, message } of gridFaults(table, (runs) => plainText(runs) === '')) {
      refuse(path, message);
    }
  })
  .describe(
    'Each row has a cell for each column; `cells`, row by row, says which are not plain, and what they cover is blank',
  );

export const Block = z.discriminatedUnion('kind', [
  LegalBasis,
  Division,
  Article,
  Heading,
  Clause,
  Paragraph,
  Label,
  Bullet,
  Table,
]);
export type Block = z.infer<typeof Block>;
export type Table = Extract<Block, { kind: 'table' }>;

/** The text of runs, styles left out. */
export const plainText = (runs: Run[]): string => runs.map((run) => run.text).join('');

/** Text in one plain run. */
export const runsOf = (text: string): Run[] => [{ text }];

/** All the words of a block, styles and cells left out. */
export const textOf = (block: Block): string =>
  block.kind === 'table' ? block.rows.flat().map(plainText).join('') : plainText(block.runs);
