// Where are issued files kept? In the signed bucket: written once, locked by the bucket's own retention, read by version.
import type { Sha256 } from '../../domain/ids.ts';
import type { Clock, SignedFiles } from '../../use-cases/ports.ts';
import { type Bucket, describeFile, linkTo, readFile, writeUnlessPresent } from './bucket.ts';

const kept = async (
  bucket: Bucket,
  key: string,
): Promise<{ versionId: string; sha256: Sha256 }> => {
  const { versionId, sha256 } = await describeFile(bucket, key);
  if (versionId === undefined) throw new Error('issued files are kept in a versioned bucket');
  return { versionId, sha256 };
};

export const signedFilesIn = (bucket: Bucket, clock: Clock): SignedFiles => ({
  keep: async (key, bytes, contentType, sha256) => {
    const written = await writeUnlessPresent(bucket, { key, bytes, contentType, sha256 });
    return written?.versionId === undefined
      ? kept(bucket, key)
      : { versionId: written.versionId, sha256 };
  },
  read: (key, versionId) => readFile(bucket, { key, versionId }),
  link: (key, versionId, fileName) =>
    linkTo(bucket, clock, { key, versionId }, 'attachment', fileName),
});
