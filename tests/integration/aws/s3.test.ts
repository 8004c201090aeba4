// Does the local S3 keep the promises that the stack leans on? Asked with the SDK itself.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import {
  CopyObjectCommand,
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  PutObjectAclCommand,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBucket } from '../../../infra/local/aws/s3/bucket.ts';
import type { BucketSettings } from '../../../infra/local/aws/s3.ts';
import {
  clientSettings,
  freshFolder,
  functionWith,
  type LocalAws,
  machine,
  s3Of,
  startLocalAws,
} from './local-aws.ts';

const buckets: BucketSettings[] = [
  {
    name: 'working',
    versioned: false,
    expiry: [
      { prefix: 'short/', days: 1 },
      { prefix: '', days: 7 },
    ],
  },
  { name: 'versioned', versioned: true },
  { name: 'compliant', versioned: true, objectLock: { mode: 'COMPLIANCE', days: 1 } },
];

const reader = functionWith({
  Effect: 'Allow',
  Action: 's3:GetObject',
  Resource: 'arn:aws:s3:::working/*',
});

let aws: LocalAws;
let s3: S3Client;
let home: Awaited<ReturnType<typeof freshFolder>>;

beforeAll(async () => {
  home = await freshFolder();
  aws = await startLocalAws({ folder: home.folder, buckets, callers: [machine, reader] });
  s3 = s3Of(aws, machine);
});

afterAll(async () => {
  await aws.close();
  await home.remove();
});

const put = (Bucket: string, Key: string, Body: string) =>
  s3.send(new PutObjectCommand({ Bucket, Key, Body }));

const textOf = async (Bucket: string, Key: string): Promise<string | undefined> => {
  const { Body } = await s3.send(new GetObjectCommand({ Bucket, Key }));
  return Body?.transformToString();
};

test('an object comes back with its bytes, its type and its own headers', async () => {
  const Key = 'báo cáo/118 + (1).pdf';
  await s3.send(
    new PutObjectCommand({
      Bucket: 'working',
      Key,
      Body: 'nội dung',
      ContentType: 'application/pdf',
      Metadata: { report: '118' },
    }),
  );

  const object = await s3.send(new GetObjectCommand({ Bucket: 'working', Key }));

  expect(await object.Body?.transformToString()).toBe('nội dung');
  expect(object).toMatchObject({ ContentType: 'application/pdf', Metadata: { report: '118' } });
  expect(object.ETag).toBe(`"${createHash('md5').update('nội dung').digest('hex')}"`);
});

test('of many who write a key that must not exist yet, one succeeds and the others are told', async () => {
  const write = (Body: string) =>
    s3.send(new PutObjectCommand({ Bucket: 'working', Key: 'once', Body, IfNoneMatch: '*' }));

  const outcomes = await Promise.allSettled(['a', 'b', 'c', 'd', 'e'].map(write));

  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  const refused = outcomes.filter((one) => one.status === 'rejected');
  expect(refused.map(({ reason }) => reason.name)).toEqual(Array(4).fill('PreconditionFailed'));
});

test('a checksum that does not fit the bytes is refused, and nothing is stored', async () => {
  const ChecksumSHA256 = createHash('sha256').update('other').digest('base64');
  const ContentMD5 = createHash('md5').update('other').digest('base64');
  const wrong = [{ ChecksumSHA256 }, { ContentMD5 }];
  for (const checksum of wrong) {
    const command = { Bucket: 'working', Key: 'damaged', Body: 'these', ...checksum };
    await expect(s3.send(new PutObjectCommand(command))).rejects.toThrow(
      expect.objectContaining({ name: 'BadDigest' }),
    );
  }

  await expect(textOf('working', 'damaged')).rejects.toThrow(
    expect.objectContaining({ name: 'NoSuchKey' }),
  );
});

