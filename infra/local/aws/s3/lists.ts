// What is in a bucket? The two listings of S3, in pages.
import { AwsError } from '../aws-error.ts';
import { type XmlContent, xmlElement } from '../protocols.ts';
import type { S3Ask } from './ask.ts';
import type { LocalBucket, ObjectVersion } from './bucket.ts';

/** S3 lists at most this many at once. */
const longestPage = 1000;

/** `ListObjectsV2`: current objects, with `delimiter` folded into common prefixes. */
export const listObjects = (bucket: LocalBucket, ask: S3Ask): string => {
  const text = encoder(ask);
  const prefix = ask.query.get('prefix') ?? '';
  const delimiter = ask.query.get('delimiter') ?? '';
  const token = ask.query.get('continuation-token');
  const after = token === null ? (ask.query.get('start-after') ?? '') : readToken(token);
  const rows = bucket
    .all(prefix)
    .filter((one) => bucket.current(one.key) === one && !one.deleteMarker)
    .map((one) => ({ one, folded: foldedPrefix(one.key, prefix, delimiter) }))
    // A folded prefix that ended the last page stands for all keys under it.
    .filter(({ one, folded }) => isAfter(folded ?? one.key, after));
  const names = [...new Set(rows.map(({ one, folded }) => folded ?? one.key))];
  const { page, more } = cut(names, ask);
  const shown = new Set(page);
  return xmlElement('ListBucketResult', {
    Name: bucket.settings.name,
    Prefix: text(prefix),
    Delimiter: delimiter === '' ? undefined : text(delimiter),
    EncodingType: ask.query.get('encoding-type') ?? undefined,
    KeyCount: page.length,
    MaxKeys: pageLength(ask),
    IsTruncated: String(more),
    ContinuationToken: token ?? undefined,
    NextContinuationToken: more ? writeToken(page.at(-1) ?? '') : undefined,
    Contents: rows
      .filter(({ one, folded }) => folded === undefined && shown.has(one.key))
      .map(({ one }) => ({
        Key: text(one.key),
        LastModified: one.at,
        ETag: one.etag,
        Size: one.size,
        StorageClass: 'STANDARD',
      })),
    CommonPrefixes: [...new Set(rows.map(({ folded }) => folded))]
      .filter((folded) => folded !== undefined && shown.has(folded))
      .map((folded) => ({ Prefix: text(folded ?? '') })),
  });
};

/** `ListObjectVersions`: every version and delete marker, newest first within a key. */
export const listVersions = (bucket: LocalBucket, ask: S3Ask): string => {
  const text = encoder(ask);
  const prefix = ask.query.get('prefix') ?? '';
  const afterKey = ask.query.get('key-marker') ?? '';
  const afterVersion = ask.query.get('version-id-marker');
  const all = bucket.all(prefix);
  const marker = all.findIndex((one) => one.key === afterKey && one.versionId === afterVersion);
  const rows = marker < 0 ? all.filter((one) => isAfter(one.key, afterKey)) : all.slice(marker + 1);
  const { page, more } = cut(rows, ask);
  const last = page.at(-1);
  const described = (one: ObjectVersion): XmlContent => ({
    Key: text(one.key),
    VersionId: bucket.settings.versioned ? one.versionId : 'null',
    IsLatest: String(bucket.current(one.key) === one),
    LastModified: one.at,
  });
  return xmlElement('ListVersionsResult', {
    Name: bucket.settings.name,
    Prefix: text(prefix),
    EncodingType: ask.query.get('encoding-type') ?? undefined,
    MaxKeys: pageLength(ask),
    IsTruncated: String(more),
    NextKeyMarker: more && last ? text(last.key) : undefined,
    NextVersionIdMarker: more ? last?.versionId : undefined,
    Version: page
      .filter((one) => !one.deleteMarker)
      .map((one) => ({
        ...described(one),
        ETag: one.etag,
        Size: one.size,
        StorageClass: 'STANDARD',
      })),
    DeleteMarker: page.filter((one) => one.deleteMarker).map(described),
  });
};

const foldedPrefix = (key: string, prefix: string, delimiter: string): string | undefined => {
  if (delimiter === '') return undefined;
  const end = key.indexOf(delimiter, prefix.length);
  return end < 0 ? undefined : key.slice(0, end + delimiter.length);
};

const isAfter = (name: string, other: string): boolean =>
  Buffer.compare(Buffer.from(name), Buffer.from(other)) > 0;

const cut = <T>(rows: T[], ask: S3Ask): { page: T[]; more: boolean } => {
  const length = pageLength(ask);
  return { page: rows.slice(0, length), more: length > 0 && rows.length > length };
};

const pageLength = (ask: S3Ask): number => {
  const asked = Number(ask.query.get('max-keys') ?? longestPage);
  if (!Number.isInteger(asked) || asked < 0) {
    throw new AwsError(400, 'InvalidArgument', 'max-keys is not a count.');
  }
  return Math.min(asked, longestPage);
};

const encoder = (ask: S3Ask): ((text: string) => string) => {
  if (ask.query.get('encoding-type') !== 'url') return (text) => text;
  return (text) => encodeURIComponent(text).replaceAll('%2F', '/');
};

const writeToken = (last: string): string => Buffer.from(last).toString('base64url');

const readToken = (token: string): string => Buffer.from(token, 'base64url').toString();
