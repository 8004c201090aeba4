// How does somebody who may read an issued document get a file that went with it?
import type { ReportId, Sha256 } from '../../domain/ids.ts';
import type { Caller } from '../reading/identify.ts';
import type { WorldOf } from '../world.ts';
import { type Link, linkIssued } from './link-issued.ts';

const NEEDS = ['reports', 'deliveries', 'commit', 'signed'] as const;

/** A file that went with it, under its own name. Refusals: report_not_found, status_wrong, file_not_found. */
export const linkIssuedAttachment = (
  world: WorldOf<typeof NEEDS>,
  caller: Caller,
  reportId: ReportId,
  sha256: Sha256,
): Promise<Link> =>
  linkIssued(world, caller, reportId, ({ attachments }) => {
    const file = attachments.find((each) => each.sha256 === sha256);
    if (file === undefined) return null;
    const { name } = file;
    return { file, fileName: name, happening: { kind: 'attachmentDownloaded', name, sha256 } };
  });
linkIssuedAttachment.needs = NEEDS;
