// What may anyone who holds a file learn of it? Found by the hash of its bytes: as what it was first issued, and by whom.
import * as z from 'zod';
import { ReportId, Sha256 } from '../ids.ts';
import { DocumentNumber, IssuedFormat } from './issue.ts';

/** What it was in the issue: the document in one of its formats, or a file that went with it. */
const FileRole = z.enum([...IssuedFormat.options, 'attachment']);

export const KnownFile = z.strictObject({
  sha256: Sha256,
  role: FileRole,
  reportId: ReportId,
  versionId: z.string(),
  organizationName: z.string(),
  ...DocumentNumber.shape,
});
export type KnownFile = z.infer<typeof KnownFile>;
