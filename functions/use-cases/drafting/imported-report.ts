// What was read from a Word file, before and after its recipients are looked up in the directory?
import * as z from 'zod';
import { ImportedReport } from '../../contracts/hand-offs.ts';
import { ImportNote, MOST_NOTES_TOLD } from '../../domain/content/import-note.ts';
import { asWritten } from '../../domain/written-later.ts';
import type { WorkingFiles } from '../ports.ts';

const NamedReport = ImportedReport.extend({ notes: z.array(ImportNote).max(MOST_NOTES_TOLD) });
export type NamedReport = z.infer<typeof NamedReport>;

/** With or without its recipients named: by its place. */
export const readImported = async (
  working: WorkingFiles,
  key: string,
): Promise<NamedReport | null> => {
  const bytes = await working.read(key);
  if (bytes === null) return null;
  const said: unknown = JSON.parse(new TextDecoder().decode(bytes));
  return asWritten('the imported report', () => NamedReport.parse(said));
};
