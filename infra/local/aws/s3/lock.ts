// What does a request ask of Object Lock? A retention in headers or in a body, and the checksum it obliges to.
import { AwsError } from '../aws-error.ts';
import type { S3Ask } from './ask.ts';
import type { LocalBucket, Retention } from './bucket.ts';

/** The retention an upload brings in its headers, if it does. */
export const askedRetention = (bucket: LocalBucket, ask: S3Ask): Retention | undefined => {
  const mode = ask.header('x-amz-object-lock-mode');
  const until = ask.header('x-amz-object-lock-retain-until-date');
  if (mode === undefined && until === undefined) return undefined;
  return readRetention(bucket, mode, until);
};

/** Refuses with InvalidRequest on a bucket without Object Lock, with MalformedXML what is no retention. */
export const readRetention = (
  bucket: LocalBucket,
  mode: string | undefined,
  until: string | undefined,
): Retention => {
  if (!bucket.settings.objectLock) {
    const message = 'Bucket is missing Object Lock Configuration';
    throw new AwsError(400, 'InvalidRequest', message);
  }
  const time = new Date(until ?? '');
  if ((mode !== 'GOVERNANCE' && mode !== 'COMPLIANCE') || Number.isNaN(time.getTime())) {
    throw new AwsError(400, 'MalformedXML', 'A retention has a mode and a date.');
  }
  return { mode, until: time.toISOString() };
};

/** What Object Lock will hold must come with a checksum: S3 refuses an upload to be locked without. */
export const checkLockedUpload = (
  bucket: LocalBucket,
  retention: Retention | undefined,
  checksums: Record<string, string | undefined>,
): void => {
  const locked = retention ?? bucket.settings.objectLock;
  if (!locked || Object.values(checksums).some((checksum) => checksum !== undefined)) return;
  const message =
    'Content-MD5 OR x-amz-checksum- HTTP header is required for Put Object requests with Object Lock parameters';
  throw new AwsError(400, 'InvalidRequest', message);
};
