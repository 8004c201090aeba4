// How does a file get to a draft? It goes straight to the store, under its own hash.
import { type Attachment, typeOfAttachment } from '../../domain/content/attachment.ts';
import { attachmentKey } from '../../domain/file-keys.ts';
import type { ReportId } from '../../domain/ids.ts';
import { expectStatus } from '../../domain/workflow/report.ts';
import type { UploadForm } from '../ports.ts';
import { findOwnReport } from '../reading/find.ts';
import { type Caller, requireRole } from '../reading/identify.ts';
import type { WorldOf } from '../world.ts';

const NEEDS = ['reports', 'working'] as const;

/**
 * Where the file goes. It belongs to the draft when it stands in its content; what is taken out again expires.
 * Refusals: report_not_found, not_permitted, status_wrong.
 */
export const startAttachment = async (
  world: WorldOf<typeof NEEDS>,
  caller: Caller,
  reportId: ReportId,
  file: Attachment,
): Promise<UploadForm> => {
  requireRole(caller, 'drafter');
  expectStatus(await findOwnReport(world, caller, reportId), 'draft');
  const key = attachmentKey(reportId, file.sha256);
  return world.working.uploadFormFor(key, typeOfAttachment(file.name), file);
};
startAttachment.needs = NEEDS;
