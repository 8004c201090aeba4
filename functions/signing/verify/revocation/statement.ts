// What may an authority say about one of its certificates, and for how long does its word hold?
import type { X509Certificate } from 'node:crypto';
import { isSignatureOf, isWeak, schemeOf } from '../../signature-algorithm.ts';
import { bitsOf, type Element } from '../cms/ber.ts';
import type { Effort } from '../effort.ts';

export type Statement = {
  source: 'crl' | 'ocsp';
  /** Undefined: not revoked. */
  revokedAt: Date | undefined;
  thisUpdate: Date;
  nextUpdate: Date | undefined;
};

/** Whether `signed` was signed by this certificate's key. @throws NotBer, TooMuchWork */
export const isSignedBy = (
  certificate: X509Certificate,
  signed: Element | undefined,
  algorithm: Element | undefined,
  signature: Element | undefined,
  effort: Effort,
): boolean => {
  if (signed === undefined || algorithm === undefined) return false;
  // PKCS#1 and ECDSA name their hash here; what does not is not read.
  const scheme = schemeOf(algorithm.whole, 'sha1');
  if (scheme === undefined || isWeak(scheme.hash)) return false;
  effort.spendOnCheck(certificate.publicKey);
  effort.spendOnHash(signed.whole.length);
  return isSignatureOf(signed.whole, bitsOf(signature), certificate.publicKey, scheme);
};
