// Are the certificates that came along still as their issuers signed them? No signature of the document protects them.
import type { X509Certificate } from 'node:crypto';
import { type Effort, TooMuchWork } from '../effort.ts';
import type { AtHand } from './at-hand.ts';
import { isSameBytes } from './ber.ts';
import { partsOf } from './certificate-parts.ts';

/**
 * Whether one of them names an issuer that is at hand, but was not signed by it; or is a copy of one that is at hand,
 * with the same key and number, and yet another. One whose issuer is nowhere at hand is not judged.
 *
 * @throws NotBer, TooMuchWork
 */
export const hasDamagedCertificate = (
  certificates: readonly X509Certificate[],
  { anchors, certificates: inFile, effort }: AtHand,
): boolean => {
  const others = [...anchors, ...inFile];
  const all = [...certificates, ...others];
  return certificates.some((certificate) => {
    if (others.some((other) => other !== certificate && other.raw.equals(certificate.raw))) {
      return false;
    }
    const own = partsOf(certificate);
    effort.spend(10 * all.length);
    const issuers = all.filter((other) => isSameBytes(partsOf(other).subject, own.issuer));
    const fitting = issuers.filter((issuer) => {
      effort.spendOnPair();
      return certificate.checkIssued(issuer);
    });
    if (fitting.length > 0)
      return !fitting.some((issuer) => isSignedBy(certificate, issuer, effort));
    return all.some((other) => {
      const parts = partsOf(other);
      return (
        !other.raw.equals(certificate.raw) &&
        isSameBytes(parts.publicKeyInfo, own.publicKeyInfo) &&
        isSameBytes(parts.serial, own.serial)
      );
    });
  });
};

const isSignedBy = (
  certificate: X509Certificate,
  issuer: X509Certificate,
  effort: Effort,
): boolean => {
  try {
    effort.spendOnCheck(issuer.publicKey);
    effort.spendOnHash(certificate.raw.length);
    return certificate.verify(issuer.publicKey);
  } catch (error) {
    if (error instanceof TooMuchWork) throw error;
    return false;
  }
};
