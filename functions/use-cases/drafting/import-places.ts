// Where does an imported Word file lie, and where what was read in it?
import * as z from 'zod';
import { ImportedReport } from '../../contracts/hand-offs.ts';
import type { PersonId, ReportId } from '../../domain/ids.ts';
import { ImportNote, MOST_NOTES_TOLD } from '../../domain/import-note.ts';
import type { WorkingFiles } from '../ports.ts';

/** The file is kept as it came, as long as any file on its way; nobody but its drafter can name its place. */
export const importPlacesOf = (drafterId: PersonId, reportId: ReportId) => ({
  fileKey: `imports/${drafterId}/${reportId}.docx`,
  reportKey: `imports/${drafterId}/${reportId}.json`,
  /** The same with its recipients named, as the directory was when it was read. */
  namedKey: `imports/${drafterId}/${reportId}.named.json`,
});

const NamedReport = ImportedReport.extend({ notes: z.array(ImportNote).max(MOST_NOTES_TOLD) });
export type NamedReport = z.infer<typeof NamedReport>;

/** What was read in the file, with or without its recipients named: by its place. */
export const readImported = async (
  working: WorkingFiles,
  key: string,
): Promise<NamedReport | null> => {
  const bytes = await working.read(key);
  return bytes && NamedReport.parse(JSON.parse(new TextDecoder().decode(bytes)));
};
