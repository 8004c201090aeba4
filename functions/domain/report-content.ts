// What does a document say? Everything its author writes, and nothing that issuing adds.
import * as z from 'zod';
import { DocumentType } from './document-type.ts';
import { OrganizationId } from './ids.ts';
import { line, printable } from './text.ts';

/** Longest paragraph, in UTF-16 units: some six pages, far above any real one. */
const LONGEST_TEXT = 20_000;
/** Most blocks: a report of 40 pages has some 600; ten times that is a mistake or an attack. */
const MOST_BLOCKS = 6_000;

/** A stretch of text in one style. The decree knows bold and italic, nothing else. */
export const Run = z.strictObject({
  text: printable(LONGEST_TEXT),
  bold: z.boolean().optional(),
  italic: z.boolean().optional(),
});
export type Run = z.infer<typeof Run>;

const Runs = z.array(Run).max(500);

/** `I.`, `1.`, `a)`: Decree 30/2020, Annex I, II.6.d. Numbers are counted, never typed. */
export const Heading = z.strictObject({
  kind: z.literal('heading'),
  level: z.union([z.literal(1), z.literal(2), z.literal(3)]),
  runs: Runs,
});

/** A khoản (level 2, `1.`) or điểm (level 3, `a)`) that has a number but no title: not bold. */
export const Clause = z.strictObject({
  kind: z.literal('clause'),
  level: z.union([z.literal(2), z.literal(3)]),
  runs: Runs,
});

export const Paragraph = z.strictObject({ kind: z.literal('paragraph'), runs: Runs });

/** A line that names who or what the lines below it are about, in italics behind a hyphen. */
export const Label = z.strictObject({ kind: z.literal('label'), runs: Runs });

/** Level 1 begins with `-`, level 2 with `+`. */
export const Bullet = z.strictObject({
  kind: z.literal('bullet'),
  level: z.union([z.literal(1), z.literal(2)]),
  runs: Runs,
});

/** Widths are shares of the text width. Header rows are repeated on every page the table reaches. */
export const Table = z
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
  Heading,
  Clause,
  Paragraph,
  Label,
  Bullet,
  Table,
]);
export type Block = z.infer<typeof Block>;

/** One line of Kính gửi or Nơi nhận: the printed words, whom they mean, and how it gets there. */
export const RecipientLine = z.strictObject({
  text: line(200),
  organizationId: OrganizationId.nullable(),
  means: z.enum(['system', 'paper', 'nameOnly']),
});
export type RecipientLine = z.infer<typeof RecipientLine>;

/**
 * Who signs in whose name: `TM. ỦY BAN NHÂN DÂN` / `CHỦ TỊCH` / name.
 * A deputy has two titles, `KT. CHỦ TỊCH` and `PHÓ CHỦ TỊCH`. Decree 30/2020, Annex I, II.7.
 */
export const SignatureBlock = z.strictObject({
  authority: line(120).nullable(),
  titles: z.array(line(120)).min(1).max(3),
  name: line(100),
});
export type SignatureBlock = z.infer<typeof SignatureBlock>;

/** A draft may have gaps; what must be there when it is submitted is said by `missingParts`. */
export const ReportContent = z.strictObject({
  type: DocumentType,
  /** The line above the agency's name, if it has a superior that is shown. */
  superiorLine: line(200).nullable(),
  agencyLines: z.array(line(200)).min(1).max(3),
  /** What follows the number: `BC-UBND`. */
  symbol: z.string().regex(/^[\p{L}\d.&-]{1,30}$/u),
  place: line(100),
  subject: line(500),
  addressees: z.array(RecipientLine).max(50),
  blocks: z.array(Block).max(MOST_BLOCKS),
  recipients: z.array(RecipientLine).max(100),
  /** `Lưu: VT, VP`, printed as the last line of Nơi nhận. */
  archive: line(100),
  signature: SignatureBlock,
});
export type ReportContent = z.infer<typeof ReportContent>;

/** The text of runs, styles left out. */
export const plainText = (runs: Run[]): string => runs.map((run) => run.text).join('');

/** Text in one plain run. */
export const runsOf = (text: string): Run[] => [{ text }];

const textOf = (block: Block): string =>
  block.kind === 'table' ? block.rows.flat().map(plainText).join('') : plainText(block.runs);

/**
 * The compulsory parts (Decree 30/2020, Article 8) that are not there, as paths into the content.
 * A report without them can be saved, not submitted.
 */
export const missingParts = (content: ReportContent): (string | number)[][] => {
  const missing: (string | number)[][] = [];
  if (content.agencyLines.every((text) => text === '')) missing.push(['agencyLines']);
  if (content.place === '') missing.push(['place']);
  if (content.subject === '') missing.push(['subject']);
  if (!content.blocks.some((block) => textOf(block).trim() !== '')) missing.push(['blocks']);
  if (content.addressees.length + content.recipients.length === 0) missing.push(['recipients']);
  for (const part of ['addressees', 'recipients'] as const) {
    for (const [index, { text }] of content[part].entries()) {
      if (text === '') missing.push([part, index, 'text']);
    }
  }
  if (content.archive === '') missing.push(['archive']);
  if (content.signature.titles.every((text) => text === '')) missing.push(['signature', 'titles']);
  if (content.signature.name === '') missing.push(['signature', 'name']);
  return missing;
};

/** The organizations that the report goes to by this system: addressees and nơi nhận, each once, archive left out. */
export const deliveredTo = (content: ReportContent): OrganizationId[] => [
  ...new Set(
    [...content.addressees, ...content.recipients].flatMap((recipient) =>
      recipient.means === 'system' && recipient.organizationId ? [recipient.organizationId] : [],
    ),
  ),
];
