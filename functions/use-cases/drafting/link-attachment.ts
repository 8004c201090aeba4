// How does somebody read a file that is attached to a report?
import { attachmentKey, frozenAttachmentKey } from '../../domain/file-keys.ts';
import type { ReportId, Sha256 } from '../../domain/ids.ts';
import { Refusal } from '../../domain/refusal.ts';
import type { FileLink } from '../ports.ts';
import { findFrozen, findOwnReport } from '../reading/find.ts';
import type { Caller } from '../reading/identify.ts';
import type { WorldOf } from '../world.ts';

const NEEDS = ['reports', 'submissions', 'working'] as const;

/** For the people of the report's organization. Refusals: report_not_found, file_not_found. */
export const linkAttachment = async (
  world: WorldOf<typeof NEEDS>,
  caller: Caller,
  reportId: ReportId,
  sha256: Sha256,
): Promise<FileLink & { fileName: string; sha256: Sha256 }> => {
  const report = await findOwnReport(world, caller, reportId);
  const isDraft = report.status === 'draft';
  const content = isDraft ? report.content : await findFrozen(world, report.submissionId);
  const named = content.attachments.find((each) => each.sha256 === sha256);
  if (named === undefined) throw new Refusal('file_not_found');
  const key = isDraft
    ? attachmentKey(reportId, sha256)
    : frozenAttachmentKey(report.submissionId, sha256);
  const link = await world.working.link(key, named.name, 'attachment');
  return { ...link, fileName: named.name, sha256 };
};
linkAttachment.needs = NEEDS;
