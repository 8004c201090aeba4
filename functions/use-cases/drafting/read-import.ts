// What was noted when a Word file became this report, and where is the file itself?

import type { ImportNote } from '../../domain/content/import-note.ts';
import { importKeys } from '../../domain/file-keys.ts';
import type { ReportId } from '../../domain/ids.ts';
import { Refusal } from '../../domain/refusal.ts';
import type { FileLink } from '../ports.ts';
import { findOwnReport } from '../reading/find.ts';
import type { Caller } from '../reading/identify.ts';
import type { WorldOf } from '../world.ts';
import { readImported } from './imported-report.ts';

const NEEDS = ['reports', 'working'] as const;

/** What the import of this report noted, and the file itself. Refusals: report_not_found, file_not_found. */
export const readImport = async (
  world: WorldOf<typeof NEEDS>,
  caller: Caller,
  reportId: ReportId,
): Promise<{ original: FileLink & { fileName: string }; notes: ImportNote[] }> => {
  const { drafterId, symbol } = await findOwnReport(world, caller, reportId);
  const { fileKey, reportKey, namedKey } = importKeys(drafterId, reportId);
  // Where no names were kept, what was read says what the file alone said.
  const read =
    (await readImported(world.working, namedKey)) ?? (await readImported(world.working, reportKey));
  if (read === null) throw new Refusal('file_not_found');
  const fileName = `Bản Word gốc ${symbol}.docx`;
  const original = { ...(await world.working.link(fileKey, fileName)), fileName };
  return { original, notes: read.notes };
};
readImport.needs = NEEDS;
