// What is the state of a key's certificate, and for how long is it valid?
import { sha256 } from '../../domain/canonical-hash.ts';
import type { KeyReference, Organization } from '../../domain/directory/organization.ts';
import type { Instant } from '../../domain/ids.ts';
import { instantOf } from '../../domain/instant-of.ts';
import { type CertificateFacts, certificateFacts } from '../../signing/certificate-facts.ts';
import { certificatesIn } from '../../signing/certificate-pem.ts';

/** A new certificate takes an authority a week or two. */
export const DAYS_OF_WARNING = 30;

const DAY_MS = 24 * 60 * 60 * 1000;

export type CertificateNow = CertificateFacts & {
  validFrom: Instant;
  validUntil: Instant;
  /** Whole days; negative when it is over. */
  daysLeft: number;
  /** Only `valid` and `expiring` can sign. */
  state: 'valid' | 'expiring' | 'notYetValid' | 'expired' | 'revoked';
};

/** What the directory knows of a key's certificate; null when it cannot be read. */
export const certificateOf = (
  { certificatePem }: KeyReference,
  { settings }: Organization,
  at: Instant,
): CertificateNow | null => {
  const [certificate] = certificatesIn(certificatePem) ?? [];
  if (certificate === undefined) return null;
  const { validFromDate, validToDate } = certificate;
  const now = Date.parse(at);
  const daysLeft = Math.floor((validToDate.getTime() - now) / DAY_MS);
  const fingerprint = sha256(certificate.raw);
  const state = () => {
    if (settings.revokedCertificates.includes(fingerprint)) return 'revoked';
    if (now < validFromDate.getTime()) return 'notYetValid';
    if (now > validToDate.getTime()) return 'expired';
    return daysLeft < DAYS_OF_WARNING ? 'expiring' : 'valid';
  };
  const { commonName, organization, issuer, serialNumber } = certificateFacts(certificate);
  return {
    commonName,
    organization,
    issuer,
    serialNumber,
    sha256: fingerprint,
    validFrom: instantOf(validFromDate),
    validUntil: instantOf(validToDate),
    daysLeft,
    state: state(),
  };
};
