// How does anyone hand over a file to have its signatures checked? Under a name that only they know.
import { checkedKey } from '../../domain/file-keys.ts';
import { LARGEST_FILE, PDF } from '../../domain/file-kind.ts';
import type { UploadId } from '../../domain/ids.ts';
import type { UploadForm } from '../ports.ts';
import type { WorldOf } from '../world.ts';

const NEEDS = ['working', 'ids'] as const;

export const startVerification = async ({
  working,
  ids,
}: WorldOf<typeof NEEDS>): Promise<{ uploadId: UploadId; upload: UploadForm }> => {
  const uploadId = ids.upload();
  const upload = await working.uploadForm(checkedKey(uploadId), PDF, LARGEST_FILE);
  return { uploadId, upload };
};
startVerification.needs = NEEDS;
