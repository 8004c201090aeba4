// Can this key sign now, and will people believe it? Asked before a number is taken.
import { createHash, X509Certificate } from 'node:crypto';
import { Certificate } from 'pkijs';
import { sha256 } from '../domain/canonical-hash.ts';
import { Refusal } from '../domain/refusal.ts';
import { judgeChain } from './certificate-chain.ts';
import type { SigningKey } from './key.ts';
import { isSignatureBy } from './signature-algorithm.ts';

/** Signed to see whether key and certificate belong together; it means nothing and is shaped like no document. */
const PROBE = new TextEncoder().encode('Trinh Ky: does this key belong to its certificate?');

export type Demands = {
  at: Date;
  /** The certificates (DER) that it must lead to. */
  anchors: readonly Uint8Array[];
  /** SHA-256 of certificates that must not sign any more, hexadecimal. */
  revoked: readonly string[];
};

/**
 * Passes when the certificate is valid at `at`, is meant for signing, leads to an anchor, is not revoked, and the key is
 * its own (one signature is made).
 *
 * @throws Refusal `certificate_not_yet_valid`, `certificate_expired`, `certificate_not_for_signing`,
 * `certificate_revoked`, `certificate_untrusted` or `certificate_key_mismatch`
 */
export const checkCertificate = async (key: SigningKey, demands: Demands): Promise<void> => {
  const certificate = new X509Certificate(key.certificate);
  checkTrust(certificate, key.chain, demands);
  const signature = await key.signDigest(createHash('sha256').update(PROBE).digest());
  if (!isSignatureBy(key.algorithm, PROBE, signature, certificate.publicKey)) {
    throw new Refusal('certificate_key_mismatch');
  }
};

const checkTrust = (
  certificate: X509Certificate,
  chain: readonly Uint8Array[],
  { at, anchors, revoked }: Demands,
): void => {
  if (at < certificate.validFromDate) {
    throw new Refusal('certificate_not_yet_valid', {
      facts: { validFrom: certificate.validFromDate.toISOString() },
    });
  }
  if (at > certificate.validToDate) {
    throw new Refusal('certificate_expired', {
      facts: { validTo: certificate.validToDate.toISOString() },
    });
  }
  if (!isForSigning(certificate)) throw new Refusal('certificate_not_for_signing');
  if (revoked.includes(sha256(certificate.raw))) throw new Refusal('certificate_revoked');
  const asCertificates = (ders: readonly Uint8Array[]) =>
    ders.map((der) => new X509Certificate(der));
  const flaw = judgeChain(certificate, asCertificates(chain), asCertificates(anchors), at);
  if (flaw !== undefined) throw new Refusal('certificate_untrusted', { facts: { flaw } });
};

/** digitalSignature and nonRepudiation, the first two bits of the key usage (RFC 5280, 4.2.1.3). */
const SIGNING_BITS = 0xc0;

/** A certificate without the extension may be used for anything; an authority's own is for certifying alone. */
export const isForSigning = (certificate: X509Certificate): boolean => {
  if (certificate.ca) return false;
  const extensions = Certificate.fromBER(new Uint8Array(certificate.raw)).extensions ?? [];
  const usage = extensions.find(({ extnID }) => extnID === '2.5.29.15');
  if (usage === undefined) return true;
  // BIT STRING: tag, length, number of unused bits, then the bits.
  const bits = new Uint8Array(usage.extnValue.valueBlock.valueHexView)[3] ?? 0;
  return (bits & SIGNING_BITS) !== 0;
};
