// What was found about a file that somebody uploaded?
// It is judged anew each time they ask: trust and time may have moved on, and nothing is kept but the upload, for a day.
import { sha256 } from '../../domain/canonical-hash.ts';
import { isPdf } from '../../domain/checked-file.ts';
import { checkedKey } from '../../domain/file-keys.ts';
import type { UploadId } from '../../domain/ids.ts';
import { Refusal } from '../../domain/refusal.ts';
import { type JudgedFile, judgeFile } from '../reading/judge-file.ts';
import type { WorldOf } from '../world.ts';

const NEEDS = ['knownFiles', 'trust', 'working', 'clock'] as const;

/**
 * The claimed times of a document that was issued here are believed, however late one asks: the system itself signed it then,
 * and these are its very bytes. Those of an attachment are anybody's word: whoever holds the key of an authority that has ended
 * may have signed it long afterwards, and it went along with the next report. Repeatable. Refusals: file_not_found while nothing is uploaded, file_not_pdf.
 */
export const readVerification = async (
  world: WorldOf<typeof NEEDS>,
  id: UploadId,
): Promise<JudgedFile> => {
  const bytes = await world.working.read(checkedKey(id));
  if (bytes === null) throw new Refusal('file_not_found');
  if (!isPdf(bytes)) throw new Refusal('file_not_pdf');
  const hash = sha256(bytes);
  const known = await world.knownFiles.read(hash);
  return judgeFile(
    bytes,
    { sha256: hash, known },
    {
      ...(await world.trust.trusted()),
      ...(known?.role !== 'pdf' && { now: new Date(world.clock.now()) }),
    },
  );
};
readVerification.needs = NEEDS;