test('the checksum that came with an object is shown to who asks for it', async () => {
  const ChecksumSHA256 = createHash('sha256').update('body').digest('base64');
  const at = { Bucket: 'working', Key: 'checked' };
  await s3.send(new PutObjectCommand({ ...at, Body: 'body', ChecksumSHA256 }));

  const head = await s3.send(new HeadObjectCommand({ ...at, ChecksumMode: 'ENABLED' }));

  expect(head.ChecksumSHA256).toBe(ChecksumSHA256);
  expect((await s3.send(new HeadObjectCommand(at))).ChecksumSHA256).toBeUndefined();
});

test('a stream of the SDK, sent in chunks with its checksum behind it, arrives whole', async () => {
  const eager = new S3Client({ ...clientSettings(aws.filesUrl, machine), forcePathStyle: true });
  const Body = Readable.from([Buffer.alloc(100_000, 'x'), Buffer.from('end')]);
  const at = { Bucket: 'working', Key: 'streamed' };

  await eager.send(new PutObjectCommand({ ...at, Body, ContentLength: 100_003 }));

  const text = await textOf('working', 'streamed');
  expect(text).toBe(`${'x'.repeat(100_000)}end`);
  const head = await s3.send(new HeadObjectCommand({ ...at, ChecksumMode: 'ENABLED' }));
  expect(head.ChecksumCRC32).toBeDefined();
  expect(head.ContentEncoding).toBeUndefined();
});

test('a part of an object is answered as that part, and one beyond its end is refused', async () => {
  await put('working', 'ranged', '0123456789');
  const part = (Range: string) =>
    s3.send(new GetObjectCommand({ Bucket: 'working', Key: 'ranged', Range }));

  const middle = await part('bytes=2-4');
  const end = await part('bytes=-3');

  expect(await middle.Body?.transformToString()).toBe('234');
  expect(middle.ContentRange).toBe('bytes 2-4/10');
  expect(await end.Body?.transformToString()).toBe('789');
  await expect(part('bytes=10-')).rejects.toThrow(
    expect.objectContaining({ name: 'InvalidRange' }),
  );
});

test('who has the object already is told so, and who expects another is refused', async () => {
  const { ETag } = await put('working', 'tagged', 'same');
  const get = (conditions: object) =>
    s3.send(new GetObjectCommand({ Bucket: 'working', Key: 'tagged', ...conditions }));

  await expect(get({ IfNoneMatch: ETag })).rejects.toMatchObject({
    $metadata: { httpStatusCode: 304 },
  });
  await expect(get({ IfMatch: '"another"' })).rejects.toMatchObject({
    name: 'PreconditionFailed',
  });
});

test('objects are listed in order, in pages, and folded at a delimiter', async () => {
  for (const key of ['f/b/1', 'f/b/2', 'f/a', 'f/c', 'f/&<đ>']) await put('working', key, key);
  const list = (more: object) =>
    s3.send(new ListObjectsV2Command({ Bucket: 'working', Prefix: 'f/', ...more }));

  const page = await list({ Delimiter: '/', MaxKeys: 3 });
  const rest = await list({ Delimiter: '/', ContinuationToken: page.NextContinuationToken });

  expect(page.Contents?.map(({ Key }) => Key)).toEqual(['f/&<đ>', 'f/a']);
  expect(page.CommonPrefixes).toEqual([{ Prefix: 'f/b/' }]);
  expect(rest.Contents?.map(({ Key }) => Key)).toEqual(['f/c']);
  expect(rest.CommonPrefixes).toBeUndefined();
});

test('a copy carries bytes and headers over', async () => {
  const from = { Bucket: 'working', Key: 'from đây' };
  await s3.send(new PutObjectCommand({ ...from, Body: 'copied', ContentType: 'text/plain' }));

  const CopySource = encodeURI('working/from đây');
  await s3.send(new CopyObjectCommand({ Bucket: 'versioned', Key: 'to', CopySource }));

  const copy = await s3.send(new GetObjectCommand({ Bucket: 'versioned', Key: 'to' }));
  expect(await copy.Body?.transformToString()).toBe('copied');
  expect(copy.ContentType).toBe('text/plain');
});

