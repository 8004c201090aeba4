// Where are files on their way? In the working bucket, where everything expires and nothing is overwritten.
import { sha256 } from '../../domain/canonical-hash.ts';
import type { Clock, WorkingFiles } from '../../use-cases/ports.ts';
import {
  type Bucket,
  formFor,
  linkTo,
  listKeys,
  lookAt,
  readFile,
  writeUnlessPresent,
} from './bucket.ts';

export const workingFilesIn = (bucket: Bucket, clock: Clock): WorkingFiles => ({
  keysIn: (folder) => listKeys(bucket, folder),
  read: (key) => readFile(bucket, { key }),
  writeOnce: async (key, bytes, contentType) => {
    const file = { key, bytes, contentType, sha256: sha256(bytes) };
    return (await writeUnlessPresent(bucket, file)) === null ? 'present' : 'written';
  },
  uploadForm: (key, contentType, mostBytes) =>
    formFor(bucket, clock, { key, contentType, leastBytes: 1, mostBytes }),
  uploadFormFor: (key, contentType, { bytes, sha256: only }) =>
    formFor(bucket, clock, {
      key,
      contentType,
      leastBytes: bytes,
      mostBytes: bytes,
      sha256: only,
    }),
  look: (key, firstBytes) => lookAt(bucket, key, firstBytes),
  link: (key, fileName, how = 'inline') => linkTo(bucket, clock, { key }, how, fileName),
});
