// By which certificates is somebody's signature known? The one that the directory names, and those it named before: they
// sign no more, but what they signed may be under way.
import { sha256 } from '../domain/canonical-hash.ts';
import { type KeyReference, MOST_FORMER } from '../domain/directory/organization.ts';
import type { Sha256 } from '../domain/ids.ts';
import { certificatesIn } from './certificate-pem.ts';

/** Undefined when the certificate cannot be read. */
export const fingerprintOf = ({ certificatePem }: KeyReference): Sha256 | undefined => {
  const [certificate] = certificatesIn(certificatePem) ?? [];
  return certificate && sha256(certificate.raw);
};

/** The latest first. */
export const knownCertificates = (reference: KeyReference | null): Sha256[] => {
  const present = reference && fingerprintOf(reference);
  return [...(present ? [present] : []), ...(reference?.former ?? [])];
};

/** The reference that takes the place of another, and remembers its certificates. */
export const inPlaceOf = (before: KeyReference | null, reference: KeyReference): KeyReference => {
  const present = fingerprintOf(reference);
  const former = knownCertificates(before).filter((certificate) => certificate !== present);
  return former.length === 0 ? reference : { ...reference, former: former.slice(0, MOST_FORMER) };
};
