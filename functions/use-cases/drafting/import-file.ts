// Which report is in this Word file? It is read by a function that can reach nothing else, and the result is written beside the file.
import type { ImportedReport, ImportJob } from '../../contracts/hand-offs.ts';
import { importDocx } from '../../document/import/import-docx.ts';
import { Refusal } from '../../domain/refusal.ts';
import type { WorldOf } from '../world.ts';

const NEEDS = ['working'] as const;

/** Repeatable: what was read once stays. Refusals: file_not_found, file_*, content_too_large. */
export const importFile = async (
  { working }: WorldOf<typeof NEEDS>,
  { fileKey, reportKey }: ImportJob,
): Promise<Record<string, never>> => {
  const file = await working.read(fileKey);
  if (file === null) throw new Refusal('file_not_found');
  const { content, notes } = await importDocx(file);
  const report: ImportedReport = { content, notes: [...notes] };
  const bytes = new TextEncoder().encode(JSON.stringify(report));
  await working.writeOnce(reportKey, bytes, 'application/json');
  return {};
};
importFile.needs = NEEDS;
