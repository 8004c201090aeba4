// Where are files on their way? In the working bucket, where everything expires and nothing is overwritten.
import { sha256 } from '../domain/canonical-hash.ts';
import type { Clock, WorkingFiles } from '../use-cases/ports.ts';
import { type Bucket, linkTo, readFile, writeUnlessPresent } from './bucket.ts';

export const workingFilesIn = (bucket: Bucket, clock: Clock): WorkingFiles => ({
  read: (key) => readFile(bucket, { key }),
  writeOnce: async (key, bytes, contentType) => {
    const file = { key, bytes, contentType, sha256: sha256(bytes) };
    return (await writeUnlessPresent(bucket, file)) === null ? 'present' : 'written';
  },
  link: (key, fileName) => linkTo(bucket, clock, { key }, 'inline', fileName),
});
