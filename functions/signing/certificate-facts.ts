// Whose certificate is it, as a person would ask? Names as text, whatever string type they are written in.
import type { X509Certificate } from 'node:crypto';
import { sha256 } from '../domain/canonical-hash.ts';
import type { Sha256 } from '../domain/ids.ts';
import { namePart, partsOf } from './verify/cms/certificate-parts.ts';

export type CertificateFacts = {
  commonName: string;
  organization: string;
  issuer: string;
  /** Hexadecimal, as the certificate's authority counts. */
  serialNumber: string;
  /** SHA-256 of the whole certificate, hexadecimal: what tells it from any other. */
  sha256: Sha256;
};

const COMMON_NAME = '2.5.4.3';
const ORGANIZATION = '2.5.4.10';

/** Empty strings stand for what a name does not hold. @throws NotBer when it is none of X.509 v3 */
export const certificateFacts = (certificate: X509Certificate): CertificateFacts => {
  const { subject, issuer } = partsOf(certificate);
  return {
    commonName: namePart(subject, COMMON_NAME),
    organization: namePart(subject, ORGANIZATION),
    issuer: namePart(issuer, COMMON_NAME) || namePart(issuer, ORGANIZATION),
    serialNumber: certificate.serialNumber.toLowerCase(),
    sha256: sha256(certificate.raw),
  };
};
