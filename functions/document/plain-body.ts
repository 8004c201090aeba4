// How does the body of a report arrive from outside? As plain items, one for each block, in the words on the paper.
import * as z from 'zod';
import { Align, type Block, DivisionUnit, type Run, runsOf } from '../domain/content/block.ts';

/** One string, or stretches of it where some are bold or italic. */
const PlainText = z.union([
  z.string(),
  z.array(
    z.strictObject({
      text: z.string(),
      bold: z.boolean().optional(),
      italic: z.boolean().optional(),
    }),
  ),
]);
type PlainText = z.infer<typeof PlainText>;

/** What the paper shows before the words is repeated at will: it is counted anew. */
const number = z.string().nullish();

/** One block of a body or an appendix. */
export const PlainItem = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('legalBasis'), text: PlainText }),
  z.strictObject({
    kind: z.literal('division'),
    unit: DivisionUnit,
    number,
    text: PlainText,
  }),
  z.strictObject({ kind: z.literal('article'), number, text: PlainText }),
  z.strictObject({
    kind: z.literal('heading'),
    level: z.union([z.literal(1), z.literal(2), z.literal(3)]),
    number,
    text: PlainText,
  }),
  z.strictObject({
    kind: z.literal('paragraph'),
    /** 0 is plain text; 2 (`1.`) and 3 (`a)`) are numbered clauses without a title. */
    level: z.union([z.literal(0), z.literal(2), z.literal(3)]).default(0),
    number,
    text: PlainText,
  }),
  z.strictObject({
    kind: z.literal('bullet'),
    level: z.union([z.literal(1), z.literal(2)]),
    marker: z.enum(['-', '+']).nullish(),
    text: PlainText,
    /** A line in italics that names who or what the lines below it are about. */
    role: z.literal('label').optional(),
  }),
  z.strictObject({
    kind: z.literal('table'),
    /** Equal and aligned left where they are left out. */
    columns: z
      .array(
        z.strictObject({
          share: z.number().default(1),
          align: Align.default('left'),
        }),
      )
      .optional(),
    headerRows: z.number().default(1),
    rows: z.array(z.array(PlainText)),
    /** Cells that reach over the blank ones beside or below them, or are not aligned as their column. */
    cells: z
      .array(
        z.strictObject({
          row: z.number(),
          column: z.number(),
          rowSpan: z.number().optional(),
          colSpan: z.number().optional(),
          align: Align.optional(),
        }),
      )
      .optional(),
  }),
]);
type PlainItem = z.infer<typeof PlainItem>;

const runs = (text: PlainText): Run[] => (typeof text === 'string' ? runsOf(text) : text);

/** An item as a block; what a block may not hold is for its schema to say. */
export const blockOf = (item: PlainItem): Block => {
  switch (item.kind) {
    case 'legalBasis':
    case 'article':
      return { kind: item.kind, runs: runs(item.text) };
    case 'division':
      return { kind: 'division', unit: item.unit, runs: runs(item.text) };
    case 'heading':
      return { kind: 'heading', level: item.level, runs: runs(item.text) };
    case 'paragraph':
      return item.level === 0
        ? { kind: 'paragraph', runs: runs(item.text) }
        : { kind: 'clause', level: item.level, runs: runs(item.text) };
    case 'bullet':
      return item.role === 'label'
        ? { kind: 'label', runs: runs(item.text) }
        : { kind: 'bullet', level: item.level, runs: runs(item.text) };
    case 'table': {
      const { headerRows, rows, cells } = item;
      const equal = { share: 1, align: 'left' as const };
      const columns = item.columns ?? (rows[0] ?? []).map(() => equal);
      const said = rows.map((row) => row.map(runs));
      return { kind: 'table', columns, headerRows, rows: said, ...(cells && { cells }) };
    }
  }
  return item satisfies never;
};
