// What is the body of a document made of? Blocks of text in runs, and tables.
import * as z from 'zod';
import { printable } from './text.ts';

/** Longest paragraph, in UTF-16 units: some six pages, far above any real one. */
const LONGEST_TEXT = 20_000;
/** A stretch of text in one style. The decree knows bold and italic, nothing else. */
export const Run = z.strictObject({
  text: printable(LONGEST_TEXT),
  bold: z.boolean().optional(),
  italic: z.boolean().optional(),
});
export type Run = z.infer<typeof Run>;

const Runs = z.array(Run).max(500);

/**
 * `Phần I`, `Chương I`, `Mục 1`, `Tiểu mục 1`, its title on the next line, both centred.
 * Decree 30/2020, Annex I, II.6.d. Numbers are counted, never typed.
 */
const Division = z.strictObject({
  kind: z.literal('division'),
  unit: z.enum(['part', 'chapter', 'section', 'subsection']),
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

/** Widths are shares of the text width. Header rows are repeated on every page the table reaches. */
const Table = z
  .strictObject({
    kind: z.literal('table'),
    columns: z
      .array(
        z.strictObject({
          share: z.number().positive().max(100),
          align: z.enum(['left', 'center', 'right']),
        }),
      )
      .min(1)
      .max(12),
    headerRows: z.number().int().min(0).max(3),
    rows: z.array(z.array(Runs).max(12)).min(1).max(1_000),
  })
  .superRefine((table, context) => {
    if (table.headerRows > table.rows.length) {
      context.addIssue({
        code: 'custom',
        path: ['headerRows'],
        message: `is ${table.headerRows}, the table has ${table.rows.length} rows`,
      });
    }
    for (const [index, row] of table.rows.entries()) {
      if (row.length !== table.columns.length) {
        context.addIssue({
          code: 'custom',
          path: ['rows', index],
          message: `has ${row.length} cells, the table has ${table.columns.length} columns`,
        });
      }
    }
  });

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

/** The text of runs, styles left out. */
export const plainText = (runs: Run[]): string => runs.map((run) => run.text).join('');

/** Text in one plain run. */
export const runsOf = (text: string): Run[] => [{ text }];

/** All the words of a block, styles and cells left out. */
export const textOf = (block: Block): string =>
  block.kind === 'table' ? block.rows.flat().map(plainText).join('') : plainText(block.runs);
