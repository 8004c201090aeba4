// What was found of a file that somebody uploaded?
// As it is judged at the moment of asking: trust and time may have moved on. The upload is kept for a day, what was found for an hour.
import { sha256 } from '../../domain/canonical-hash.ts';
import { isPdf } from '../../domain/checked-file.ts';
import { checkedKey } from '../../domain/file-keys.ts';
import type { UploadId } from '../../domain/ids.ts';
import { Refusal } from '../../domain/refusal.ts';
import type { JudgedFile } from '../reading/judge-file.ts';
import type { WorldOf } from '../world.ts';
import { judgeOnce } from './judge-once.ts';

const NEEDS = ['knownFiles', 'trust', 'verdicts', 'working', 'clock'] as const;

/**
 * The claimed times of a document that was issued here are believed, however late one asks: the system itself signed it then,
 * and these are its very bytes. Those of an attachment are anybody's word: whoever holds the key of an authority that has ended
 * may have signed it long afterwards, and it went along with the next report. Repeatable. Refusals: file_not_found while nothing is uploaded, file_not_pdf.
 */
export const readVerification = async (
  world: WorldOf<typeof NEEDS>,
  id: UploadId,
): Promise<JudgedFile> => {
  const pdf = await world.working.read(checkedKey(id));
  if (pdf === null) throw new Refusal('file_not_found');
  if (!isPdf(pdf)) throw new Refusal('file_not_pdf');
  const hash = sha256(pdf);
  const [known, trusted, kept] = await Promise.all([
    world.knownFiles.read(hash),
    world.trust.trusted(),
    world.verdicts.find(hash),
  ]);
  const asked = { pdf, sha256: hash, kept };
  const report = await judgeOnce(world, asked, known?.role === 'pdf', trusted);
  return { ...report, sha256: hash, known };
};
readVerification.needs = NEEDS;
