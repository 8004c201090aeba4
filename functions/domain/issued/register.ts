// Which numbers has an agency given, in which order, and what became of each?
// Decree 30/2020, Article 15 and Annex IV: sổ đăng ký văn bản đi, sổ đăng ký văn bản đến.
import * as z from 'zod';
import { DOCUMENT_TYPES } from '../content/document-type.ts';
import { DocumentType } from '../content/document-type-schema.ts';
import { deliveredTo, type RecipientLine, type ReportContent } from '../content/report-content.ts';
import type { Organization } from '../directory/organization.ts';
import { DeliveryId, Instant, OrganizationId, ReportId, SubmissionId } from '../ids.ts';
import { OfficeDay, yearOf } from '../office-calendar.ts';
import { Refusal } from '../refusal.ts';
import { DocumentNumber } from './issue.ts';

/** Which series of numbers: one per type, or `all` for every type together. */
export const Series = z.union([DocumentType, z.literal('all')]);
export type Series = z.infer<typeof Series>;

export const seriesOf = (organization: Organization, type: DocumentType): Series =>
  organization.settings.series === 'perType' ? type : 'all';

/** One register: a year of one series of one organization. It opens with the last number used on paper. */
export const RegisterCounter = z.strictObject({
  organizationId: OrganizationId,
  year: z.number().int(),
  series: Series,
  lastNumber: z.number().int().min(0),
  lastDate: OfficeDay.nullable(),
  /** By an administrator; without one, the first report that needed a number took it for a register without any. */
  opening: z
    .enum(['said', 'assumed'])
    .default('assumed')
    .describe('Whether an administrator has said which number was the last on paper'),
});
export type RegisterCounter = z.infer<typeof RegisterCounter>;

/** Every office writes reports, or has one register for all; other types come in use with their first number. */
const isUsedByAll = (series: Series): boolean => series === 'all' || series === 'baoCao';

/**
 * A register that an office uses this year, and whether its first number is known to be right: an administrator said so,
 * or it was kept here last year, for numbers begin with 1 in every year (Decree 30/2020, Article 15). Null when the office
 * does not use it.
 */
export const openingOf = (
  series: Series,
  { present, last }: { present: RegisterCounter | null; last: RegisterCounter | null },
): { series: Series; isKnown: boolean } | null => {
  const wasKept = last !== null && last.lastDate !== null;
  if (present === null && !wasKept && !isUsedByAll(series)) return null;
  const isSaid = present !== null && (present.opening === 'said' || present.lastDate === null);
  return { series, isKnown: isSaid || wasKept };
};

/** Sổ đăng ký văn bản đến counts everything that comes in, year by year (Article 22). */
export const IncomingCounter = RegisterCounter.pick({
  organizationId: true,
  year: true,
  lastNumber: true,
});
export type IncomingCounter = z.infer<typeof IncomingCounter>;

/** A row of sổ đăng ký văn bản đi; the ten columns of the decree and how the number was used. */
export const OutgoingEntry = z.strictObject({
  organizationId: OrganizationId,
  year: z.number().int(),
  series: Series,
  ...DocumentNumber.shape,
  reportId: ReportId,
  submissionId: SubmissionId,
  typeAndSubject: z.string(),
  signerName: z.string(),
  recipients: z.array(z.string()),
  archive: z.string(),
  copies: z.number().int().min(0),
  sentAt: Instant.nullable(),
  note: z.string(),
  status: z.enum(['reserved', 'complete', 'void']),
});
export type OutgoingEntry = z.infer<typeof OutgoingEntry>;

/**
 * Who was overtaken at a register and waits there for a number, with what its row will say of it. They count as they came:
 * once the submission has another revision, they do not wait any more.
 */
export const Queued = z.strictObject({
  ...OutgoingEntry.pick({
    organizationId: true,
    series: true,
    reportId: true,
    submissionId: true,
    signerName: true,
    recipients: true,
    archive: true,
    copies: true,
  }).shape,
  revision: z.number().int(),
  signedAt: Instant,
});
export type Queued = z.infer<typeof Queued>;

