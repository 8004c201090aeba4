// How does a report begin with a Word file? The drafter uploads it, has it read, and finds what was read on his desk.
import * as z from 'zod';
import { ImportedReport } from '../../contracts/hand-offs.ts';
import type { PersonId, ReportId } from '../../domain/ids.ts';
import { ImportNote, LARGEST_IMPORT, MOST_NOTES_TOLD } from '../../domain/import-note.ts';
import { Refusal } from '../../domain/refusal.ts';
import type { Report } from '../../domain/report.ts';
import type { FileLink, UploadForm, WorkingFiles } from '../ports.ts';
import { findOwnReport } from '../reading/find.ts';
import { type Caller, requireRole } from '../reading/identify.ts';
import type { Needs } from '../world.ts';
import { enterDraft } from './enter-draft.ts';
import { nameRecipients } from './name-recipients.ts';

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** The file is kept as it came, as long as any file on its way; nobody but its drafter can name its place. */
const placeOf = (drafterId: PersonId, reportId: ReportId) => ({
  fileKey: `imports/${drafterId}/${reportId}.docx`,
  reportKey: `imports/${drafterId}/${reportId}.json`,
  /** The same with its recipients named, as the directory was when it was read. */
  namedKey: `imports/${drafterId}/${reportId}.named.json`,
});

const NamedReport = ImportedReport.extend({ notes: z.array(ImportNote).max(MOST_NOTES_TOLD) });
type NamedReport = z.infer<typeof NamedReport>;

const resultIn = async (working: WorkingFiles, key: string): Promise<NamedReport | null> => {
  const bytes = await working.read(key);
  return bytes && NamedReport.parse(JSON.parse(new TextDecoder().decode(bytes)));
};

/** What was named once stays, so that notes and draft speak of the same day's directory. Refusal: file_not_found. */
const named = async (
  world: Needs<'directory' | 'working'>,
  caller: Caller,
  { reportKey, namedKey }: ReturnType<typeof placeOf>,
): Promise<NamedReport> => {
  const before = await resultIn(world.working, namedKey);
  if (before !== null) return before;
  const read = await resultIn(world.working, reportKey);
  if (read === null) throw new Refusal('file_not_found');
  const { content, notes } = await nameRecipients(world, caller, read.content);
  const report: NamedReport = { content, notes: [...notes, ...read.notes] };
  const bytes = new TextEncoder().encode(JSON.stringify(report));
  await world.working.writeOnce(namedKey, bytes, 'application/json');
  return (await resultIn(world.working, namedKey)) ?? report;
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
  world: Needs<'records' | 'directory' | 'working' | 'importer' | 'presses'>,
  caller: Caller,
  reportId: ReportId,
): Promise<{ report: Report; notes: ImportNote[] }> => {
  requireRole(caller, 'drafter');
  const place = placeOf(caller.person.id, reportId);
  await world.importer.read({ fileKey: place.fileKey, reportKey: place.reportKey });
  const { content, notes } = await named(world, caller, place);
  const made = await world.records.report(reportId);
  const report = made ?? (await enterDraft(world, caller, reportId, content));
  return { report, notes };
};

/** What the import of this report noted, and the file itself. Refusals: report_not_found, file_not_found. */
export const readImport = async (
  world: Needs<'records' | 'working'>,
  caller: Caller,
  reportId: ReportId,
): Promise<{ original: FileLink & { fileName: string }; notes: ImportNote[] }> => {
  const { drafterId, symbol } = await findOwnReport(world, caller, reportId);
  const { fileKey, reportKey, namedKey } = placeOf(drafterId, reportId);
  // Where no names were kept, what was read says what the file alone said.
  const read =
    (await resultIn(world.working, namedKey)) ?? (await resultIn(world.working, reportKey));
  if (read === null) throw new Refusal('file_not_found');
  const fileName = `Bản Word gốc ${symbol}.docx`;
  const original = { ...(await world.working.link(fileKey, fileName)), fileName };
  return { original, notes: read.notes };
};
