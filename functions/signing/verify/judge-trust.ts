// Do the certificates that are trusted here vouch for a signer, at the moment of signing?
import type { X509Certificate } from 'node:crypto';
import { type ChainFlaw, judgeChain } from '../certificate-chain.ts';
import { maySign, purposesOf } from './cms/certificate-parts.ts';
import type { Effort } from './effort.ts';
import { cannotJudge, invalid, type Judgement, VALID } from './judgement.ts';

export type Trust = Judgement<
  Exclude<ChainFlaw, 'issuer_unknown' | 'extension_not_understood'> | 'certificate_not_for_signing',
  | 'issuer_unknown'
  | 'extension_not_understood'
  | 'time_unknown'
  | 'certificate_unknown'
  | 'certificate_purpose_unusual'
  | 'expired_since'
  | 'distrusted_since'
>;

export type Vouching = {
  /** Certificates from anywhere in the file. */
  others: readonly X509Certificate[];
  anchors: readonly X509Certificate[];
  former: readonly FormerAnchor[];
  effort: Effort;
};

/** Trusted for what was signed before that moment. */
export type FormerAnchor = { certificate: X509Certificate; until: Date };

export type Moments = {
  /** By a timestamp that is trusted. */
  proven: Date | undefined;
  claimed: Date | undefined;
  /** Asked for by whoever verifies. */
  asked: Date | undefined;
  now: Date | undefined;
};

/** The moment at which a certificate must have been valid. */
export const momentOf = ({ proven, asked, claimed, now }: Moments): Date | undefined =>
  proven ?? asked ?? claimed ?? now;

/**
 * A claimed time is believed while the certificate is still valid and trusted now: whoever holds the key of one that has
 * expired, or of an authority that is trusted no more, can claim what they like (EN 319 102-1, 5.5.4).
 */
export const judgeTrust = (
  certificate: X509Certificate,
  vouching: Vouching,
  moments: Moments,
): Trust => {
  const at = momentOf(moments);
  if (at === undefined) return cannotJudge('time_unknown');
  if (!maySign(certificate)) return invalid('certificate_not_for_signing');
  const flaw = judgeWay(certificate, vouching, at);
  if (flaw !== undefined) return asTrust(flaw);
  if (isForMachines(certificate)) return cannotJudge('certificate_purpose_unusual');
  const isClaimed = moments.proven === undefined && moments.asked === undefined;
  const sinceThen =
    isClaimed && moments.now !== undefined
      ? judgeWay(certificate, vouching, moments.now)
      : undefined;
  if (sinceThen === undefined) return VALID;
  return cannotJudge(sinceThen === 'issuer_unknown' ? 'distrusted_since' : 'expired_since');
};

/** Everybody who is trusted for that moment. */
const anchorsAt = ({ anchors, former }: Vouching, at: Date): X509Certificate[] => [
  ...anchors,
  ...former.filter(({ until }) => at < until).map(({ certificate }) => certificate),
];

const judgeWay = (
  certificate: X509Certificate,
  vouching: Vouching,
  at: Date,
): ChainFlaw | undefined =>
  judgeChain(certificate, vouching.others, anchorsAt(vouching, at), at, vouching.effort);

/** Another verifier, with other anchors or more knowledge, might say yes: that is not a no. */
const asTrust = (flaw: ChainFlaw): Trust =>
  flaw === 'issuer_unknown' || flaw === 'extension_not_understood'
    ? cannotJudge(flaw)
    : invalid(flaw);

/** Servers, timestamps and revocation (RFC 5280, 4.2.1.12): who has only these signs no documents. */
const MACHINE_PURPOSES = ['1.3.6.1.5.5.7.3.1', '1.3.6.1.5.5.7.3.8', '1.3.6.1.5.5.7.3.9'];

const isForMachines = (certificate: X509Certificate): boolean =>
  purposesOf(certificate)?.every((purpose) => MACHINE_PURPOSES.includes(purpose)) ?? false;

const TIMESTAMPING = '1.3.6.1.5.5.7.3.8';

/** Of a timestamp server: its certificate is for that, and was valid when it said so (RFC 3161, 2.3). */
export const judgeServer = (certificate: X509Certificate, vouching: Vouching, at: Date): Trust => {
  if (!(purposesOf(certificate)?.includes(TIMESTAMPING) ?? false)) {
    return invalid('certificate_not_for_signing');
  }
  const flaw = judgeWay(certificate, vouching, at);
  return flaw === undefined ? VALID : asTrust(flaw);
};
