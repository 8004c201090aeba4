// How is each operation in use answered? One function for each, on the bucket the request names.
import { AwsError } from '../aws-error.ts';
import { xmlAnswer, xmlElement } from '../protocols.ts';
import type { AwsAnswer } from '../service.ts';
import {
  bypassesGovernance,
  copySource,
  notImplemented,
  type Operation,
  type S3Ask,
} from './ask.ts';
import type { LocalBucket, ObjectVersion } from './bucket.ts';
import { listObjects, listVersions } from './lists.ts';
import { askedRetention, checkLockedUpload, readRetention } from './lock.ts';
import { readUpload } from './upload.ts';

/** What an operation may look at besides its own request. */
export type Surroundings = {
  bucketNamed(name: string): LocalBucket;
  /** Whether the caller also has a permission that AWS consults quietly, to say more or less. */
  mayAlso(action: string, resource: string): boolean;
};

/**
 * The version a request means. Refuses with NoSuchKey, NoSuchVersion or MethodNotAllowed (a delete
 * marker by its id); without the right to list, a missing key is AccessDenied, as on AWS.
 */
const chosen = (
  bucket: LocalBucket,
  key: string,
  versionId: string | undefined,
  around: Surroundings,
): ObjectVersion => {
  const version = versionId ? bucket.find(key, versionId) : bucket.current(key);
  if (version && !version.deleteMarker) return version;
  if (version && versionId) {
    const message = 'The specified method is not allowed against this resource.';
    throw new AwsError(405, 'MethodNotAllowed', message);
  }
  if (!around.mayAlso('s3:ListBucket', `arn:aws:s3:::${bucket.settings.name}`)) {
    throw new AwsError(403, 'AccessDenied', 'Access Denied');
  }
  throw new AwsError(404, 'NoSuchKey', 'The specified key does not exist.');
};

const keptHeaders = (ask: S3Ask): Record<string, string> => {
  const headers: Record<string, string> = { 'content-type': 'binary/octet-stream' };
  for (const name of ask.headerNames()) {
    const value = ask.header(name);
    if (kept.test(name) && value !== undefined) headers[name] = value;
  }
  const encoding = ask.header('content-encoding')?.split(/,\s*/);
  // aws-chunked is how the body travelled, not what it is.
  const stored = encoding?.filter((one) => one !== 'aws-chunked').join(', ');
  if (stored) headers['content-encoding'] = stored;
  return headers;
};

const describing = (
  bucket: LocalBucket,
  version: ObjectVersion,
  ask: S3Ask,
  around: Surroundings,
): Record<string, string> => {
  const headers: Record<string, string> = {
    'accept-ranges': 'bytes',
    etag: version.etag,
    'last-modified': new Date(version.at).toUTCString(),
    ...versionHeader(bucket, version),
  };
  const wantsChecksums = ask.header('x-amz-checksum-mode')?.toUpperCase() === 'ENABLED';
  for (const [name, value] of Object.entries(version.headers)) {
    if (wantsChecksums || !name.startsWith('x-amz-checksum-')) headers[name] = value;
  }
  const resource = `arn:aws:s3:::${bucket.settings.name}/${version.key}`;
  if (version.retention && around.mayAlso('s3:GetObjectRetention', resource)) {
    headers['x-amz-object-lock-mode'] = version.retention.mode;
    headers['x-amz-object-lock-retain-until-date'] = version.retention.until;
  }
  return headers;
};

/** True when the reader already has it (304); refuses with PreconditionFailed when they have another. */
const conditionsOf = (ask: S3Ask, version: ObjectVersion): boolean => {
  const named = (list: string) => list === '*' || list.split(/,\s*/).includes(version.etag);
  const match = ask.header('if-match');
  if (match !== undefined && !named(match)) {
    const message = 'At least one of the pre-conditions you specified did not hold';
    throw new AwsError(412, 'PreconditionFailed', message);
  }
  const noneMatch = ask.header('if-none-match');
  return noneMatch !== undefined && named(noneMatch);
};

/** The headers a reader asks for by `response-*`; Vietnamese letters in them must be encoded. */
const askedHeaders = (ask: S3Ask): Record<string, string> => {
  const asked = [...ask.query].filter(([name]) => name.startsWith('response-'));
  for (const [, value] of asked) {
    if (/^[\t\x20-\x7e\xa0-\xff]*$/.test(value)) continue;
    const message = 'Header value cannot be represented using ISO-8859-1.';
    throw new AwsError(400, 'InvalidArgument', message);
  }
  return Object.fromEntries(asked.map(([name, value]) => [name.slice('response-'.length), value]));
};

/** One range of bytes; several at once get the whole object, as on S3. */
const readRange = (
  header: string | undefined,
  size: number,
): { start: number; end: number } | undefined => {
  const [, from, to] = /^bytes=(\d*)-(\d*)$/.exec(header ?? '') ?? [];
  if (from === undefined || to === undefined || from + to === '') return undefined;
  const start = from === '' ? Math.max(0, size - Number(to)) : Number(from);
  const end = from === '' || to === '' ? size : Math.min(size, Number(to) + 1);
  if (start < end) return { start, end };
  throw new AwsError(416, 'InvalidRange', 'The requested range is not satisfiable');
};

