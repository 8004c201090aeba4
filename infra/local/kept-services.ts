// Which services of AWS keep what they know in the data folder? Keys, secrets, accounts and files; opened together.
import { join } from 'node:path';
import { type Keys, openKeys } from './aws/kms.ts';
import { type BucketSettings, openS3, type S3 } from './aws/s3.ts';
import { openSecrets, type Secrets } from './aws/secrets.ts';
import type { Service } from './aws/service.ts';
import { openUserPool } from './aws/user-pool.ts';
import { PLACE } from './aws-names.ts';
import { demoAccounts } from './demo-cast.ts';

export type KeptServices = { keys: Keys; secrets: Secrets; accounts: Service; s3: S3 };

export const openKeptServices = async (
  folder: string,
  buckets: BucketSettings[],
  now: () => Date,
): Promise<KeptServices> => ({
  keys: await openKeys(join(folder, 'keys'), PLACE),
  secrets: await openSecrets(join(folder, 'secrets'), PLACE),
  accounts: openUserPool(join(folder, 'accounts.json'), PLACE, demoAccounts()),
  s3: await openS3(join(folder, 'buckets'), buckets, now),
});
