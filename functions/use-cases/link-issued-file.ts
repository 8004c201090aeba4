// Who may download an issued file, and is it written down? The sender's people and the recipients'; every download of theirs is.
import { chained } from '../domain/audit-event.ts';
import { touchDelivery } from '../domain/delivery.ts';
import { deliveryIdOf, type ReportId, type Sha256 } from '../domain/ids.ts';
import { printedNumber } from '../domain/issue.ts';
import { Refusal } from '../domain/refusal.ts';
import { expectStatus } from '../domain/report.ts';
import type { Caller } from './identify.ts';
import type { FileLink } from './ports.ts';
import { retryConflicts } from './retry-conflicts.ts';
import type { Needs } from './world.ts';

type Format = 'pdf' | 'docx';

/** A recipient's download is an event of his delivery. Refusal: report_not_found for everybody else. */
const recordDownload = (
  { records }: Needs<'records'>,
  caller: Caller,
  reportId: ReportId,
  format: Format,
): Promise<void> =>
  retryConflicts(async () => {
    const before = await records.delivery(deliveryIdOf(reportId, caller.organization.id));
    if (before === null) throw new Refusal('report_not_found');
    const happening = { kind: 'downloaded', format } as const;
    const touched = chained(touchDelivery(before), caller.person.id, caller.at, happening);
    await records.commit({ delivery: { before, ...touched } });
  });

/** The readable name of the file: `118-BC-UBND.pdf`; the DOCX says that it has no legal value. */
const fileNameOf = (number: number, symbol: string, format: Format): string => {
  const name = printedNumber(number, symbol).replaceAll('/', '-');
  return format === 'pdf' ? `${name}.pdf` : `${name} (để tổng hợp, không có giá trị pháp lý).docx`;
};

/** Refusals: report_not_found, status_wrong when it is not issued. */
export const linkIssuedFile = async (
  world: Needs<'records' | 'signed'>,
  caller: Caller,
  reportId: ReportId,
  format: Format,
): Promise<FileLink & { fileName: string; sha256: Sha256 }> => {
  const report = await world.records.report(reportId);
  if (report === null) throw new Refusal('report_not_found');
  const own = report.organizationId === caller.organization.id;
  if (!own) await recordDownload(world, caller, reportId, format);
  const { issue } = expectStatus(report, 'issued');
  const { key, versionId, sha256 } = issue[format];
  const fileName = fileNameOf(issue.number, issue.symbol, format);
  return { ...(await world.signed.link(key, versionId, fileName)), fileName, sha256 };
};
