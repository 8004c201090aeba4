// Does a version stay what it was, and a locked one where it is? Asked with the SDK itself.
import {
  DeleteObjectCommand,
  GetObjectCommand,
  GetObjectRetentionCommand,
  ListObjectVersionsCommand,
  PutObjectCommand,
  PutObjectRetentionCommand,
  type S3Client,
} from '@aws-sdk/client-s3';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { BucketSettings } from '../../../infra/local/aws/s3.ts';
import {
  freshFolder,
  functionWith,
  type LocalAws,
  machine,
  s3Of,
  startLocalAws,
} from './local-aws.ts';

const buckets: BucketSettings[] = [
  { name: 'versioned', versioned: true },
  { name: 'governed', versioned: true, objectLock: { mode: 'GOVERNANCE', days: 1 } },
  { name: 'compliant', versioned: true, objectLock: { mode: 'COMPLIANCE', days: 1 } },
];

const reader = functionWith({
  Effect: 'Allow',
  Action: 's3:DeleteObject*',
  Resource: 'arn:aws:s3:::governed/*',
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

const put = (Bucket: string, Key: string, Body: string) => {
  // A bucket with Object Lock takes no upload without a checksum.
  return s3.send(new PutObjectCommand({ Bucket, Key, Body, ChecksumAlgorithm: 'SHA256' }));
};

const textOf = async (
  Bucket: string,
  Key: string,
  VersionId?: string,
): Promise<string | undefined> => {
  const { Body } = await s3.send(new GetObjectCommand({ Bucket, Key, VersionId }));
  return Body?.transformToString();
};

test('a versioned bucket keeps every version, and a delete only hides them', async () => {
  const first = await put('versioned', 'paper', 'first');
  await put('versioned', 'paper', 'second');
  const marker = await s3.send(new DeleteObjectCommand({ Bucket: 'versioned', Key: 'paper' }));

  await expect(textOf('versioned', 'paper')).rejects.toMatchObject({ name: 'NoSuchKey' });
  expect(await textOf('versioned', 'paper', first.VersionId)).toBe('first');
  await expect(textOf('versioned', 'paper', marker.VersionId)).rejects.toMatchObject({
    name: 'MethodNotAllowed',
  });

  const at = { Bucket: 'versioned', Key: 'paper', VersionId: marker.VersionId };
  await s3.send(new DeleteObjectCommand(at));
  expect(await textOf('versioned', 'paper')).toBe('second');
  await expect(textOf('versioned', 'paper', 'unknown')).rejects.toMatchObject({
    name: 'NoSuchVersion',
  });
});

test('versions are listed page by page, newest first, with their markers', async () => {
  await put('versioned', 'list/a', '1');
  await put('versioned', 'list/a', '2');
  await s3.send(new DeleteObjectCommand({ Bucket: 'versioned', Key: 'list/a' }));
  const question = { Bucket: 'versioned', Prefix: 'list/', MaxKeys: 2 };

  const first = await s3.send(new ListObjectVersionsCommand(question));
  const { NextKeyMarker: KeyMarker, NextVersionIdMarker: VersionIdMarker } = first;
  const second = await s3.send(
    new ListObjectVersionsCommand({ ...question, KeyMarker, VersionIdMarker }),
  );

  expect(first.IsTruncated).toBe(true);
  expect(first.DeleteMarkers).toMatchObject([{ Key: 'list/a', IsLatest: true }]);
  expect(first.Versions).toHaveLength(1);
  expect(second.Versions).toMatchObject([{ Key: 'list/a', IsLatest: false, Size: 1 }]);
  expect(second.IsTruncated).toBe(false);
});

test('a version in governance cannot be deleted but by who may bypass it', async () => {
  const { VersionId } = await put('governed', 'signed', 'x');
  const at = { Bucket: 'governed', Key: 'signed', VersionId };
  const bypass = new DeleteObjectCommand({ ...at, BypassGovernanceRetention: true });

  await expect(s3.send(new DeleteObjectCommand(at))).rejects.toMatchObject({
    name: 'AccessDenied',
  });
  await expect(s3Of(aws, reader).send(bypass)).rejects.toThrow(/BypassGovernanceRetention/);
  await s3.send(bypass);

  await expect(textOf('governed', 'signed', VersionId)).rejects.toMatchObject({
    name: 'NoSuchVersion',
  });
});

test('a version in compliance stays until its time, and its time can only be made longer', async () => {
  const { VersionId } = await put('compliant', 'signed', 'x');
  const at = { Bucket: 'compliant', Key: 'signed', VersionId };
  const remove = () => s3.send(new DeleteObjectCommand({ ...at, BypassGovernanceRetention: true }));
  const retain = (days: number) =>
    s3.send(
      new PutObjectRetentionCommand({
        ...at,
        Retention: {
          Mode: 'COMPLIANCE',
          RetainUntilDate: new Date(aws.clock.now.getTime() + days * 86_400_000),
        },
      }),
    );
  const longAfter = new Date(aws.clock.now.getTime() + 3 * 86_400_000);

  await retain(2);
  await expect(retain(1)).rejects.toMatchObject({ name: 'AccessDenied' });
  await expect(remove()).rejects.toMatchObject({ name: 'AccessDenied' });
  const { Retention } = await s3.send(new GetObjectRetentionCommand(at));

  expect(Retention?.Mode).toBe('COMPLIANCE');
  expect(Retention?.RetainUntilDate?.getTime()).toBeLessThan(longAfter.getTime());
});

test('an upload that is to be locked must bring a checksum, as on AWS', async () => {
  const bare = new PutObjectCommand({ Bucket: 'governed', Key: 'bare', Body: 'x' });

  await expect(s3.send(bare)).rejects.toMatchObject({ name: 'InvalidRequest' });
});
