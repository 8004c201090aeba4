// How does an uploaded Word file become a report? It is read by a function that can reach nothing else, and becomes a draft.

import type { ImportNote } from '../../domain/content/import-note.ts';
import { importKeys } from '../../domain/file-keys.ts';
import { JSON_TEXT } from '../../domain/file-kind.ts';
import type { ReportId } from '../../domain/ids.ts';
import { Refusal } from '../../domain/refusal.ts';
import type { Report } from '../../domain/workflow/report.ts';
import { type Caller, requireRole } from '../reading/identify.ts';
import type { Needs, WorldOf } from '../world.ts';
import { enterDraft } from './enter-draft.ts';
import { type NamedReport, readImported } from './imported-report.ts';
import { nameRecipients } from './name-recipients.ts';

/** What was named once stays, so that notes and draft speak of the same day's directory. Refusal: file_not_found. */
const named = async (
  world: Needs<'directory' | 'working'>,
  caller: Caller,
  { reportKey, namedKey }: ReturnType<typeof importKeys>,
): Promise<NamedReport> => {
  const before = await readImported(world.working, namedKey);
  if (before !== null) return before;
  const read = await readImported(world.working, reportKey);
  if (read === null) throw new Refusal('file_not_found');
  const { content, notes } = await nameRecipients(world, caller, read.content);
  const report: NamedReport = { content, notes: [...notes, ...read.notes] };
  const bytes = new TextEncoder().encode(JSON.stringify(report));
  await world.working.writeOnce(namedKey, bytes, JSON_TEXT);
  return (await readImported(world.working, namedKey)) ?? report;
};

const NEEDS = ['reports', 'commit', 'presses', 'directory', 'importer', 'working'] as const;

/** Repeatable: one upload becomes one report. Refusals: not_permitted, file_not_found, file_*, content_too_large. */
export const importReport = async (
  world: WorldOf<typeof NEEDS>,
  caller: Caller,
  reportId: ReportId,
): Promise<{ report: Report; notes: ImportNote[] }> => {
  requireRole(caller, 'drafter');
  const place = importKeys(caller.person.id, reportId);
  await world.importer.read({ fileKey: place.fileKey, reportKey: place.reportKey });
  const { content, notes } = await named(world, caller, place);
  const made = await world.reports.read(reportId);
  const report = made ?? (await enterDraft(world, caller, reportId, content));
  return { report, notes };
};
importReport.needs = NEEDS;
