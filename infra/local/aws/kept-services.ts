// Which services of AWS keep what they know in the data folder? Keys, secrets, accounts and files; opened together.
import { join } from 'node:path';
import { type LocalKms, openKeys } from './kms.ts';
import { ACCOUNT_AND_REGION } from './place.ts';
import { type BucketSettings, type LocalS3, openS3 } from './s3.ts';
import { openSecrets, type Secrets } from './secrets.ts';
import {
  type Account,
  type Inviting,
  openUserPool,
  type SigningOut,
  type UserPool,
} from './user-pool.ts';

export type KeptServices = {
  readonly keys: LocalKms;
  readonly secrets: Secrets;
  readonly accounts: UserPool;
  readonly s3: LocalS3;
  /** Takes up what lies in the folder now. */
  openAgain(): Promise<void>;
};

type Given = {
  buckets: BucketSettings[];
  accounts: Account[];
  invite: Inviting;
  signOut: SigningOut;
};

type Kept = Omit<KeptServices, 'openAgain'>;

/** `accounts` are those that are there from the start; `invite` tells the owners of others, `signOut` ends what any have open. */
export const openKeptServices = async (
  folder: string,
  { buckets, accounts: known, invite, signOut }: Given,
  now: () => Date,
): Promise<KeptServices> => {
  const open = async (): Promise<Kept> => ({
    keys: await openKeys(join(folder, 'keys'), ACCOUNT_AND_REGION),
    secrets: await openSecrets(join(folder, 'secrets'), ACCOUNT_AND_REGION),
    accounts: openUserPool(join(folder, 'accounts.json'), ACCOUNT_AND_REGION, {
      known,
      invite,
      signOut,
    }),
    s3: await openS3(join(folder, 'buckets'), buckets, now),
  });
  let kept = await open();
  return {
    get keys() {
      return kept.keys;
    },
    get secrets() {
      return kept.secrets;
    },
    get accounts() {
      return kept.accounts;
    },
    get s3() {
      return kept.s3;
    },
    openAgain: async () => {
      kept = await open();
    },
  };
};
