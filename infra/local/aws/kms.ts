// What of KMS does the stack use? Signing keys that never leave their file: seeded here, then asked
// only to sign and to show their public half.
import {
  constants,
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  privateEncrypt,
  randomUUID,
} from 'node:crypto';
import { mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { p256 } from '@noble/curves/nist.js';
import * as z from 'zod';
import { readKept } from '../this-machine/kept-json.ts';
import { AwsError } from './aws-error.ts';
import { jsonAnswer, readInput, readJsonCall } from './protocols.ts';
import type { AccountAndRegion, AwsOperation, AwsRequest, Service } from './service.ts';
import { writeWhole } from './write-whole.ts';

export type KeySpec = 'RSA_2048' | 'ECC_NIST_P256';

const algorithmOf = {
  RSA_2048: 'RSASSA_PKCS1_V1_5_SHA_256',
  ECC_NIST_P256: 'ECDSA_SHA_256',
} as const satisfies Record<KeySpec, string>;

const keyFile = z.object({
  keyId: z.string(),
  name: z.string(),
  spec: z.enum(['RSA_2048', 'ECC_NIST_P256']),
  tags: z.record(z.string(), z.string()),
  privateKey: z.string(),
  createdAt: z.string(),
});

type StoredKey = z.infer<typeof keyFile>;

const keyInput = z.looseObject({ KeyId: z.string() });

const signInput = z.looseObject({
  KeyId: z.string(),
  Message: z.base64(),
  MessageType: z.enum(['RAW', 'DIGEST']).default('RAW'),
  SigningAlgorithm: z.string(),
});

/** KMS takes messages up to this many bytes; longer ones are hashed by the caller. */
const longestMessage = 4096;

/** DigestInfo of SHA-256 up to the digest itself (RFC 8017, section 9.2, note 1). */
const sha256DigestInfo = Buffer.from('3031300d060960864801650304020105000420', 'hex');

export type LocalKms = {
  service: Service;
  /**
   * Makes the key of this name if there is none yet; also reachable as `alias/NAME`. Policies may
   * look at its tags.
   */
  ensure(
    name: string,
    spec: KeySpec,
    tags?: Record<string, string>,
  ): Promise<{ keyId: string; arn: string }>;
};

/** Opens the keys that lie in a folder, one file (0600) each. */
export const openKeys = async (folder: string, place: AccountAndRegion): Promise<LocalKms> => {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const keys: StoredKey[] = [];
  for (const file of await readdir(folder)) {
    if (!file.endsWith('.json')) continue;
    keys.push(readKept(join(folder, file), keyFile));
  }
  const arnOf = (keyId: string) => `arn:aws:kms:${place.region}:${place.account}:key/${keyId}`;

  const find = (reference: string): StoredKey | undefined => {
    const name = reference.slice(reference.lastIndexOf(':') + 1);
    return keys.find((key) => [key.keyId, `key/${key.keyId}`, `alias/${key.name}`].includes(name));
  };

  const service = (request: AwsRequest): AwsOperation => {
    const { operation, input } = readJsonCall(request);
    const action = `kms:${operation}`;
    const reference = typeof input.KeyId === 'string' ? input.KeyId : '*';
    const key = find(reference);
    // An alias that leads to no key leads to no policy either: AWS says that it is not there.
    if (!key && reference.startsWith('alias/')) {
      throw new AwsError(400, 'NotFoundException', `Alias '${reference}' is not found.`);
    }
    const resource = arnOf(key?.keyId ?? reference);
    const context: Record<string, string[]> = {};
    for (const name of ['MessageType', 'SigningAlgorithm']) {
      if (typeof input[name] === 'string') context[`kms:${name}`] = [input[name]];
    }
    for (const [tag, value] of Object.entries(key?.tags ?? {})) {
      context[`aws:ResourceTag/${tag}`] = [value];
    }
    const needs = [{ action, resources: [resource], context }];
    return { action, needs, answer: () => jsonAnswer(answer(operation, input)) };
  };

  const answer = (operation: string, input: Record<string, unknown>): object => {
    const reply = replies[operation];
    if (!reply) throw new AwsError(400, 'UnsupportedOperationException', `kms:${operation}`);
    const key = find(readInput(keyInput, input).KeyId);
    if (!key) throw new AwsError(400, 'NotFoundException', `Key '${input.KeyId}' does not exist`);
    return reply({ ...key, arn: arnOf(key.keyId) }, input);
  };

  return {
    service,
    async ensure(name, spec, tags = {}) {
      const known = keys.find((key) => key.name === name);
      if (known) return { keyId: known.keyId, arn: arnOf(known.keyId) };
      const key: StoredKey = {
        keyId: randomUUID(),
        name,
        spec,
        tags,
        privateKey: newPrivateKey(spec).export({ type: 'pkcs8', format: 'pem' }).toString(),
        createdAt: new Date().toISOString(),
      };
      keys.push(key);
      await writeWhole(join(folder, `${key.keyId}.json`), JSON.stringify(key));
      return { keyId: key.keyId, arn: arnOf(key.keyId) };
    },
  };
};

type Reply = (key: StoredKey & { arn: string }, input: Record<string, unknown>) => object;

const usage = (key: StoredKey) => ({
  KeySpec: key.spec,
  CustomerMasterKeySpec: key.spec,
  KeyUsage: 'SIGN_VERIFY',
  SigningAlgorithms: [algorithmOf[key.spec]],
});

const digestOf = (message: Buffer, type: 'RAW' | 'DIGEST'): Buffer => {
  if (type === 'RAW' && message.length <= longestMessage) {
    return createHash('sha256').update(message).digest();
  }
  // A SHA-256 digest has 32 bytes.
  if (type === 'DIGEST' && message.length === 32) return message;
  const wanted = type === 'RAW' ? `at most ${longestMessage} bytes` : '32 bytes';
  throw new AwsError(400, 'ValidationException', `A ${type} message has ${wanted}.`);
};

const signDigest = (key: KeyObject, spec: KeySpec, digest: Buffer): Buffer => {
  if (spec === 'RSA_2048') {
    const padding = constants.RSA_PKCS1_PADDING;
    return privateEncrypt({ key, padding }, Buffer.concat([sha256DigestInfo, digest]));
  }
  const scalar = Buffer.from(key.export({ format: 'jwk' }).d ?? '', 'base64url');
  // Node would hash the digest once more; KMS signs it as it is, and does not lower S.
  return Buffer.from(p256.sign(digest, scalar, { prehash: false, lowS: false, format: 'der' }));
};

const replies: Record<string, Reply> = {
  DescribeKey: (key) => ({
    KeyMetadata: {
      KeyId: key.keyId,
      Arn: key.arn,
      Description: key.name,
      CreationDate: Date.parse(key.createdAt) / 1000,
      Enabled: true,
      KeyState: 'Enabled',
      Origin: 'AWS_KMS',
      ...usage(key),
    },
  }),
  GetPublicKey: (key) => ({
    KeyId: key.arn,
    PublicKey: createPublicKey(key.privateKey)
      .export({ type: 'spki', format: 'der' })
      .toString('base64'),
    ...usage(key),
  }),
  Sign: (key, input) => {
    const asked = readInput(signInput, input);
    if (asked.SigningAlgorithm !== algorithmOf[key.spec]) {
      throw new AwsError(
        400,
        'InvalidKeyUsageException',
        `Algorithm ${asked.SigningAlgorithm} is incompatible with key spec ${key.spec}.`,
      );
    }
    const digest = digestOf(Buffer.from(asked.Message, 'base64'), asked.MessageType);
    return {
      KeyId: key.arn,
      Signature: signDigest(createPrivateKey(key.privateKey), key.spec, digest).toString('base64'),
      SigningAlgorithm: asked.SigningAlgorithm,
    };
  },
};

const newPrivateKey = (spec: KeySpec): KeyObject =>
  spec === 'RSA_2048'
    ? generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey
    : generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey;
