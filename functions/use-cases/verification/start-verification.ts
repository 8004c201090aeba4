// How does anyone hand over a file to have its signatures checked? Under a name that only he knows.
import { LARGEST_CHECKED_FILE } from '../../domain/checked-file.ts';
import type { UploadId } from '../../domain/ids.ts';
import type { UploadForm } from '../ports.ts';
import type { Needs } from '../world.ts';
import { uploadPlaceOf } from './upload-place.ts';

export const startVerification = async ({
  working,
  ids,
}: Needs<'working' | 'ids'>): Promise<{ uploadId: UploadId; upload: UploadForm }> => {
  const uploadId = ids.upload();
  const upload = await working.uploadForm(
    uploadPlaceOf(uploadId),
    'application/pdf',
    LARGEST_CHECKED_FILE,
  );
  return { uploadId, upload };
};
