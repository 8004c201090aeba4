// How are files read, written once and linked to? What the working and the signed bucket have in common.
import {
  GetObjectCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  NoSuchKey,
  NotFound,
  PutObjectCommand,
  type S3Client,
  S3ServiceException,
} from '@aws-sdk/client-s3';
import { createPresignedPost } from '@aws-sdk/s3-presigned-post';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import * as z from 'zod';
import { Sha256 } from '../../domain/ids.ts';
import { instantOf } from '../../domain/instant-of.ts';
import { Unavailable } from '../../domain/refusal.ts';
import type { Clock, FileLink, UploadForm } from '../../use-cases/ports.ts';
import { answerOf } from '../unavailable.ts';
import { contentDisposition } from './content-disposition.ts';

export type Bucket = { client: S3Client; name: string };

/** Where a file lies; issued files are read by version. `range` is a part of it, as HTTP names one. */
type FilePlace = { key: string; versionId?: string; range?: string };

/** How errors name the store of files. */
export const S3 = 'S3';

/** Long enough for a slow phone to begin, too short to be passed on. */
const LINK_SECONDS = 60;

const placeIn = (bucket: Bucket, { key, versionId, range }: FilePlace) => ({
  Bucket: bucket.name,
  Key: key,
  ...(versionId !== undefined && { VersionId: versionId }),
  ...(range !== undefined && { Range: range }),
});

const isMissing = (error: unknown): boolean =>
  error instanceof NoSuchKey ||
  error instanceof NotFound ||
  (error instanceof S3ServiceException && error.name === 'NoSuchVersion');

/** The file's bytes, or null where there is none. */
export const readFile = async (bucket: Bucket, place: FilePlace): Promise<Uint8Array | null> => {
  const reading = async () => {
    const { Body } = await bucket.client.send(new GetObjectCommand(placeIn(bucket, place)));
    return (await Body?.transformToByteArray()) ?? null;
  };
  try {
    return await answerOf(S3, reading());
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
};

/** What S3 says of a file that was stored with its checksum. */
const Described = z.object({
  VersionId: z.string().optional(),
  ContentLength: z.number(),
  ChecksumSHA256: z
    .base64()
    .transform((text) => Buffer.from(text, 'base64').toString('hex'))
    .pipe(Sha256),
});

/** Its facts without its bytes. */
export const describeFile = async (bucket: Bucket, key: string) => {
  const command = new HeadObjectCommand({ ...placeIn(bucket, { key }), ChecksumMode: 'ENABLED' });
  const { VersionId, ContentLength, ChecksumSHA256 } = Described.parse(
    await answerOf(S3, bucket.client.send(command)),
  );
  return { versionId: VersionId, bytes: ContentLength, sha256: ChecksumSHA256 };
};

/** The facts and the first bytes of a file that was stored with its checksum, or null where there is none. */
export const lookAt = async (bucket: Bucket, key: string, firstBytes: number) => {
  try {
    const { bytes, sha256 } = await describeFile(bucket, key);
    const beginning = await readFile(bucket, { key, range: `bytes=0-${firstBytes - 1}` });
    return beginning && { bytes, sha256, beginning };
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
};

/** What lies under this beginning of a key, as far as S3 says it at once. */
export const listKeys = async (bucket: Bucket, prefix: string): Promise<string[]> => {
  const command = new ListObjectsV2Command({ Bucket: bucket.name, Prefix: prefix });
  const { Contents = [] } = await answerOf(S3, bucket.client.send(command));
  return Contents.flatMap(({ Key }) => Key ?? []);
};

/** Writes unless something is there, which S3 itself sees to (If-None-Match); its version, or null when something was. */
export const writeUnlessPresent = async (
  bucket: Bucket,
  file: { key: string; bytes: Uint8Array; contentType: string; sha256: Sha256 },
): Promise<{ versionId: string | undefined } | null> => {
  const writing = bucket.client.send(
    new PutObjectCommand({
      ...placeIn(bucket, file),
      Body: file.bytes,
      ContentType: file.contentType,
      ChecksumSHA256: Buffer.from(file.sha256, 'hex').toString('base64'),
      IfNoneMatch: '*',
    }),
  );
  try {
    const { VersionId } = await answerOf(S3, writing);
    return { versionId: VersionId };
  } catch (error) {
    if (!(error instanceof S3ServiceException)) throw error;
    if (error.name === 'PreconditionFailed') return null;
    // Somebody is writing the same file at this moment; a little later it is there.
    if (error.name === 'ConditionalRequestConflict') throw new Unavailable(S3, error);
    throw error;
  }
};

/** A presigned GET of at most a minute, under a readable name. */
export const linkTo = async (
  bucket: Bucket,
  clock: Clock,
  place: FilePlace,
  how: 'inline' | 'attachment',
  fileName: string,
): Promise<FileLink> => {
  const signingDate = new Date(clock.now());
  const command = new GetObjectCommand({
    ...placeIn(bucket, place),
    ResponseContentDisposition: contentDisposition(how, fileName),
  });
  const url = await getSignedUrl(bucket.client, command, { expiresIn: LINK_SECONDS, signingDate });
  const expiresAt = instantOf(signingDate.getTime() + LINK_SECONDS * 1000);
  return { url, expiresAt };
};

/** Long enough for 25 MB over a slow line. */
const FORM_SECONDS = 300;

type Upload = {
  key: string;
  contentType: string;
  leastBytes: number;
  mostBytes: number;
  /** The one file that may come, where it is known beforehand. */
  sha256?: Sha256;
};

/** A presigned POST: S3 itself refuses another key, another type, more bytes, or other bytes. */
export const formFor = async (
  bucket: Bucket,
  clock: Clock,
  { key, contentType, leastBytes, mostBytes, sha256 }: Upload,
): Promise<UploadForm> => {
  const { url, fields } = await createPresignedPost(bucket.client, {
    Bucket: bucket.name,
    Key: key,
    Fields: {
      'Content-Type': contentType,
      ...(sha256 && { 'x-amz-checksum-sha256': Buffer.from(sha256, 'hex').toString('base64') }),
    },
    Conditions: [
      ['content-length-range', leastBytes, mostBytes],
      ['eq', '$Content-Type', contentType],
    ],
    Expires: FORM_SECONDS,
  });
  const expiresAt = instantOf(Date.parse(clock.now()) + FORM_SECONDS * 1000);
  return { url, fields, expiresAt };
};
