// What makes a document official? Its number, its date, its signature and seal, and the one file that holds them.
import * as z from 'zod';
import { Instant, PersonId, Sha256 } from './ids.ts';
import { OfficeDay } from './office-calendar.ts';

/** Number and symbol are one name: `118/BC-UBND`. Unique in a year within an agency (Decree 30/2020, Article 15). */
export const DocumentNumber = z.strictObject({
  number: z.number().int().min(1),
  symbol: z.string(),
  date: OfficeDay,
});
export type DocumentNumber = z.infer<typeof DocumentNumber>;

/** Numbers below 10 get one leading zero. Decree 30/2020, Annex I, II.3. */
export const printedNumber = (number: number, symbol: string): string =>
  `${String(number).padStart(2, '0')}/${symbol}`;

/** The one file: its version in the signed bucket and what its bytes hash to. */
export const IssuedFile = z.strictObject({
  key: z.string(),
  versionId: z.string(),
  sha256: Sha256,
  bytes: z.number().int().min(1),
});
export type IssuedFile = z.infer<typeof IssuedFile>;

export const Issue = z.strictObject({
  ...DocumentNumber.shape,
  signerId: PersonId,
  signerName: z.string(),
  sealing: z.enum(['clerk', 'automatic']),
  sealedBy: PersonId.nullable(),
  issuedAt: Instant,
  pdf: IssuedFile,
  docx: IssuedFile,
});
export type Issue = z.infer<typeof Issue>;
