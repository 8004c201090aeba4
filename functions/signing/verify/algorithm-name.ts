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

export const algorithmName = (
  { publicKey }: X509Certificate,
  hash: HashName,
  scheme: SignatureScheme,
): AlgorithmName => {
  const { modulusLength, namedCurve } = publicKey.asymmetricKeyDetails ?? {};
  // SHA-256, but SHA3-256 and SHAKE256.
  const hashName = scheme.hash.toUpperCase().replace(/^SHA(?=\d+$)/, 'SHA-');
  const names: Record<SignatureScheme['kind'], string> = {
    ecdsa: `ECDSA ${CURVES[namedCurve ?? ''] ?? namedCurve ?? ''}`,
    eddsa: publicKey.asymmetricKeyType === 'ed448' ? 'Ed448' : 'Ed25519',
    'rsa-pkcs1': `RSA-${modulusLength ?? ''} PKCS#1 v1.5`,
    'rsa-pss': `RSA-${modulusLength ?? ''} PSS`,
  };
  const isShort = modulusLength !== undefined && modulusLength < SHORTEST_RSA;
  return {
    name: `${names[scheme.kind]}, ${hashName}`,
    weak: isWeak(hash) || isWeak(scheme.hash) || isShort,
  };
};
