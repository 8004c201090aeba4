// What makes a document official? Its number, its date, its signature and seal, and the one file that holds them.
import * as z from 'zod';
import { AttachmentName, MOST_ATTACHMENTS } from '../content/attachment.ts';
import { Urgency } from '../content/urgency.ts';
import { WhoSeals } from '../directory/organization.ts';
import { Instant, PersonId, Sha256 } from '../ids.ts';
import { OfficeDay } from '../office-calendar.ts';

/** Number and symbol are one name: `118/BC-UBND`. Unique in a year within an agency (Decree 30/2020, Article 15). */
export const DocumentNumber = z.strictObject({
  number: z.number().int().min(1),
  symbol: z.string(),
  date: OfficeDay,
});
export type DocumentNumber = z.infer<typeof DocumentNumber>;

/** The signed PDF, or the DOCX that is for reuse only. */
export const IssuedFormat = z.enum(['pdf', 'docx']);
export type IssuedFormat = z.infer<typeof IssuedFormat>;

/** The one file: its version in the signed bucket and what its bytes hash to. */
export const IssuedFile = z.strictObject({
  key: z.string(),
  versionId: z.string(),
  sha256: Sha256,
  bytes: z.number().int().min(1),
});
export type IssuedFile = z.infer<typeof IssuedFile>;

/** A file that went with it, kept as the document itself is. */
export const IssuedAttachment = z.strictObject({ name: AttachmentName, ...IssuedFile.shape });
export type IssuedAttachment = z.infer<typeof IssuedAttachment>;

/** What an event of a chain says of them; nothing where there are none. */
export const evidenceOf = (files: readonly IssuedAttachment[]) =>
  files.length > 0 && { attachments: files.map(({ name, sha256 }) => ({ name, sha256 })) };

export const Issue = z.strictObject({
  ...DocumentNumber.shape,
  signerId: PersonId,
  signerName: z.string(),
  sealing: WhoSeals,
  sealedBy: PersonId.nullable(),
  issuedAt: Instant,
  /** As it is printed on it. */
  urgency: Urgency.nullable().default(null),
  pdf: IssuedFile,
  docx: IssuedFile,
  attachments: z.array(IssuedAttachment).max(MOST_ATTACHMENTS).default([]),
});
export type Issue = z.infer<typeof Issue>;
