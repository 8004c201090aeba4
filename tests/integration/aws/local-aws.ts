// What does a test of the local endpoint start from? The endpoint over a fresh folder, with the machine
// itself as one caller and a function of narrow rights as another.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { S3Client } from '@aws-sdk/client-s3';
import { type AwsEndpoint, startAwsEndpoint } from '../../../infra/local/aws/endpoint.ts';
import { type BucketSettings, openS3 } from '../../../infra/local/aws/s3.ts';
import type { Caller, PolicyStatement, Service } from '../../../infra/local/aws/service.ts';

export const place = { region: 'ap-southeast-1', account: '000000000000' };

export const machine: Caller = {
  name: 'machine',
  accessKeyId: 'MACHINE',
  secretAccessKey: 'machine-secret',
  allows: 'everything',
};

export const functionWith = (...allows: PolicyStatement[]): Caller => ({
  name: 'drafting',
  accessKeyId: 'DRAFTING',
  secretAccessKey: 'drafting-secret',
  allows,
});

export const freshFolder = async (): Promise<{ folder: string; remove(): Promise<void> }> => {
  const folder = await mkdtemp(join(tmpdir(), 'local-aws-'));
  return { folder, remove: () => rm(folder, { recursive: true }) };
};

export type LocalAws = AwsEndpoint & { callers: Caller[]; clock: { now: Date } };

/** Its callers and its clock may be changed while it runs. */
export const startLocalAws = async (given: {
  folder: string;
  buckets?: BucketSettings[];
  services?: Record<string, Service>;
  callers?: Caller[];
  now?: Date;
}): Promise<LocalAws> => {
  const callers = given.callers ?? [machine];
  const clock = { now: given.now ?? new Date() };
  const now = () => clock.now;
  const s3 = await openS3(given.folder, given.buckets ?? [], now);
  const endpoint = await startAwsEndpoint({
    port: 0,
    filesPort: 0,
    callers: () => callers,
    services: () => given.services ?? {},
    s3: () => s3,
    now,
  });
  return { ...endpoint, callers, clock };
};

/** What every SDK client of a caller is made with; one attempt, so that a refusal arrives at once. */
export const clientSettings = (endpoint: string, caller: Caller) => {
  const { accessKeyId, secretAccessKey } = caller;
  return {
    endpoint,
    region: place.region,
    credentials: { accessKeyId, secretAccessKey },
    maxAttempts: 1,
  };
};

export const s3Of = (aws: LocalAws, caller: Caller): S3Client =>
  new S3Client({
    ...clientSettings(aws.filesUrl, caller),
    forcePathStyle: true,
    // A presigned PUT would otherwise carry the checksum of an empty body.
    requestChecksumCalculation: 'WHEN_REQUIRED',
  });
