// Whose certificate is it, as a person would ask? Names as text, whatever string type they are written in.
import { createHash, type X509Certificate } from 'node:crypto';
import { Certificate, type RelativeDistinguishedNames } from 'pkijs';

export type CertificateFacts = {
  commonName: string;
  organization: string;
  issuer: string;
  /** Hexadecimal, as the certificate's authority counts. */
  serialNumber: string;
  /** SHA-256 of the whole certificate, hexadecimal: what tells it from any other. */
  sha256: string;
};

const COMMON_NAME = '2.5.4.3';
const ORGANIZATION = '2.5.4.10';

/** Empty strings stand for what a name does not hold. */
export function certificateFacts(certificate: X509Certificate): CertificateFacts {
  const { subject, issuer } = Certificate.fromBER(new Uint8Array(certificate.raw));
  return {
    commonName: partOf(subject, COMMON_NAME),
    organization: partOf(subject, ORGANIZATION),
    issuer: partOf(issuer, COMMON_NAME) || partOf(issuer, ORGANIZATION),
    serialNumber: certificate.serialNumber.toLowerCase(),
    sha256: createHash('sha256').update(certificate.raw).digest('hex'),
  };
}

function partOf(name: RelativeDistinguishedNames, type: string): string {
  const part = name.typesAndValues.find((candidate) => candidate.type === type);
  return part === undefined ? '' : String(part.value.valueBlock.value);
}
