// Which services of AWS keep what they know in the data folder? Keys, secrets, accounts and files; opened together.
import { join } from 'node:path';
import { type Keys, openKeys } from './kms.ts';
import { PLACE } from './place.ts';
import { type BucketSettings, openS3, type S3 } from './s3.ts';
import { openSecrets, type Secrets } from './secrets.ts';
import type { Service } from './service.ts';
import { type Account, openUserPool } from './user-pool.ts';

export type KeptServices = { keys: Keys; secrets: Secrets; accounts: Service; s3: S3 };

/** `accounts` are those that are there from the start. */
export const openKeptServices = async (
  folder: string,
  { buckets, accounts }: { buckets: BucketSettings[]; accounts: Account[] },
  now: () => Date,
): Promise<KeptServices> => ({
  keys: await openKeys(join(folder, 'keys'), PLACE),
  secrets: await openSecrets(join(folder, 'secrets'), PLACE),
  accounts: openUserPool(join(folder, 'accounts.json'), PLACE, accounts),
  s3: await openS3(join(folder, 'buckets'), buckets, now),
});
