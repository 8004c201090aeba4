// Does a certificate lead to one that we trust? Path building and the checks of RFC 5280, section 6, that concern us.
import type { KeyObject, X509Certificate } from 'node:crypto';
import { elementAt, membersOf, TAG } from './verify/cms/ber.ts';
import { keyOf, partsOf } from './verify/cms/certificate-parts.ts';

/** Longer than any chain of a public authority; it bounds the work on hostile input. */
const LONGEST_CHAIN = 10;

/** More steps than any honest certificates need: hostile ones may all have issued each other. */
const MOST_STEPS = 100;

export type ChainFlaw =
  | 'certificate_expired'
  | 'certificate_not_yet_valid'
  | 'issuer_unknown'
  | 'issuer_expired'
  | 'issuer_not_yet_valid'
  | 'issuer_may_not_certify'
  | 'extension_not_understood';

/** Told before each look at a pair, and each check of a signature: whoever counts them may throw, and end the search. */
type Counted = {
  spendOnPair(): void;
  spendOnCheck(by: KeyObject): void;
  spendOnHash(bytes: number): void;
};
const UNCOUNTED: Counted = {
  spendOnPair: () => undefined,
  spendOnCheck: () => undefined,
  spendOnHash: () => undefined,
};

/** The certificates above `leaf` that are found among `candidates`, nearest first, signatures checked. */
export const issuersInOrder = (
  leaf: X509Certificate,
  candidates: readonly X509Certificate[],
  effort: Counted = UNCOUNTED,
): X509Certificate[] => {
  const above: X509Certificate[] = [];
  let current = leaf;
  while (above.length < LONGEST_CHAIN) {
    const issuer = candidates.find((candidate) => isIssuedBy(current, candidate, effort));
    if (issuer === undefined || isSame(issuer, current)) break;
    above.push(issuer);
    current = issuer;
  }
  return above;
};

/**
 * Why `leaf` does not lead to one of `anchors` at the moment `at`, over `others` (the certificates a file brought
 * along); undefined when it does. Anchors are trusted as they are, while valid; everything between must be valid then,
 * and allowed to certify. Of several ways the first good one counts; without one, the last flaw found is told.
 */
export const judgeChain = (
  leaf: X509Certificate,
  others: readonly X509Certificate[],
  anchors: readonly X509Certificate[],
  at: Date,
  effort: Counted = UNCOUNTED,
): ChainFlaw | undefined => {
  const time = flawInTime(leaf, at, 'certificate');
  if (time !== undefined) return time;
  if (hasUnknownCriticalExtension(leaf)) return 'extension_not_understood';
  return climb(leaf, { others, anchors, at, steps: { left: MOST_STEPS }, effort }, 0);
};

type Climb = {
  others: readonly X509Certificate[];
  anchors: readonly X509Certificate[];
  at: Date;
  steps: { left: number };
  effort: Counted;
};

const climb = (certificate: X509Certificate, way: Climb, depth: number): ChainFlaw | undefined => {
  const { others, anchors, at, steps, effort } = way;
  if (anchors.some((anchor) => isSame(anchor, certificate))) return undefined;
  let furthest: ChainFlaw = 'issuer_unknown';
  for (const anchor of anchors) {
    if (!isIssuedBy(certificate, anchor, effort)) continue;
    const flaw = flawInIssuer(anchor, at, depth);
    if (flaw === undefined) return undefined;
    furthest = flaw;
  }
  steps.left -= 1;
  if (depth >= LONGEST_CHAIN || steps.left < 0) return furthest;
  for (const issuer of others) {
    if (steps.left < 0) break;
    if (isSame(issuer, certificate) || !isIssuedBy(certificate, issuer, effort)) continue;
    const above = climb(issuer, way, depth + 1);
    // A way that leads to no anchor says nothing, whatever its flaws.
    if (above === 'issuer_unknown') continue;
    const flaw = flawInIssuer(issuer, at, depth) ?? above;
    if (flaw === undefined) return undefined;
    furthest = flaw;
  }
  return furthest;
};

/** `below` counts the authorities between the issuer and the signer's certificate. */
const flawInIssuer = (issuer: X509Certificate, at: Date, below: number): ChainFlaw | undefined => {
  const time = flawInTime(issuer, at, 'issuer');
  if (time !== undefined) return time;
  if (hasUnknownCriticalExtension(issuer)) return 'extension_not_understood';
  const longest = pathLength(issuer);
  if (!issuer.ca || (longest !== undefined && below > longest)) return 'issuer_may_not_certify';
  return undefined;
};

const flawInTime = <Whose extends 'certificate' | 'issuer'>(
  certificate: X509Certificate,
  at: Date,
  whose: Whose,
): `${Whose}_expired` | `${Whose}_not_yet_valid` | undefined => {
  if (at < certificate.validFromDate) return `${whose}_not_yet_valid`;
  if (at > certificate.validToDate) return `${whose}_expired`;
  return undefined;
};

const isSame = (one: X509Certificate, other: X509Certificate): boolean => one.raw.equals(other.raw);

/** Names, key identifiers and key usage fit (OpenSSL's rules), and the signature is the issuer's. */
const isIssuedBy = (
  certificate: X509Certificate,
  issuer: X509Certificate,
  effort: Counted,
): boolean => {
  effort.spendOnPair();
  const key = keyOf(issuer);
  if (key === undefined || !certificate.checkIssued(issuer)) return false;
  effort.spendOnCheck(key);
  effort.spendOnHash(certificate.raw.length);
  try {
    return certificate.verify(key);
  } catch {
    return false;
  }
};

const BASIC_CONSTRAINTS = '2.5.29.19';

/** Critical extensions whose meaning is respected here, or cannot make a signature less trusted (RFC 5280, 4.2). */
const UNDERSTOOD_WHEN_CRITICAL = new Set([
  BASIC_CONSTRAINTS,
  '2.5.29.15', // key usage
  '2.5.29.37', // extended key usage
  '2.5.29.17', // subject's other names
  '2.5.29.32', // certificate policies
]);

const hasUnknownCriticalExtension = (certificate: X509Certificate): boolean =>
  partsOf(certificate).critical.some((extension) => !UNDERSTOOD_WHEN_CRITICAL.has(extension));

/** Basic constraints: whether it is an authority, then how many may be below it (RFC 5280, 4.2.1.9). */
const pathLength = (certificate: X509Certificate): number | undefined => {
  const value = partsOf(certificate).extensions.get(BASIC_CONSTRAINTS);
  if (value === undefined) return undefined;
  const length = membersOf(elementAt(value)).find(({ tag }) => tag === TAG.integer);
  return length?.content.reduce((total, byte) => total * 0x100 + byte, 0);
};
