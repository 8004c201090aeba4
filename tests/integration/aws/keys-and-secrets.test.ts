// Do the local keys and secrets serve the SDK as AWS's do? What they sign is verified elsewhere.
import { createHash, createPublicKey, verify } from 'node:crypto';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import {
  DescribeKeyCommand,
  GetPublicKeyCommand,
  KMSClient,
  ScheduleKeyDeletionCommand,
  SignCommand,
  type SignCommandInput,
} from '@aws-sdk/client-kms';
import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type KeySpec, type LocalKms, openKeys } from '../../../infra/local/aws/kms.ts';
import { openSecrets, type Secrets } from '../../../infra/local/aws/secrets.ts';
import {
  clientSettings,
  freshFolder,
  functionWith,
  type LocalAws,
  machine,
  place,
  startLocalAws,
} from './local-aws.ts';

let home: Awaited<ReturnType<typeof freshFolder>>;
let keys: LocalKms;
let secrets: Secrets;
let aws: LocalAws;
let kms: KMSClient;

const message = Buffer.from('what is signed');

beforeAll(async () => {
  home = await freshFolder();
  keys = await openKeys(join(home.folder, 'keys'), place);
  secrets = await openSecrets(join(home.folder, 'secrets'), place);
  aws = await startLocalAws({
    folder: join(home.folder, 'files'),
    services: { kms: keys.service, secretsmanager: secrets.service },
  });
  kms = new KMSClient(clientSettings(aws.url, machine));
});

afterAll(async () => {
  await aws.close();
  await home.remove();
});

const specs: { spec: KeySpec; algorithm: SignCommandInput['SigningAlgorithm'] }[] = [
  { spec: 'RSA_2048', algorithm: 'RSASSA_PKCS1_V1_5_SHA_256' },
  { spec: 'ECC_NIST_P256', algorithm: 'ECDSA_SHA_256' },
];

test.each(specs)(
  'a signature of $spec verifies with its public key, over message and digest',
  async ({ spec, algorithm }) => {
    const { keyId, arn } = await keys.ensure(`key-${spec}`, spec);
    const signed = async (Message: Buffer, MessageType: 'RAW' | 'DIGEST') => {
      const asked = { KeyId: keyId, Message, MessageType, SigningAlgorithm: algorithm };
      const { Signature } = await kms.send(new SignCommand(asked));
      return Signature ?? Buffer.alloc(0);
    };

    const described = await kms.send(new GetPublicKeyCommand({ KeyId: `alias/key-${spec}` }));
    const key = createPublicKey({
      key: Buffer.from(described.PublicKey ?? []),
      format: 'der',
      type: 'spki',
    });
    const digest = createHash('sha256').update(message).digest();

    expect(described).toMatchObject({ KeyId: arn, KeySpec: spec, KeyUsage: 'SIGN_VERIFY' });
    expect(verify('sha256', message, key, await signed(message, 'RAW'))).toBe(true);
    expect(verify('sha256', message, key, await signed(digest, 'DIGEST'))).toBe(true);
    expect(verify('sha256', Buffer.from('other'), key, await signed(digest, 'DIGEST'))).toBe(false);
  },
);

test('a key refuses an algorithm that is not its own, and a digest that is none', async () => {
  const { arn: KeyId } = await keys.ensure('rsa', 'RSA_2048');
  const wrong = new SignCommand({ KeyId, Message: message, SigningAlgorithm: 'ECDSA_SHA_256' });
  const short = new SignCommand({
    KeyId,
    Message: message,
    MessageType: 'DIGEST',
    SigningAlgorithm: 'RSASSA_PKCS1_V1_5_SHA_256',
  });

  await expect(kms.send(wrong)).rejects.toMatchObject({ name: 'InvalidKeyUsageException' });
  await expect(kms.send(short)).rejects.toMatchObject({ name: 'ValidationException' });
});

test('an unknown key is not found, and what is not in use is not pretended', async () => {
  const { keyId: KeyId } = await keys.ensure('rsa', 'RSA_2048');

  await expect(kms.send(new DescribeKeyCommand({ KeyId: 'no-such' }))).rejects.toMatchObject({
    name: 'NotFoundException',
  });
  await expect(kms.send(new ScheduleKeyDeletionCommand({ KeyId }))).rejects.toMatchObject({
    name: 'UnsupportedOperationException',
  });
});

test('keys are made once, outlive a start, and lie in files of their owner alone', async () => {
  const folder = join(home.folder, 'keys');
  const first = await keys.ensure('seal', 'ECC_NIST_P256');

  const reopened = await openKeys(folder, place);

  expect(await reopened.ensure('seal', 'ECC_NIST_P256')).toEqual(first);
  for (const file of await readdir(folder)) {
    expect((await stat(join(folder, file))).mode & 0o777).toBe(0o600);
  }
});

test('a function signs with the one key it may use', async () => {
  const mine = await keys.ensure('signer', 'RSA_2048');
  const other = await keys.ensure('agency', 'RSA_2048');
  const signer = functionWith({ Effect: 'Allow', Action: 'kms:Sign', Resource: mine.arn });
  aws.callers.push(signer);
  const client = new KMSClient(clientSettings(aws.url, signer));
  const sign = (KeyId: string) =>
    client.send(
      new SignCommand({
        KeyId,
        Message: message,
        SigningAlgorithm: 'RSASSA_PKCS1_V1_5_SHA_256',
      }),
    );

  await sign(mine.keyId);
  await sign('alias/signer');

  await expect(sign(other.keyId)).rejects.toMatchObject({
    name: 'AccessDeniedException',
    message: expect.stringContaining(
      `drafting is not authorized to perform: kms:Sign on resource: ${other.arn}`,
    ),
  });
  await expect(client.send(new DescribeKeyCommand({ KeyId: mine.keyId }))).rejects.toThrow(
    /kms:DescribeKey/,
  );
});

test('a function that is held to a tag signs with the keys that carry it', async () => {
  await keys.ensure('tagged', 'ECC_NIST_P256', { use: 'seal' });
  await keys.ensure('untagged', 'ECC_NIST_P256');
  const sealer = {
    ...functionWith({
      Effect: 'Allow',
      Action: 'kms:DescribeKey',
      Resource: '*',
      Condition: { StringEquals: { 'aws:ResourceTag/use': 'seal' } },
    }),
    accessKeyId: 'SEALER',
  };
  aws.callers.push(sealer);
  const client = new KMSClient(clientSettings(aws.url, sealer));

  await client.send(new DescribeKeyCommand({ KeyId: 'alias/tagged' }));

  await expect(
    client.send(new DescribeKeyCommand({ KeyId: 'alias/untagged' })),
  ).rejects.toMatchObject({ name: 'AccessDeniedException' });
});

test('a secret is read by name and by ARN, and the last one put counts', async () => {
  await secrets.put('người ký/chủ tịch', 'old');
  const { arn } = await secrets.put('người ký/chủ tịch', 'new');
  const client = new SecretsManagerClient(clientSettings(aws.url, machine));
  const read = (SecretId: string) => client.send(new GetSecretValueCommand({ SecretId }));
  const reopened = await openSecrets(join(home.folder, 'secrets'), place);

  expect(await read(arn)).toMatchObject({ SecretString: 'new', ARN: arn });
  expect((await read('người ký/chủ tịch')).SecretString).toBe('new');
  expect(reopened.arnOf('người ký/chủ tịch')).toBe(arn);
  await expect(read('nobody')).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
});
