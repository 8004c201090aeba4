// Which authorities are trusted here, and since when? Whoever is trusted no more still vouches for what was signed before: a
// signature is judged at its own moment.
import { canonicalHash, sha256 } from '../canonical-hash.ts';
import type { Instant, Sha256 } from '../ids.ts';

export type Anchor = {
  /** The authority's certificate (DER). */
  certificate: Uint8Array;
  /** Since when, for whoever reads the list: what it vouched for before counts as well. Null where nobody wrote it down. */
  from: Instant | null;
  /** What is signed from then on is not believed by it any more. */
  until: Instant | null;
};

const isSame = (one: Uint8Array, other: Uint8Array): boolean => Buffer.from(one).equals(other);

/** Those of these certificates. */
export const among = (anchors: readonly Anchor[], certificates: readonly Uint8Array[]): Anchor[] =>
  anchors.filter(({ certificate }) => certificates.some((one) => isSame(certificate, one)));

const isAmong = (anchors: readonly Anchor[], certificate: Uint8Array): boolean =>
  among(anchors, [certificate]).length > 0;

/** Those that vouch for what is signed now. */
export const trustedNow = (anchors: readonly Anchor[]): Anchor[] =>
  anchors.filter(({ until }) => until === null);

/** Of all of them with their dates, as the chain of changes names them. */
export const hashOfAnchors = (anchors: readonly Anchor[]): Sha256 =>
  canonicalHash(
    anchors.map(({ certificate, ...dates }) => ({ certificate: sha256(certificate), ...dates })),
  );

/** What whoever judges a signature is told. */
export const believed = (anchors: readonly Anchor[]) => ({
  anchors: trustedNow(anchors).map(({ certificate }) => certificate),
  former: anchors.flatMap(({ certificate, until }) =>
    until === null ? [] : [{ certificate, until }],
  ),
});

/** These certificates, as far as they are not trusted already. */
export const notYetTrusted = (
  anchors: readonly Anchor[],
  certificates: readonly Uint8Array[],
): Uint8Array[] =>
  certificates.filter(
    (one, at) =>
      !isAmong(trustedNow(anchors), one) &&
      !certificates.slice(0, at).some((other) => isSame(one, other)),
  );

/** With these trusted from now on; one that was before takes its place again. */
export const withTrusted = (
  anchors: readonly Anchor[],
  certificates: readonly Uint8Array[],
  at: Instant,
): Anchor[] => {
  const added = notYetTrusted(anchors, certificates).map((certificate) => ({
    certificate,
    from: at,
    until: null,
  }));
  return [...anchors.filter(({ certificate }) => !isAmong(added, certificate)), ...added];
};

/**
 * With none of these trusted for what is signed from that moment on. It takes the place of a moment that was said before: a key may
 * turn out to have been stolen long before its authority was ended.
 */
export const withEnded = (
  anchors: readonly Anchor[],
  certificates: readonly Uint8Array[],
  until: Instant,
): Anchor[] =>
  anchors.map((anchor) =>
    certificates.some((one) => isSame(anchor.certificate, one)) ? { ...anchor, until } : anchor,
  );