test('a missing key is hidden from who may not list, as on AWS', async () => {
  const get = new GetObjectCommand({ Bucket: 'working', Key: 'nowhere' });

  await expect(s3.send(get)).rejects.toMatchObject({ name: 'NoSuchKey' });
  await expect(s3Of(aws, reader).send(get)).rejects.toMatchObject({ name: 'AccessDenied' });
});

test('a write without the right is refused by name, action and resource', async () => {
  const write = s3Of(aws, reader).send(
    new PutObjectCommand({ Bucket: 'working', Key: 'k', Body: 'x' }),
  );

  await expect(write).rejects.toMatchObject({
    name: 'AccessDenied',
    message: expect.stringMatching(/drafting .* s3:PutObject .* arn:aws:s3:::working\/k/),
  });
});

test('what is not in use is not pretended', async () => {
  const acl = new PutObjectAclCommand({ Bucket: 'working', Key: 'k', ACL: 'public-read' });

  await expect(s3.send(acl)).rejects.toMatchObject({ name: 'NotImplemented' });
});

test('everything is still there after another start, locks and types too', async () => {
  const kept = await freshFolder();
  const early = await startLocalAws({ folder: kept.folder, buckets });
  const { VersionId } = await s3Of(early, machine).send(
    new PutObjectCommand({
      Bucket: 'compliant',
      Key: 'k',
      Body: 'kept',
      ContentType: 'text/a',
      ChecksumAlgorithm: 'SHA256',
    }),
  );
  await early.close();

  const again = await startLocalAws({ folder: kept.folder, buckets });
  const client = s3Of(again, machine);
  const at = { Bucket: 'compliant', Key: 'k', VersionId };

  const object = await client.send(new GetObjectCommand(at));
  expect(await object.Body?.transformToString()).toBe('kept');
  expect(object.ContentType).toBe('text/a');
  await expect(client.send(new DeleteObjectCommand(at))).rejects.toMatchObject({
    name: 'AccessDenied',
  });
  await again.close();
  await kept.remove();
});

test('a kill in the middle of writing loses nothing that was accepted, and leaves nothing half', async () => {
  const kept = await freshFolder();
  const script = fileURLToPath(new URL('endless-writer.ts', import.meta.url));
  const writer = spawn(process.execPath, [script, kept.folder]);
  let said = '';
  for await (const text of writer.stdout.setEncoding('utf8')) {
    said += text;
    if (said.split('\n').length > 40) writer.kill('SIGKILL');
  }

  const bucket = await openBucket(
    kept.folder,
    { name: 'working', versioned: false },
    () => new Date(),
  );

  for (const key of new Set(said.split('\n').slice(0, -1))) {
    const { version, body } = await bucket.read(key, () => bucket.find(key, 'null'));
    const sha256 = createHash('sha256').update(body).digest('hex');
    expect(version.headers['x-amz-meta-sha256']).toBe(sha256);
  }
  const files = await readdir(join(kept.folder, 'working'));
  expect(files).toHaveLength(2 * bucket.all('').length);
  await kept.remove();
});

test('a start sweeps away what the lifecycle let expire, and bytes that nobody names', async () => {
  const kept = await freshFolder();
  const early = await startLocalAws({ folder: kept.folder, buckets });
  for (const Key of ['old', 'short/old']) {
    await s3Of(early, machine).send(new PutObjectCommand({ Bucket: 'working', Key, Body: 'old' }));
  }
  await early.close();
  await writeFile(join(kept.folder, 'working', 'killed-in-between.bytes'), 'half');
  const left = async (days: number) => {
    const now = new Date(Date.now() + days * 86_400_000);
    const late = await startLocalAws({ folder: kept.folder, buckets, now });
    await late.close();
    const files = await readdir(join(kept.folder, 'working'));
    return files.filter((file) => file.endsWith('.bytes')).length;
  };

  expect(await left(2)).toBe(1);
  expect(await left(8)).toBe(0);
  await kept.remove();
});
