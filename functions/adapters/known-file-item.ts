// How is an issued file found by what it is? Under the SHA-256 of its bytes.
import * as z from 'zod';
import { ReportId, Sha256 } from '../domain/ids.ts';
import { OfficeDay } from '../domain/office-calendar.ts';
import type { KnownFile } from '../use-cases/ports.ts';
import type { Item, Read } from './item.ts';
import { fileKey } from './keys.ts';

const KnownFileRecord = z.strictObject({
  sha256: Sha256,
  role: z.enum(['pdf', 'docx', 'attachment']),
  reportId: ReportId,
  versionId: z.string(),
  organizationName: z.string(),
  number: z.number().int(),
  symbol: z.string(),
  date: OfficeDay,
}) satisfies z.ZodType<KnownFile>;

export const knownFileItem = (file: KnownFile): Item => ({
  ...fileKey(file.sha256),
  record: KnownFileRecord.parse(file),
});

export const knownFileIn = ({ record }: Read): KnownFile => KnownFileRecord.parse(record);
