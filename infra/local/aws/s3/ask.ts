// What does this request want of S3? One of the operations in use, read from method, path and query;
// whatever says more than is understood here is NotImplemented.
import { AwsError } from '../aws-error.ts';
import type { AwsRequest, Need } from '../service.ts';

export type Operation =
  | 'CopyObject'
  | 'DeleteObject'
  | 'GetObject'
  | 'GetObjectRetention'
  | 'HeadObject'
  | 'ListObjectVersions'
  | 'ListObjectsV2'
  | 'PutObject'
  | 'PutObjectRetention';

/** An S3 request, understood. `header` also sees the headers that a presigned link carries in its query. */
export type S3Ask = {
  operation: Operation;
  bucket: string;
  key: string;
  versionId: string | undefined;
  query: URLSearchParams;
  body: Buffer;
  header(name: string): string | undefined;
  headerNames(): string[];
};

/** Query parameters each operation understands, besides those of the signature. */
const parameters: Record<Operation, RegExp> = {
  CopyObject: /^$/,
  DeleteObject: /^versionId$/,
  GetObject:
    /^(versionId|response-(content-disposition|content-type|cache-control|expires|content-language|content-encoding))$/,
  GetObjectRetention: /^(retention|versionId)$/,
  HeadObject: /^versionId$/,
  ListObjectVersions: /^(versions|prefix|max-keys|key-marker|version-id-marker|encoding-type)$/,
  ListObjectsV2:
    /^(list-type|prefix|delimiter|max-keys|continuation-token|start-after|encoding-type)$/,
  PutObject: /^$/,
  PutObjectRetention: /^(retention|versionId)$/,
};

const signatureParameter =
  /^(x-id|x-amz-(algorithm|credential|date|expires|signedheaders|signature|security-token|content-sha256))$/i;

/** Headers understood; server-side encryption is accepted, and left to the disk below. */
const understoodHeader =
  /^x-amz-(content-sha256|date|security-token|user-agent|decoded-content-length|trailer|sdk-checksum-algorithm|checksum-.*|meta-.*|object-lock-(mode|retain-until-date)|server-side-encryption(-aws-kms-key-id|-bucket-key-enabled)?|bypass-governance-retention|copy-source|metadata-directive)$/;

/** Reads a request. Refuses with NotImplemented or InvalidURI. */
export const readAsk = (request: AwsRequest): S3Ask => {
  const [, bucket = '', ...rest] = request.path.split('/').map(decode);
  const key = rest.join('/');
  const hoisted = new Map<string, string>();
  for (const [name, value] of request.query) {
    if (/^x-amz-/i.test(name)) hoisted.set(name.toLowerCase(), value);
  }
  const header = (name: string) => request.headers[name] ?? hoisted.get(name);
  const headerNames = () => [...new Set([...Object.keys(request.headers), ...hoisted.keys()])];
  const operation = operationOf(request, bucket, key, header);
  for (const name of request.query.keys()) {
    if (signatureParameter.test(name) || parameters[operation].test(name)) continue;
    if (!understoodHeader.test(name.toLowerCase())) throw notImplemented(`the parameter ${name}`);
  }
  for (const name of headerNames()) {
    if (!name.startsWith('x-amz-') || signatureParameter.test(name)) continue;
    if (!understoodHeader.test(name)) throw notImplemented(`the header ${name}`);
  }
  return {
    operation,
    bucket,
    key,
    versionId: request.query.get('versionId') ?? undefined,
    query: request.query,
    body: request.body,
    header,
    headerNames,
  };
};

const operationOf = (
  { method, query }: AwsRequest,
  bucket: string,
  key: string,
  header: S3Ask['header'],
): Operation => {
  if (key === '') {
    if (bucket !== '' && method === 'GET' && query.get('list-type') === '2') return 'ListObjectsV2';
    if (bucket !== '' && method === 'GET' && query.has('versions')) return 'ListObjectVersions';
    throw notImplemented(`${method} on a bucket`);
  }
  switch (method) {
    case 'PUT':
      if (query.has('retention')) return 'PutObjectRetention';
      return header('x-amz-copy-source') === undefined ? 'PutObject' : 'CopyObject';
    case 'GET':
      return query.has('retention') ? 'GetObjectRetention' : 'GetObject';
    case 'HEAD':
      return 'HeadObject';
    case 'DELETE':
      return 'DeleteObject';
  }
  throw notImplemented(`${method} on an object`);
};

/** Every permission an operation needs. */
export const needsOf = (ask: S3Ask): Need[] => {
  const bucketArn = `arn:aws:s3:::${ask.bucket}`;
  const context: Need['context'] = {};
  if (ask.versionId) context['s3:VersionId'] = [ask.versionId];
  for (const name of ['prefix', 'delimiter', 'max-keys']) {
    const value = ask.query.get(name);
    if (value !== null) context[`s3:${name}`] = [value];
  }
  const on = (resource: string, ...names: string[]): Need[] =>
    names.map((name) => ({ action: `s3:${name}`, resources: [resource], context }));
  const needs = on(ask.key === '' ? bucketArn : `${bucketArn}/${ask.key}`, ...permissions(ask));
  if (ask.operation === 'CopyObject') {
    const source = copySource(ask);
    const name = source.versionId ? 'GetObjectVersion' : 'GetObject';
    needs.push(...on(`arn:aws:s3:::${source.bucket}/${source.key}`, name));
  }
  return needs;
};

const permissions = (ask: S3Ask): string[] => {
  const bypass = bypassesGovernance(ask) ? ['BypassGovernanceRetention'] : [];
  const version = ask.versionId ? 'Version' : '';
  switch (ask.operation) {
    case 'CopyObject':
    case 'PutObject':
      return ask.header('x-amz-object-lock-mode') === undefined
        ? ['PutObject']
        : ['PutObject', 'PutObjectRetention'];
    case 'GetObject':
    case 'HeadObject':
      return [`GetObject${version}`];
    case 'DeleteObject':
      return [`DeleteObject${version}`, ...bypass];
    case 'PutObjectRetention':
      return ['PutObjectRetention', ...bypass];
    case 'GetObjectRetention':
      return ['GetObjectRetention'];
    case 'ListObjectsV2':
      return ['ListBucket'];
    case 'ListObjectVersions':
      return ['ListBucketVersions'];
  }
};

export const bypassesGovernance = (ask: S3Ask): boolean =>
  ask.header('x-amz-bypass-governance-retention')?.toLowerCase() === 'true';

/** Reads `bucket/key?versionId=…` of a copy. */
export const copySource = (
  ask: S3Ask,
): {
  bucket: string;
  key: string;
  versionId: string | undefined;
} => {
  const [path = '', query] = (ask.header('x-amz-copy-source') ?? '').replace(/^\//, '').split('?');
  const [bucket = '', ...key] = path.split('/').map(decode);
  const versionId = new URLSearchParams(query).get('versionId') ?? undefined;
  return { bucket, key: key.join('/'), versionId };
};

const decode = (part: string): string => {
  try {
    return decodeURIComponent(part);
  } catch {
    throw new AwsError(400, 'InvalidURI', "Couldn't parse the specified URI.");
  }
};

export const notImplemented = (what: string): AwsError =>
  new AwsError(501, 'NotImplemented', `This local S3 does not know ${what}.`);
