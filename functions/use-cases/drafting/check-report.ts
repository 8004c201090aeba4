// Does a report keep the rules of the decree? Asked while it is written.
import type { Finding } from '../../domain/content/finding.ts';
import type { ReportId } from '../../domain/ids.ts';
import { findFrozen, findOwnReport } from '../reading/find.ts';
import type { Caller } from '../reading/identify.ts';
import { signatureOf } from '../reading/printed-signer.ts';
import { findingsIn, meantBy } from '../reading/report-findings.ts';
import type { WorldOf } from '../world.ts';

const NEEDS = ['reports', 'submissions', 'directory'] as const;

/** Refusal: report_not_found. The revision says which words they belong to. */
export const checkReport = async (
  world: WorldOf<typeof NEEDS>,
  caller: Caller,
  reportId: ReportId,
): Promise<{ revision: number; findings: Finding[] }> => {
  const report = await findOwnReport(world, caller, reportId);
  const isDraft = report.status === 'draft';
  const content = isDraft ? report.content : await findFrozen(world, report.submissionId);
  // What was submitted bears the signer as they were then.
  const [signer, meant] = await Promise.all([
    isDraft ? signatureOf(world, caller.organization.settings.chain) : null,
    meantBy(world, content, caller.at),
  ]);
  const findings = findingsIn(content, caller, meant, signer);
  return { revision: report.revision, findings };
};
checkReport.needs = NEEDS;
