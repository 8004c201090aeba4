// How does a key that never leaves AWS KMS sign? It is sent a digest of 32 bytes, never the document.
import { X509Certificate } from 'node:crypto';
import { type KMSClient, SignCommand } from '@aws-sdk/client-kms';
import type { KeyReference } from '../domain/organization.ts';
import { Refusal, Unavailable } from '../domain/refusal.ts';
import type { SigningKey } from '../signing/key.ts';
import { algorithmOfKey } from '../signing/signature-algorithm.ts';

const PEM_CERTIFICATE = /-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g;

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
export function kmsKey(
  reference: Extract<KeyReference, { kind: 'kms' }>,
  kms: KMSClient,
): SigningKey {
  const [certificate] = certificatesIn(reference.certificatePem);
  if (certificate === undefined) {
    throw new Refusal('key_missing', { message: 'the key has no certificate' });
  }
  const algorithm = algorithmOfKey(certificate.publicKey);
  return {
    certificate: certificate.raw,
    chain: certificatesIn(reference.chainPem).map((issuer) => issuer.raw),
    algorithm,
    async signDigest(sha256) {
      const answer = await kms
        .send(
          new SignCommand({
            KeyId: reference.keyId,
            Message: sha256,
            MessageType: 'DIGEST',
            SigningAlgorithm: algorithm,
          }),
        )
        .catch(asRefusal);
      if (answer.Signature === undefined) throw new Unavailable('AWS KMS');
      return answer.Signature;
    },
  };
}

function certificatesIn(pem: string): X509Certificate[] {
  try {
    return Array.from(pem.matchAll(PEM_CERTIFICATE), ([text]) => new X509Certificate(text));
  } catch {
    throw new Refusal('key_missing', { message: 'a certificate of the key cannot be read' });
  }
}

function asRefusal(error: Error): never {
  if (LASTING_FAILURES.includes(error.name)) {
    throw new Refusal('key_missing', { message: `AWS KMS: ${error.name}` });
  }
  throw new Unavailable('AWS KMS', error);
}
