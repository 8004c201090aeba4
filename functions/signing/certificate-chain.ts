// Does a certificate lead to one that we trust? Path building and the checks of RFC 5280, section 6, that concern us.
import type { X509Certificate } from 'node:crypto';
import { BasicConstraints, Certificate } from 'pkijs';

/** Longer than any chain of a public authority; it bounds the work on hostile input. */
const LONGEST_CHAIN = 10;

export type ChainFlaw =
  | 'certificate_expired'
  | 'certificate_not_yet_valid'
  | 'issuer_unknown'
  | 'issuer_expired'
  | 'issuer_not_yet_valid'
  | 'issuer_may_not_certify'
  | 'extension_not_understood';

/** The certificates above `leaf` that are found among `candidates`, nearest first, signatures checked. */
export function issuersInOrder(
  leaf: X509Certificate,
  candidates: readonly X509Certificate[],
): X509Certificate[] {
  const above: X509Certificate[] = [];
  let current = leaf;
  while (above.length < LONGEST_CHAIN) {
    const issuer = candidates.find((candidate) => isIssuedBy(current, candidate));
    if (issuer === undefined || isSame(issuer, current)) break;
    above.push(issuer);
    current = issuer;
  }
  return above;
}

/**
 * Why `leaf` does not lead to one of `anchors` at the moment `at`, over `others` (the certificates a file brought
 * along); undefined when it does. Anchors are trusted as they are, while valid; everything between must be valid then,
 * and allowed to certify. Of several ways the first good one counts; without one, the last flaw found is told.
 */
export function judgeChain(
  leaf: X509Certificate,
  others: readonly X509Certificate[],
  anchors: readonly X509Certificate[],
  at: Date,
): ChainFlaw | undefined {
  const time = flawInTime(leaf, at, 'certificate');
  if (time !== undefined) return time;
  if (hasUnknownCriticalExtension(leaf)) return 'extension_not_understood';
  return climb(leaf, others, anchors, at, 0);
}

function climb(
  certificate: X509Certificate,
  others: readonly X509Certificate[],
  anchors: readonly X509Certificate[],
  at: Date,
  depth: number,
): ChainFlaw | undefined {
  if (anchors.some((anchor) => isSame(anchor, certificate))) return undefined;
  let furthest: ChainFlaw = 'issuer_unknown';
  for (const anchor of anchors.filter((candidate) => isIssuedBy(certificate, candidate))) {
    const flaw = flawInIssuer(anchor, at, depth);
    if (flaw === undefined) return undefined;
    furthest = flaw;
  }
  if (depth >= LONGEST_CHAIN) return furthest;
  for (const issuer of others.filter((candidate) => isIssuedBy(certificate, candidate))) {
    if (isSame(issuer, certificate)) continue;
    const flaw = flawInIssuer(issuer, at, depth) ?? climb(issuer, others, anchors, at, depth + 1);
    if (flaw === undefined) return undefined;
    if (flaw !== 'issuer_unknown') furthest = flaw;
  }
  return furthest;
}

/** `below` counts the authorities between the issuer and the signer's certificate. */
function flawInIssuer(issuer: X509Certificate, at: Date, below: number): ChainFlaw | undefined {
  const time = flawInTime(issuer, at, 'issuer');
  if (time !== undefined) return time;
  if (hasUnknownCriticalExtension(issuer)) return 'extension_not_understood';
  const longest = pathLength(issuer);
  if (!issuer.ca || (longest !== undefined && below > longest)) return 'issuer_may_not_certify';
  return undefined;
}

function flawInTime<Whose extends 'certificate' | 'issuer'>(
  certificate: X509Certificate,
  at: Date,
  whose: Whose,
): `${Whose}_expired` | `${Whose}_not_yet_valid` | undefined {
  if (at < certificate.validFromDate) return `${whose}_not_yet_valid`;
  if (at > certificate.validToDate) return `${whose}_expired`;
  return undefined;
}

const isSame = (one: X509Certificate, other: X509Certificate): boolean => one.raw.equals(other.raw);

/** Names, key identifiers and key usage fit (OpenSSL's rules), and the signature is the issuer's. */
function isIssuedBy(certificate: X509Certificate, issuer: X509Certificate): boolean {
  try {
    return certificate.checkIssued(issuer) && certificate.verify(issuer.publicKey);
  } catch {
    return false;
  }
}

const BASIC_CONSTRAINTS = '2.5.29.19';

/** Critical extensions whose meaning is respected here, or cannot make a signature less trusted (RFC 5280, 4.2). */
const UNDERSTOOD_WHEN_CRITICAL = new Set([
  BASIC_CONSTRAINTS,
  '2.5.29.15', // key usage
  '2.5.29.37', // extended key usage
  '2.5.29.17', // subject's other names
  '2.5.29.32', // certificate policies
]);

const extensionsOf = (certificate: X509Certificate) =>
  Certificate.fromBER(new Uint8Array(certificate.raw)).extensions ?? [];

const hasUnknownCriticalExtension = (certificate: X509Certificate): boolean =>
  extensionsOf(certificate).some(
    (extension) => extension.critical && !UNDERSTOOD_WHEN_CRITICAL.has(extension.extnID),
  );

function pathLength(certificate: X509Certificate): number | undefined {
  const extension = extensionsOf(certificate).find(({ extnID }) => extnID === BASIC_CONSTRAINTS);
  const value = extension?.parsedValue;
  if (!(value instanceof BasicConstraints)) return undefined;
  return typeof value.pathLenConstraint === 'number' ? value.pathLenConstraint : undefined;
}
