// How does a report arrive from outside this system? As plain JSON that follows the lines on the paper.
import * as z from 'zod';
import { DOCUMENT_TYPES, type DocumentType } from '../domain/content/document-type.ts';
import { type RecipientLine, ReportContent } from '../domain/content/report-content.ts';
import type { OrganizationId } from '../domain/ids.ts';
import { blockOf, PlainItem } from './plain-body.ts';
import type { Issuing } from './printed-form.ts';

const URGENCY = { KHẨN: 'urgent', 'THƯỢNG KHẨN': 'veryUrgent', 'HỎA TỐC': 'immediate' } as const;
const CIRCULATION = {
  'LƯU HÀNH NỘI BỘ': 'internal',
  'XEM XONG TRẢ LẠI': 'returnAfterReading',
} as const;

/** One of the words of a stamp, in letters of any case. */
const stamp = <Meaning extends string>(words: Readonly<Record<string, Meaning>>) =>
  z.string().transform((text, context): Meaning => {
    const meaning = words[text.normalize('NFC').trim().toLocaleUpperCase('vi')];
    if (meaning !== undefined) return meaning;
    context.addIssue({
      code: 'custom',
      message: `is none of ${Object.keys(words).join(', ')}`,
    });
    return z.NEVER;
  });

/** `PL.(300)` */
const DrafterMark = z.string().transform((text, context) => {
  const [, initials, copies] = /^(.+)\.\((\d+)\)$/u.exec(text.trim()) ?? [];
  if (initials !== undefined) return { initials, copies: Number(copies) };
  context.addIssue({ code: 'custom', message: 'is not of the form PL.(300)' });
  return z.NEVER;
});

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
  /** A công văn has no name of its type on its paper. */
  typeName: z.string().nullable(),
  /** With or without the `V/v` of a công văn. */
  subject: z.string(),
  addressees: z.array(z.string()),
  body: z.array(PlainItem),
  recipients: z.array(z.string()),
  archive: z.string(),
  authority: z.string().nullable(),
  /** A deputy's two titles stand on two lines. */
  signerTitle: z.string(),
  signerName: z.string(),
  urgency: stamp(URGENCY).nullish(),
  circulation: stamp(CIRCULATION).nullish(),
  appendices: z
    .array(
      z.strictObject({
        /** `Phụ lục II`: counted anew. */
        number: z.string().nullish(),
        title: z.string(),
        body: z.array(PlainItem),
      }),
    )
    .optional(),
  drafterMark: DrafterMark.nullish(),
  contactLine: z.string().nullish(),
});

const typeNamed = (name: string): DocumentType | undefined =>
  Object.entries(DOCUMENT_TYPES).find(
    ([, type]) => type.name.toLocaleLowerCase('vi') === name.toLocaleLowerCase('vi'),
  )?.[0] as DocumentType | undefined;

/** Where a part of the content stood in the plain report. */
const PLAIN_NAMES: Readonly<Record<string, string>> = {
  type: 'typeName',
  superiorLine: 'superiorAgency',
  agencyLines: 'issuingAgencyLines',
  blocks: 'body',
  runs: 'text',
  'signature.authority': 'authority',
  'signature.titles': 'signerTitle',
  'signature.name': 'signerName',
};

/** `blocks.3.runs.0.text` stood at `body.3.text`. */
const plainPath = (path: readonly PropertyKey[]): PropertyKey[] => {
  const [part, detail] = path;
  if (part === 'signature') return [PLAIN_NAMES[`signature.${String(detail)}`] ?? part];
  const named = path.map((step) => PLAIN_NAMES[String(step)] ?? step);
  // Recipients and lines are strings here; so is a text without styles.
  if (part === 'addressees' || part === 'recipients') return named.slice(0, 2);
  // A cell is known by its row and column.
  const rows = named.indexOf('rows');
  if (rows !== -1) return named.slice(0, rows + 3);
  const text = named.indexOf('text');
  return text === -1 ? named : named.slice(0, text + 1);
};

const contentOf = (content: unknown): ReportContent => {
  const { data, error } = ReportContent.safeParse(content);
  if (data) return data;
  throw new z.ZodError(error.issues.map((issue) => ({ ...issue, path: plainPath(issue.path) })));
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
  const type = report.typeName === null ? 'congVan' : typeNamed(report.typeName);
  const content = contentOf({
    type: type ?? report.typeName,
    superiorLine: report.superiorAgency,
    agencyLines: report.issuingAgencyLines ?? [report.issuingAgency],
    symbol: report.symbol,
    place: report.place,
    subject: type === 'congVan' ? report.subject.replace(/^V\/v\s+/iu, '') : report.subject,
    addressees: report.addressees.map(recipient),
    blocks: report.body.map(blockOf),
    recipients: report.recipients.map(recipient),
    archive: report.archive,
    signature: {
      authority: report.authority,
      titles: report.signerTitle.split('\n'),
      name: report.signerName,
    },
    urgency: report.urgency ?? null,
    circulation: report.circulation ?? null,
    appendices: report.appendices?.map(({ title, body }) => ({ title, blocks: body.map(blockOf) })),
    drafterMark: report.drafterMark ?? null,
    contactLine: report.contactLine ?? null,
  });
  const { number, date } = report;
  return { content, issuing: number === null || date === null ? null : { number, date } };
};
