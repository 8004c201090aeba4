// Who may download what was issued, and is it recorded? The sender's people and the recipients; every download by a recipient is.
import { chained, type Happening } from '../../domain/audit-event.ts';
import { deliveryIdOf, type ReportId, type Sha256 } from '../../domain/ids.ts';
import { touchDelivery } from '../../domain/issued/delivery.ts';
import type { Issue, IssuedFile } from '../../domain/issued/issue.ts';
import { Refusal } from '../../domain/refusal.ts';
import { expectStatus } from '../../domain/workflow/report.ts';
import { retryConflicts } from '../effects/retry-conflicts.ts';
import type { FileLink } from '../ports.ts';
import { findReport } from '../reading/find.ts';
import type { Caller } from '../reading/identify.ts';
import type { Needs } from '../world.ts';

type Download = Extract<Happening, { kind: 'downloaded' | 'attachmentDownloaded' }>;

export type Link = FileLink & { fileName: string; sha256: Sha256 };

/** A recipient's download is an event of their delivery. Refusal: report_not_found for everybody else. */
const recordDownload = (
  { commit, deliveries }: Needs<'deliveries' | 'commit'>,
  caller: Caller,
  reportId: ReportId,
  happening: Download,
): Promise<void> =>
  retryConflicts(async () => {
    const before = await deliveries.read(deliveryIdOf(reportId, caller.organization.id));
    if (before === null) throw new Refusal('report_not_found');
    const touched = chained(touchDelivery(before), caller.person.id, caller.at, happening);
    await commit({ delivery: { before, ...touched } });
  });

/**
 * A link to what `choose` finds in the issue, written down where it is a recipient who asks.
 * Refusals: report_not_found, status_wrong when it is not issued, file_not_found.
 */
export const linkIssued = async (
  world: Needs<'reports' | 'deliveries' | 'signed' | 'commit'>,
  caller: Caller,
  reportId: ReportId,
  choose: (issue: Issue) => { file: IssuedFile; fileName: string; happening: Download } | null,
): Promise<Link> => {
  const report = await findReport(world, reportId);
  const chosen = report.status === 'issued' ? choose(report.issue) : null;
  if (report.organizationId !== caller.organization.id) {
    // Whoever did not get it learns nothing of it.
    if (chosen === null) throw new Refusal('report_not_found');
    await recordDownload(world, caller, reportId, chosen.happening);
  }
  expectStatus(report, 'issued');
  if (chosen === null) throw new Refusal('file_not_found');
  const { file, fileName } = chosen;
  const link = await world.signed.link(file.key, file.versionId, fileName);
  return { ...link, fileName, sha256: file.sha256 };
};
