// By which algorithm was this signed, in words that a person can look up?
import type { X509Certificate } from 'node:crypto';
import { type HashName, isWeak, type SignatureScheme } from '../signature-algorithm.ts';

export type AlgorithmName = {
  /** `RSA-2048 PKCS#1 v1.5, SHA-256`. */
  name: string;
  /** Weaker than what is accepted: SHA-1 and its like, or a short RSA key. */
  weak: boolean;
};

const CURVES: Record<string, string> = {
  prime256v1: 'P-256',
  secp384r1: 'P-384',
  secp521r1: 'P-521',
};

/** NIST SP 800-131A. */
const SHORTEST_RSA = 2048;

export function algorithmName(
  { publicKey }: X509Certificate,
  hash: HashName,
  scheme: SignatureScheme,
): AlgorithmName {
  const { modulusLength, namedCurve } = publicKey.asymmetricKeyDetails ?? {};
  const hashName = scheme.hash.toUpperCase().replace('SHA', 'SHA-');
  const padding = scheme.kind === 'rsa-pss' ? 'PSS' : 'PKCS#1 v1.5';
  const name =
    scheme.kind === 'ecdsa'
      ? `ECDSA ${CURVES[namedCurve ?? ''] ?? namedCurve ?? ''}`
      : `RSA-${modulusLength ?? ''} ${padding}`;
  const isShort = modulusLength !== undefined && modulusLength < SHORTEST_RSA;
  return { name: `${name}, ${hashName}`, weak: isWeak(hash) || isWeak(scheme.hash) || isShort };
}
