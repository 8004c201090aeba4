// How does a key that never leaves AWS KMS sign? It is sent a digest of 32 bytes, never the document.
import { createPublicKey } from 'node:crypto';
import { GetPublicKeyCommand, type KMSClient, SignCommand } from '@aws-sdk/client-kms';
import type { KeyReference } from '../domain/directory/organization.ts';
import { Refusal, Unavailable } from '../domain/refusal.ts';
import { certificatesIn } from '../signing/certificate-pem.ts';
import type { UncertifiedKey } from '../signing/certificate-request.ts';
import type { SigningAlgorithm, SigningKey } from '../signing/key.ts';
import { algorithmOfKey } from '../signing/signature-algorithm.ts';

/** What KMS answers when this key will not sign, however often it is asked. */
const LASTING_FAILURES = [
  'NotFoundException',
  'DisabledException',
  'InvalidKeyUsageException',
  'KMSInvalidStateException',
  'AccessDeniedException',
];

/**
 * A KMS key (RSA_2048 or ECC_NIST_P256, key usage SIGN_VERIFY) with the certificate that was issued for it.
 *
 * @throws Refusal `key_missing` when the certificate cannot be read; so does `signDigest` for a key that is gone
 */
export const kmsKey = (
  reference: Extract<KeyReference, { kind: 'kms' }>,
  kms: KMSClient,
): SigningKey => {
  const [certificate] = certificatesIn(reference.certificatePem) ?? [];
  const chain = certificatesIn(reference.chainPem);
  if (certificate === undefined || chain === undefined) {
    throw new Refusal('key_missing', { message: 'the key has no certificate that can be read' });
  }
  const algorithm = algorithmOfKey(certificate.publicKey);
  return {
    certificate: certificate.raw,
    chain: chain.map((issuer) => issuer.raw),
    algorithm,
    signDigest: digestSigner(kms, reference.keyId, algorithm),
  };
};

/**
 * A KMS key for which no certificate was issued yet.
 *
 * @throws Refusal `key_missing` when there is none, or none that can sign
 * @throws Unavailable when KMS does not answer
 */
export const uncertifiedKmsKey = async (keyId: string, kms: KMSClient): Promise<UncertifiedKey> => {
  const answer = await kms.send(new GetPublicKeyCommand({ KeyId: keyId })).catch(asRefusal);
  if (answer.KeyUsage !== 'SIGN_VERIFY' || answer.PublicKey === undefined) {
    throw new Refusal('key_missing', { message: 'the key is not for signing' });
  }
  const { PublicKey: publicKey } = answer;
  const algorithm = algorithmOfKey(
    createPublicKey({ key: Buffer.from(publicKey), format: 'der', type: 'spki' }),
  );
  return { publicKey, algorithm, signDigest: digestSigner(kms, keyId, algorithm) };
};

const digestSigner =
  (kms: KMSClient, keyId: string, algorithm: SigningAlgorithm): SigningKey['signDigest'] =>
  async (sha256) => {
    const command = new SignCommand({
      KeyId: keyId,
      Message: sha256,
      MessageType: 'DIGEST',
      SigningAlgorithm: algorithm,
    });
    const { Signature } = await kms.send(command).catch(asRefusal);
    if (Signature === undefined) throw new Unavailable('AWS KMS');
    return Signature;
  };

const asRefusal = (error: Error): never => {
  if (LASTING_FAILURES.includes(error.name)) {
    throw new Refusal('key_missing', { message: `AWS KMS: ${error.name}` });
  }
  throw new Unavailable('AWS KMS', error);
};
