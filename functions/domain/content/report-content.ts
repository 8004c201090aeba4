// What does a document say? Everything its author writes, and nothing that issuing adds.
import * as z from 'zod';
import type { Wrong } from '../field-problem.ts';
import { OrganizationId } from '../ids.ts';
import { Attachments } from './attachment.ts';
import { Block, textOf } from './block.ts';
import { DocumentType } from './document-type-schema.ts';
import { LONGEST_PART, MOST_ADDRESSEES, MOST_RECIPIENTS } from './lengths.ts';
import { IN_SYMBOL, line, written, writtenLine } from './text.ts';
import { Urgency } from './urgency.ts';

/** Most blocks: a report of 40 pages has some 600; ten times that is a mistake or an attack. */
const MOST_BLOCKS = 6_000;

/** Most text, in UTF-16 units: some 300 pages, which take a second to set and a quarter of a gigabyte. */
const MOST_TEXT = 1_000_000;

export const Subject = writtenLine(LONGEST_PART.subject);

/** One line of Kính gửi or Nơi nhận: the printed words, whom they mean, and how it gets there. */
export const RecipientLine = z.strictObject({
  text: writtenLine(LONGEST_PART.recipient),
  organizationId: OrganizationId.nullable(),
  means: z.enum(['system', 'paper', 'nameOnly']),
});
export type RecipientLine = z.infer<typeof RecipientLine>;

const signatureOf = (text: typeof line) =>
  z.strictObject({
    authority: text(LONGEST_PART.authority).nullable(),
    titles: z.array(text(LONGEST_PART.title)).min(1).max(3),
    name: text(LONGEST_PART.personName),
  });

/**
 * Who signs in whose name, as the directory has it: `TM. ỦY BAN NHÂN DÂN` / `CHỦ TỊCH` / name.
 * A deputy has two titles, `KT. CHỦ TỊCH` and `PHÓ CHỦ TỊCH`. Decree 30/2020, Annex I, II.7.
 */
export const SignatureBlock = signatureOf(line);
export type SignatureBlock = z.infer<typeof SignatureBlock>;

/** Phụ lục: number (Roman, where there are several) and reference to the document are printed, not typed. */
const Appendix = z.strictObject({
  title: writtenLine(LONGEST_PART.appendixTitle),
  blocks: z.array(Block).max(MOST_BLOCKS),
});

/** LƯU HÀNH NỘI BỘ, XEM XONG TRẢ LẠI: Annex I, III.3. */
const Circulation = z.enum(['internal', 'returnAfterReading']);

/** Who wrote and in how many copies, `PL.(300)`: Annex I, III.4. */
const DrafterMark = z.strictObject({
  initials: writtenLine(10, 1),
  copies: z.number().int().min(1).max(9_999),
});

/**
 * A draft may have gaps, and characters that cannot be printed: what must be there when it is submitted is said by
 * `missingParts`, what may not by the check.
 */
export const ReportContent = z
  .strictObject({
    type: DocumentType,
    /** The line above the agency's name, if it has a superior that is shown. */
    superiorLine: writtenLine(LONGEST_PART.agencyLine).nullable(),
    agencyLines: z.array(writtenLine(LONGEST_PART.agencyLine)).min(1).max(3),
    /** What follows the number: `BC-UBND`. */
    symbol: written(30)
      .regex(/^[\p{L}\d.&-]+$/u)
      .meta({ pattern: `^${IN_SYMBOL}+$` }),
    place: writtenLine(LONGEST_PART.place),
    subject: Subject,
    addressees: z.array(RecipientLine).max(MOST_ADDRESSEES),
    blocks: z.array(Block).max(MOST_BLOCKS),
    recipients: z.array(RecipientLine).max(MOST_RECIPIENTS),
    /** `Lưu: VT, VP`, printed as the last line of Nơi nhận. */
    archive: writtenLine(LONGEST_PART.archive),
    /** As its drafter writes it; the check holds it against the directory. */
    signature: signatureOf(writtenLine),
    urgency: Urgency.nullable().default(null),
    circulation: Circulation.nullable().default(null),
    /** At most 50: more would be a book. */
    appendices: z.array(Appendix).max(50).default([]),
    drafterMark: DrafterMark.nullable().default(null),
    /** The agency's address, telephone and the like, at the foot of the first page, at most two lines: Annex I, III.5. */
    contactLine: writtenLine(180).nullable().default(null),
    /** Files that go with it; none of them is printed. */
    attachments: Attachments.default([]),
  })
  .superRefine(({ blocks, appendices }, context) => {
    const all = [...blocks, ...appendices.flatMap((appendix) => appendix.blocks)];
    const length = all.reduce((sum, block) => sum + textOf(block).length, 0);
    if (length > MOST_TEXT) {
      const message = `and appendices have ${length} characters, at most ${MOST_TEXT} can be set`;
      const wrong: Wrong = { what: 'tooLong', is: length, most: MOST_TEXT };
      context.addIssue({ code: 'custom', path: ['blocks'], message, params: { wrong } });
    }
  });
export type ReportContent = z.infer<typeof ReportContent>;

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
  for (const [index, { title }] of content.appendices.entries()) {
    if (title === '') missing.push(['appendices', index, 'title']);
  }
  if (content.archive === '') missing.push(['archive']);
  if (content.signature.titles.every((text) => text === '')) missing.push(['signature', 'titles']);
  if (content.signature.name === '') missing.push(['signature', 'name']);
  return missing;
};

/** What most documents do without (Article 8.2): the beginning of a new one. */
export const NO_OPTIONAL_PARTS = {
  urgency: null,
  circulation: null,
  appendices: [],
  drafterMark: null,
  contactLine: null,
  attachments: [],
} satisfies Partial<ReportContent>;

/** The organizations that the report goes to by this system: addressees and nơi nhận, each once, archive left out. */
export const deliveredTo = (content: ReportContent): OrganizationId[] => [
  ...new Set(
    [...content.addressees, ...content.recipients].flatMap((recipient) =>
      recipient.means === 'system' && recipient.organizationId ? [recipient.organizationId] : [],
    ),
  ),
];
