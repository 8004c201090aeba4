// How does a file get to a draft, and back to whoever wants to read it? It goes straight to the store, under its own hash.

import { type Attachment, typeOfAttachment } from '../../domain/attachment.ts';
import type { ReportId, Sha256 } from '../../domain/ids.ts';
import { Refusal } from '../../domain/refusal.ts';
import { expectStatus } from '../../domain/report.ts';
import type { FileLink, UploadForm } from '../ports.ts';
import { frozenAt, onDesk } from '../reading/attachment-places.ts';
import { findFrozen, findOwnReport } from '../reading/find.ts';
import { type Caller, requireRole } from '../reading/identify.ts';
import type { Needs } from '../world.ts';

/**
 * Where the file goes. It belongs to the draft when it stands in its content; what is taken out again expires.
 * Refusals: report_not_found, not_permitted, status_wrong.
 */
export const startAttachment = async (
  world: Needs<'records' | 'working'>,
  caller: Caller,
  reportId: ReportId,
  file: Attachment,
): Promise<UploadForm> => {
  requireRole(caller, 'drafter');
  expectStatus(await findOwnReport(world, caller, reportId), 'draft');
  const key = onDesk(reportId, file.sha256);
  return world.working.uploadFormFor(key, typeOfAttachment(file.name), file);
};

/** For the people of the report's organization. Refusals: report_not_found, file_not_found. */
export const linkAttachment = async (
  world: Needs<'records' | 'working'>,
  caller: Caller,
  reportId: ReportId,
  sha256: Sha256,
): Promise<FileLink & { fileName: string; sha256: Sha256 }> => {
  const report = await findOwnReport(world, caller, reportId);
  const isDraft = report.status === 'draft';
  const content = isDraft ? report.content : await findFrozen(world, report.submissionId);
  const named = content.attachments.find((each) => each.sha256 === sha256);
  if (named === undefined) throw new Refusal('file_not_found');
  const key = isDraft ? onDesk(reportId, sha256) : frozenAt(report.submissionId, sha256);
  const link = await world.working.link(key, named.name, 'attachment');
  return { ...link, fileName: named.name, sha256 };
};
