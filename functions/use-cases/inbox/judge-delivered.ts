// What do the signatures say of the very file that was delivered?
import { sha256 } from '../../domain/canonical-hash.ts';
import type { Delivery } from '../../domain/issued/delivery.ts';
import { Refusal } from '../../domain/refusal.ts';
import { type JudgedFile, judgeFile } from '../reading/judge-file.ts';
import type { Needs } from '../world.ts';

/**
 * Reads the very version that was delivered. Its claimed times are believed, however late one asks: the file has lain
 * under lock since it was issued. Refusals: file_not_found, file_differs.
 */
export const judgeDelivered = async (
  { signed, trust }: Needs<'signed' | 'trust'>,
  { reportId, issue, senderName }: Delivery,
): Promise<JudgedFile> => {
  const { pdf, number, symbol, date } = issue;
  const bytes = await signed.read(pdf.key, pdf.versionId);
  if (bytes === null) throw new Refusal('file_not_found');
  if (sha256(bytes) !== pdf.sha256) throw new Refusal('file_differs');
  const known = {
    sha256: pdf.sha256,
    role: 'pdf',
    reportId,
    versionId: pdf.versionId,
    organizationName: senderName,
    number,
    symbol,
    date,
  } as const;
  return judgeFile(bytes, { sha256: pdf.sha256, known }, await trust.trusted());
};
