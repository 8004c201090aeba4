// By which words is a document found, and by whom? By those of its number, dates, people, organizations and subject;
// by its own organization.
import * as z from 'zod';
import { DOCUMENT_TYPES, type DocumentType } from '../content/document-type.ts';
import type { ReportContent } from '../content/report-content.ts';
import { Instant, OrganizationId } from '../ids.ts';
import type { Delivery } from '../issued/delivery.ts';
import type { DocumentNumber } from '../issued/issue.ts';
import { officeDayOf } from '../office-calendar.ts';
import type { Submission } from '../workflow/submission.ts';
import { wordsOf, wordsOfDay } from './folded-words.ts';

/**
 * Each word is an item, and a report that is submitted anew takes its old words off the shelf in the transaction that
 * puts the new ones there: twice 44 and a dozen other writes are what one transaction takes (100).
 */
export const MOST_WORDS = 44;

/** What an organization has written, and what has come to it, are looked through apart. */
export const Shelf = z.enum(['report', 'delivery']);
export type Shelf = z.infer<typeof Shelf>;

/** One document on a shelf of an organization, under each of its words, by when it was submitted or arrived. */
export const Findable = z.strictObject({
  shelf: Shelf,
  organizationId: OrganizationId,
  id: z.string(),
  at: Instant,
  words: z.array(z.string().min(1)).max(MOST_WORDS),
});
export type Findable = z.infer<typeof Findable>;

/** Whom it is from, of which type, and whether it is more than ordinarily urgent: no text has a word with a colon. */
export const senderWord = (sender: OrganizationId): string => `from:${sender}`;
export const typeWord = (type: DocumentType): string => `type:${type}`;
export const URGENT_WORD = 'urgency:any';

const firstOf = (words: string[]): string[] => [...new Set(words)].slice(0, MOST_WORDS);

/**
 * A report from its submission on; number and day of issue come later. What is named first is found for sure: of a
 * subject that fills a page, and of many recipients, the first words.
 */
export const findableReport = (
  { reportId, organizationId, submittedAt }: Submission,
  content: ReportContent,
  /** Who writes it, then those whom it goes through. */
  [drafterName = '', ...otherNames]: string[],
  issue: DocumentNumber | null,
): Findable => ({
  shelf: 'report',
  organizationId,
  id: reportId,
  at: submittedAt,
  words: firstOf([
    ...(issue ? [String(issue.number)] : []),
    ...wordsOfDay(issue?.date ?? officeDayOf(submittedAt)),
    ...wordsOf(content.symbol),
    ...wordsOf(DOCUMENT_TYPES[content.type].name),
    ...wordsOf(content.signature.name),
    ...wordsOf(drafterName),
    ...wordsOf(content.subject),
    ...otherNames.flatMap(wordsOf),
    ...[...content.addressees, ...content.recipients].flatMap(({ text }) => wordsOf(text)),
  ]),
});

/** A document that came, as its recipient knows it. */
export const findableDelivery = ({
  id,
  recipientId,
  senderId,
  senderName,
  type,
  subject,
  issue,
  arrivedAt,
}: Delivery): Findable => ({
  shelf: 'delivery',
  organizationId: recipientId,
  id,
  at: arrivedAt,
  words: firstOf([
    senderWord(senderId),
    typeWord(type),
    ...(issue.urgency === null ? [] : [URGENT_WORD]),
    String(issue.number),
    ...wordsOfDay(issue.date),
    ...wordsOf(issue.symbol),
    ...wordsOf(DOCUMENT_TYPES[type].name),
    ...wordsOf(issue.signerName),
    ...wordsOf(senderName),
    ...wordsOf(subject),
  ]),
});
