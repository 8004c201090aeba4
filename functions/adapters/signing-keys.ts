// How does the directory's word for a key become a key that signs? A PKCS#12 file in a secret, or AWS KMS.

import type { KMSClient } from '@aws-sdk/client-kms';
import { GetSecretValueCommand, type SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import * as z from 'zod';
import type { KeyReference } from '../domain/directory/organization.ts';
import { Refusal, Unavailable } from '../domain/refusal.ts';
import type { SigningKey } from '../signing/key.ts';
import { openPkcs12 } from '../signing/pkcs12-key.ts';
import { kmsKey } from './kms-key.ts';

/** What the secret of a key holds: the file in base64, and its password. */
const Pkcs12Secret = z.object({ pkcs12: z.base64(), password: z.string() });

/**
 * Opens the key that a person or an agency signs with.
 *
 * @throws Refusal `key_missing` when there is no such secret or key, or it cannot be opened
 * @throws Unavailable when the service does not answer
 */
export const openSigningKey = async (
  reference: KeyReference,
  clients: { secrets: SecretsManagerClient; kms: KMSClient },
): Promise<SigningKey> => {
  if (reference.kind === 'kms') return kmsKey(reference, clients.kms);
  const { pkcs12, password } = await readSecret(reference.secretId, clients.secrets);
  return openPkcs12(Buffer.from(pkcs12, 'base64'), password);
};

const readSecret = async (
  secretId: string,
  secrets: SecretsManagerClient,
): Promise<z.infer<typeof Pkcs12Secret>> => {
  const value = await secrets.send(new GetSecretValueCommand({ SecretId: secretId })).then(
    (answer) => answer.SecretString,
    (error: Error) => {
      if (error.name === 'ResourceNotFoundException') return undefined;
      throw new Unavailable('the store of secrets', error);
    },
  );
  const secret = Pkcs12Secret.safeParse(parseJson(value));
  // Nothing of the secret is repeated, not even what is wrong with it.
  if (!secret.success)
    throw new Refusal('key_missing', { message: 'the secret holds no PKCS#12 file' });
  return secret.data;
};

const parseJson = (text: string | undefined): unknown => {
  try {
    return JSON.parse(text ?? '');
  } catch {
    return undefined;
  }
};
