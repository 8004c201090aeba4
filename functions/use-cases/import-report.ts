// How does a report begin with a Word file? The drafter uploads it, has it read, and finds what was read on his desk.
import { ImportedReport } from '../contracts/hand-offs.ts';
import type { PersonId, ReportId } from '../domain/ids.ts';
import { type ImportNote, LARGEST_IMPORT } from '../domain/import-note.ts';
import { Refusal } from '../domain/refusal.ts';
import type { Report } from '../domain/report.ts';
import { createReport } from './create-report.ts';
import { findOwnReport } from './find.ts';
import { type Caller, requireRole } from './identify.ts';
import { nameRecipients } from './name-recipients.ts';
import type { FileLink, UploadForm, WorkingFiles } from './ports.ts';
import type { Needs } from './world.ts';

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** The file is kept as it came, as long as any file on its way; nobody but its drafter can name its place. */
const placeOf = (drafterId: PersonId, reportId: ReportId) => ({
  fileKey: `imports/${drafterId}/${reportId}.docx`,
  reportKey: `imports/${drafterId}/${reportId}.json`,
});

const resultIn = async (working: WorkingFiles, key: string): Promise<ImportedReport | null> => {
  const bytes = await working.read(key);
  return bytes && ImportedReport.parse(JSON.parse(new TextDecoder().decode(bytes)));
};

/** Where the file goes; the report that will be made of it has its name already. Refusal: not_permitted. */
export const startImport = async (
  { working, ids }: Needs<'working' | 'ids'>,
  caller: Caller,
): Promise<{ reportId: ReportId; upload: UploadForm }> => {
  requireRole(caller, 'drafter');
  const reportId = ids.report();
  const { fileKey } = placeOf(caller.person.id, reportId);
  return { reportId, upload: await working.uploadForm(fileKey, DOCX, LARGEST_IMPORT) };
};

/** Repeatable: one upload becomes one report. Refusals: not_permitted, file_not_found, file_*, content_too_large. */
export const importReport = async (
  world: Needs<'records' | 'directory' | 'ids' | 'working' | 'importer' | 'presses'>,
  caller: Caller,
  reportId: ReportId,
): Promise<{ report: Report; notes: ImportNote[] }> => {
  requireRole(caller, 'drafter');
  const place = placeOf(caller.person.id, reportId);
  await world.importer.read(place);
  const read = await resultIn(world.working, place.reportKey);
  if (read === null) throw new Refusal('file_not_found');
  const { content, notes } = await nameRecipients(world, caller, read.content);
  const made = await world.records.report(reportId);
  const report = made ?? (await createReport(world, caller, content, reportId));
  return { report, notes: [...notes, ...read.notes] };
};

/** What the import of this report noted, and the file itself. Refusals: report_not_found, file_not_found. */
export const readImport = async (
  world: Needs<'records' | 'directory' | 'working'>,
  caller: Caller,
  reportId: ReportId,
): Promise<{ original: FileLink & { fileName: string }; notes: ImportNote[] }> => {
  const { drafterId, symbol } = await findOwnReport(world, caller, reportId);
  const { fileKey, reportKey } = placeOf(drafterId, reportId);
  const read = await resultIn(world.working, reportKey);
  if (read === null) throw new Refusal('file_not_found');
  const fileName = `Bản Word gốc ${symbol}.docx`;
  const original = { ...(await world.working.link(fileKey, fileName)), fileName };
  const { notes } = await nameRecipients(world, caller, read.content);
  return { original, notes: [...notes, ...read.notes] };
};