const versionHeader = (bucket: LocalBucket, version: ObjectVersion): Record<string, string> =>
  bucket.settings.versioned ? { 'x-amz-version-id': version.versionId } : {};

const plain = (status: number, headers: Record<string, string>): AwsAnswer => ({
  status,
  headers,
  body: Buffer.alloc(0),
});

export const answers: Record<
  Operation,
  (bucket: LocalBucket, ask: S3Ask, around: Surroundings) => Promise<AwsAnswer>
> = {
  async PutObject(bucket, ask) {
    const condition = ask.header('if-none-match');
    if (condition !== undefined && condition !== '*')
      throw notImplemented('If-None-Match of a tag');
    if (ask.header('if-match') !== undefined) throw notImplemented('If-Match on a write');
    const { body, checksums } = readUpload(ask);
    const retention = askedRetention(bucket, ask);
    checkLockedUpload(bucket, retention, { ...checksums, md5: ask.header('content-md5') });
    const version = await bucket.put(ask.key, {
      body,
      headers: { ...keptHeaders(ask), ...checksums },
      retention,
      onlyIfAbsent: condition === '*',
    });
    return plain(200, { etag: version.etag, ...checksums, ...versionHeader(bucket, version) });
  },

  async CopyObject(bucket, ask, around) {
    const source = copySource(ask);
    const from = around.bucketNamed(source.bucket);
    const { version, body } = await from.read(source.key, () =>
      chosen(from, source.key, source.versionId, around),
    );
    const replaces = ask.header('x-amz-metadata-directive') === 'REPLACE';
    const copy = await bucket.put(ask.key, {
      body,
      headers: replaces ? keptHeaders(ask) : version.headers,
      retention: askedRetention(bucket, ask),
      onlyIfAbsent: ask.header('if-none-match') === '*',
    });
    const answer = xmlAnswer(
      xmlElement('CopyObjectResult', { ETag: copy.etag, LastModified: copy.at }),
    );
    return { ...answer, headers: { ...answer.headers, ...versionHeader(bucket, copy) } };
  },

  async GetObject(bucket, ask, around) {
    const { version, body } = await bucket.read(ask.key, () =>
      chosen(bucket, ask.key, ask.versionId, around),
    );
    const headers = describing(bucket, version, ask, around);
    const refusal = conditionsOf(ask, version);
    if (refusal) return plain(304, headers);
    Object.assign(headers, askedHeaders(ask));
    const range = readRange(ask.header('range'), version.size);
    if (!range) return { status: 200, headers, body };
    // A checksum of the whole says nothing about a part.
    for (const name of Object.keys(headers)) {
      if (name.startsWith('x-amz-checksum-')) delete headers[name];
    }
    headers['content-range'] = `bytes ${range.start}-${range.end - 1}/${version.size}`;
    return { status: 206, headers, body: body.subarray(range.start, range.end) };
  },

  async HeadObject(bucket, ask, around) {
    const version = chosen(bucket, ask.key, ask.versionId, around);
    const headers = describing(bucket, version, ask, around);
    if (conditionsOf(ask, version)) return plain(304, headers);
    return plain(200, { ...headers, 'content-length': String(version.size) });
  },

  async DeleteObject(bucket, ask) {
    const deleted = ask.versionId
      ? await bucket.deleteVersion(ask.key, ask.versionId, bypassesGovernance(ask))
      : await bucket.delete(ask.key);
    if (!deleted) return plain(204, {});
    return plain(204, {
      ...versionHeader(bucket, deleted),
      ...(deleted.deleteMarker && { 'x-amz-delete-marker': 'true' }),
    });
  },

  async ListObjectsV2(bucket, ask) {
    return xmlAnswer(listObjects(bucket, ask));
  },

  async ListObjectVersions(bucket, ask) {
    return xmlAnswer(listVersions(bucket, ask));
  },

  async GetObjectRetention(bucket, ask, around) {
    const { retention } = chosen(bucket, ask.key, ask.versionId, around);
    if (!retention) {
      const message = 'The specified object does not have a ObjectLock configuration';
      throw new AwsError(404, 'NoSuchObjectLockConfiguration', message);
    }
    return xmlAnswer(
      xmlElement('Retention', { Mode: retention.mode, RetainUntilDate: retention.until }),
    );
  },

  async PutObjectRetention(bucket, ask, around) {
    const version = chosen(bucket, ask.key, ask.versionId, around);
    const text = ask.body.toString('utf8');
    const inside = (name: string) => new RegExp(`<${name}>([^<]*)</${name}>`).exec(text)?.[1];
    const wanted = readRetention(bucket, inside('Mode'), inside('RetainUntilDate'));
    await bucket.retain(version, wanted, bypassesGovernance(ask));
    return plain(200, {});
  },
};

const kept =
  /^(content-type|content-disposition|content-language|cache-control|expires|x-amz-meta-.*)$/;
