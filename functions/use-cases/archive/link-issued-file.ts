// How does somebody who may read an issued document get its file: the signed one, or the one for reuse?
import type { ReportId } from '../../domain/ids.ts';
import type { IssuedFormat } from '../../domain/issued/issue.ts';
import { printedNumber } from '../../domain/issued/printed-number.ts';
import type { Caller } from '../reading/identify.ts';
import type { WorldOf } from '../world.ts';
import { type Link, linkIssued } from './link-issued.ts';

/** The readable name of the file: `118-BC-UBND.pdf`; the DOCX says that it has no legal value. */
const fileNameOf = (number: number, symbol: string, format: IssuedFormat): string => {
  const name = printedNumber(number, symbol).replaceAll('/', '-');
  return format === 'pdf' ? `${name}.pdf` : `${name} (để tổng hợp, không có giá trị pháp lý).docx`;
};

const NEEDS = ['reports', 'deliveries', 'commit', 'signed'] as const;

/** Refusals: report_not_found, status_wrong when it is not issued. */
export const linkIssuedFile = (
  world: WorldOf<typeof NEEDS>,
  caller: Caller,
  reportId: ReportId,
  format: IssuedFormat,
): Promise<Link> =>
  linkIssued(world, caller, reportId, (issue) => ({
    file: issue[format],
    fileName: fileNameOf(issue.number, issue.symbol, format),
    happening: { kind: 'downloaded', format },
  }));
linkIssuedFile.needs = NEEDS;
