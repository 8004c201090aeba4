// Where are issued files kept? In the signed bucket: written once, locked by the bucket's own retention, read by version.
import { HeadObjectCommand } from '@aws-sdk/client-s3';
import * as z from 'zod';
import { Sha256 } from '../domain/ids.ts';
import type { Clock, SignedFiles } from '../use-cases/ports.ts';
import { type Bucket, linkTo, readFile, S3, writeUnlessPresent } from './bucket.ts';
import { answerOf } from './unavailable.ts';

/** What a versioned bucket says of a file that was stored with its checksum. */
const Kept = z.object({
  VersionId: z.string(),
  ChecksumSHA256: z
    .base64()
    .transform((text) => Buffer.from(text, 'base64').toString('hex'))
    .pipe(Sha256),
});

const kept = async (
  bucket: Bucket,
  key: string,
): Promise<{ versionId: string; sha256: Sha256 }> => {
  const head = await answerOf(
    S3,
    bucket.client.send(
      new HeadObjectCommand({ Bucket: bucket.name, Key: key, ChecksumMode: 'ENABLED' }),
    ),
  );
  const { VersionId, ChecksumSHA256 } = Kept.parse(head);
  return { versionId: VersionId, sha256: ChecksumSHA256 };
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