/**
 * The next number of a register. Numbers and dates go up together; a year's register takes only its own days.
 * Refusal: date_before_register.
 */
export const nextNumber = (counter: RegisterCounter, date: OfficeDay): RegisterCounter => {
  if ((counter.lastDate !== null && date < counter.lastDate) || yearOf(date) !== counter.year) {
    throw new Refusal('date_before_register', { facts: { date, lastDate: counter.lastDate } });
  }
  return { ...counter, lastNumber: counter.lastNumber + 1, lastDate: date };
};

export const typeAndSubject = (type: DocumentType, subject: string): string =>
  `${DOCUMENT_TYPES[type].name} ${subject}`;

export const completeEntry = (
  entry: OutgoingEntry,
  sentAt: Instant,
  sealedAutomatically: boolean,
): OutgoingEntry => ({
  ...entry,
  status: 'complete',
  sentAt,
  note: sealedAutomatically ? 'Ký số cơ quan tự động' : '',
});

/** `Như trên` stands for those of Kính gửi, whom the register names; some say what for: `Như trên (b/c)`. */
const AS_ABOVE = /^như\s+(?:trên|kính\s+gửi)(?!\s*\p{L})/iu;
/** What the last line of Nơi nhận begins with; the column asks who keeps a copy: `VT`. */
const KEPT_BY = /^lưu\s*:\s*/iu;

const wordsOf = ({ text }: RecipientLine): string => text.trim().toLocaleLowerCase('vi');

/** How each line is told from another: by the organization that it means, or that a line of the same words does; or its words. */
const namesIn = (lines: RecipientLine[]): ((line: RecipientLine) => string) => {
  const meant = new Map(
    lines.flatMap((line) => (line.organizationId ? [[wordsOf(line), line.organizationId]] : [])),
  );
  return (line) => line.organizationId ?? meant.get(wordsOf(line)) ?? wordsOf(line);
};

/**
 * Columns 5 to 7: to whom it goes by name, who keeps a copy, and how many copies there are. As many as its author says;
 * else one for each that gets one, by this system or on paper (Article 17), whichever of its lines says so, and the one
 * that is kept.
 */
export const distributionOf = (
  content: ReportContent,
): Pick<OutgoingEntry, 'recipients' | 'archive' | 'copies'> => {
  const { addressees, recipients, archive, drafterMark } = content;
  const lines = [...addressees, ...recipients].filter(({ text }) => !AS_ABOVE.test(text.trim()));
  const nameOf = namesIn(lines);
  const once = lines.filter(
    (line, at) => lines.findIndex((other) => nameOf(other) === nameOf(line)) === at,
  );
  const onPaper = lines.filter(({ means }) => means === 'paper').map(nameOf);
  const reached = new Set([...deliveredTo(content), ...onPaper]);
  return {
    recipients: once.map(({ text }) => text),
    archive: archive.trim().replace(KEPT_BY, '').replace(/\.$/u, ''),
    copies: drafterMark?.copies ?? reached.size + 1,
  };
};

/** The number is never given again; the register says why. */
export const voidEntry = (entry: OutgoingEntry, reason: string): OutgoingEntry => ({
  ...entry,
  status: 'void',
  note: `Số hủy: ${reason}`,
});

/** A row of sổ đăng ký văn bản đến: one yearly series for everything that comes in (Article 22). */
export const IncomingEntry = z.strictObject({
  organizationId: OrganizationId,
  year: z.number().int(),
  incomingNumber: z.number().int().min(1),
  arrivedOn: OfficeDay,
  author: z.string(),
  ...DocumentNumber.shape,
  typeAndSubject: z.string(),
  receivedBy: z.string(),
  receivedAt: Instant,
  deliveryId: DeliveryId,
  note: z.string(),
});
export type IncomingEntry = z.infer<typeof IncomingEntry>;
