// How does a report arrive from outside this system? As plain JSON that follows the lines on the paper.
import * as z from 'zod';
import { DOCUMENT_TYPES, type DocumentType } from '../domain/document-type.ts';
import type { OrganizationId } from '../domain/ids.ts';
import { type Block, type RecipientLine, ReportContent, runsOf } from '../domain/report-content.ts';
import type { Issuing } from './printed-form.ts';

const Level = z.union([z.literal(1), z.literal(2), z.literal(3)]);

/** `number` and `marker` repeat what the paper shows; headings and clauses are counted anew. */
const PlainItem = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('heading'),
    level: Level,
    number: z.string().nullish(),
    text: z.string(),
  }),
  z.strictObject({
    kind: z.literal('paragraph'),
    /** 0 is plain text; 2 (`1.`) and 3 (`a)`) are numbered clauses without a title. */
    level: z.union([z.literal(0), z.literal(2), z.literal(3)]),
    number: z.string().nullish(),
    text: z.string(),
  }),
  z.strictObject({
    kind: z.literal('bullet'),
    level: z.union([z.literal(1), z.literal(2)]),
    marker: z.enum(['-', '+']).nullish(),
    text: z.string(),
    role: z.literal('label').optional(),
  }),
]);

/** One report as it is printed, without end marks; `number` and `date` are null before it is issued. */
const PlainReport = z.strictObject({
  superiorAgency: z.string().nullable(),
  issuingAgency: z.string(),
  /** How the agency's name is broken on the paper; one line if left out. */
  issuingAgencyLines: z.array(z.string()).optional(),
  number: z.number().int().positive().nullable(),
  symbol: z.string(),
  place: z.string(),
  date: z.iso.date().nullable(),
  /** Place and date in words; written anew from `place` and `date`. */
  dateText: z.string().nullish(),
  typeName: z.string(),
  subject: z.string(),
  addressees: z.array(z.string()),
  body: z.array(PlainItem),
  recipients: z.array(z.string()),
  archive: z.string(),
  authority: z.string().nullable(),
  /** A deputy's two titles stand on two lines. */
  signerTitle: z.string(),
  signerName: z.string(),
});
type PlainReport = z.infer<typeof PlainReport>;

const typeNamed = (name: string): DocumentType | undefined =>
  Object.entries(DOCUMENT_TYPES).find(
    ([, type]) => type.name.toLocaleLowerCase('vi') === name.toLocaleLowerCase('vi'),
  )?.[0] as DocumentType | undefined;

const blockOf = (item: PlainReport['body'][number]): Block => {
  const runs = runsOf(item.text);
  if (item.kind === 'heading') return { kind: 'heading', level: item.level, runs };
  if (item.kind === 'bullet') {
    return item.role === 'label'
      ? { kind: 'label', runs }
      : { kind: 'bullet', level: item.level, runs };
  }
  return item.level === 0
    ? { kind: 'paragraph', runs }
    : { kind: 'clause', level: item.level, runs };
};

/**
 * The content of a plain report, and what issuing had added to it, if anything.
 * `organizations` says whom a printed recipient means; one it does not know is only a name.
 * Throws a ZodError that names the field, also for what a report may not hold.
 */
export const fromPlainShape = (
  plain: unknown,
  organizations: Readonly<Record<string, OrganizationId>> = {},
): { content: ReportContent; issuing: Issuing | null } => {
  const report = PlainReport.parse(plain);
  const recipient = (text: string): RecipientLine => {
    const organizationId = organizations[text] ?? null;
    return { text, organizationId, means: organizationId ? 'system' : 'nameOnly' };
  };
  const content = ReportContent.parse({
    type: typeNamed(report.typeName) ?? report.typeName,
    superiorLine: report.superiorAgency,
    agencyLines: report.issuingAgencyLines ?? [report.issuingAgency],
    symbol: report.symbol,
    place: report.place,
    subject: report.subject,
    addressees: report.addressees.map(recipient),
    blocks: report.body.map(blockOf),
    recipients: report.recipients.map(recipient),
    archive: report.archive,
    signature: {
      authority: report.authority,
      titles: report.signerTitle.split('\n'),
      name: report.signerName,
    },
  });
  const { number, date } = report;
  return { content, issuing: number === null || date === null ? null : { number, date } };
};
