// What is to be said of one signature: who made it and when, is it whole, and is its maker trusted?
import type { X509Certificate } from 'node:crypto';
import type { Instant } from '../../domain/ids.ts';
import { instantOf } from '../../domain/instant-of.ts';
import { issuersInOrder } from '../certificate-chain.ts';
import { type CertificateFacts, certificateFacts } from '../certificate-facts.ts';
import { type AlgorithmName, algorithmName } from './algorithm-name.ts';
import type { FileChange, Permission } from './changes/change.ts';
import type { ChangesJudgement, JudgedChanges } from './changes/judge-changes.ts';
import { elementAt, NotBer, timeOf } from './cms/ber.ts';
import { onlyValue, type ReadCms } from './cms/read-cms.ts';
import { type FoundSignature, isDocumentTimestamp } from './find-signatures.ts';
import type { Integrity, JudgedIntegrity } from './judge-integrity.ts';
import {
  judgeServer,
  judgeTrust,
  type Moments,
  momentOf,
  type Trust,
  type Vouching,
} from './judge-trust.ts';
import { cannotJudge, type Judgement, VALID } from './judgement.ts';
import { dataInCms, type EmbeddedData } from './revocation/embedded-data.ts';
import { judgeRevocation, type Revocation } from './revocation/judge-revocation.ts';

export type JudgedSignature = {
  field: string;
  kind: 'signature' | 'certification' | 'documentTimestamp';
  subFilter: string;
  /** Null when the certificate cannot be read. */
  signer: CertificateFacts | null;
  algorithm: AlgorithmName | null;
  /** Claimed by the signer, proven by nobody. */
  claimedTime: Instant | null;
  /** The signature existed by then, as a trusted timestamp says. */
  provenTime: Instant | null;
  /** The signature's own timestamp: who gave it, and whether it is sound and its server trusted. */
  timestamp: { time: Instant; authority: CertificateFacts | null; trust: Trust } | null;
  reason: string | null;
  /** What it covers is unchanged, and its key signed it. */
  integrity: Integrity;
  /** The certificate leads to an anchor, and was valid at the time asked about. */
  trust: Trust;
  revocation: Revocation;
  /** Every byte of the file, except its own hole. */
  coversWholeFile: boolean;
  /** What it says may follow (DocMDP); null when it says nothing. */
  permission: Permission | null;
  /** What came after it, and whether that is allowed. */
  changes: FileChange[];
  changesAllowed: ChangesJudgement;
  /** All of the above in one word. */
  verdict: Judgement['verdict'];
};

export type Surroundings = {
  /** The moment at which certificates must have been valid, and the moment of asking. */
  asked: { at?: Date; now?: Date };
  vouching: Vouching;
  dss: EmbeddedData;
  coversWholeFile: boolean;
  /** What the first document timestamp after it proves. */
  provenLater: Date | undefined;
};

export const judgeSignature = (
  signature: FoundSignature,
  { integrity, cms, certificate, hash, scheme, timestamp }: JudgedIntegrity,
  changes: JudgedChanges | undefined,
  { asked, vouching, dss, coversWholeFile, provenLater }: Surroundings,
): JudgedSignature => {
  // One that is at hand may be many signatures', and each of them is told what it says.
  if (certificate !== undefined) vouching.effort.spendOnCertificate(certificate.raw);
  const isTimestamp = isDocumentTimestamp(signature);
  const serverTrust = timestamp && trustInServer(timestamp, vouching, asked.now);
  const isProof = timestamp?.integrity.verdict === 'valid' && serverTrust?.verdict === 'valid';
  const proven = (isProof ? timestamp.time : undefined) ?? provenLater;
  const claimed = signature.claimedTime ?? (cms && signingTime(cms));
  const moments: Moments = { proven, claimed, asked: asked.at, now: asked.now };
  const trust = isTimestamp
    ? (serverTrust ?? cannotJudge('certificate_unknown'))
    : orUnknown(certificate, (signer) => judgeTrust(signer, vouching, moments));
  const at = isTimestamp ? timestamp?.time : momentOf(moments);
  const revocation = judgeRevocation(
    certificate === undefined ? [] : chainOf(certificate, vouching),
    cms === undefined ? dss : joined(dss, dataInCms(cms)),
    { at: at ?? new Date(0), isProven: proven !== undefined },
    vouching.effort,
  );
  const changesAllowed = changes?.judgement ?? cannotJudge('changes_too_complex');
  return {
    field: signature.field,
    kind: isTimestamp ? 'documentTimestamp' : changes?.certifies ? 'certification' : 'signature',
    subFilter: signature.subFilter,
    signer: factsOf(certificate),
    algorithm: certificate && hash && scheme ? algorithmName(certificate, hash, scheme) : null,
    claimedTime: claimed ? instantOf(claimed) : null,
    provenTime: proven ? instantOf(proven) : null,
    timestamp:
      timestamp === undefined || isTimestamp
        ? null
        : {
            time: instantOf(timestamp.time),
            authority: factsOf(timestamp.certificate),
            trust: serverTrust ?? cannotJudge('certificate_unknown'),
          },
    reason: signature.reason ?? null,
    integrity,
    trust,
    revocation,
    coversWholeFile,
    permission: changes?.permission ?? null,
    changes: changes?.changes ?? [],
    changesAllowed,
    verdict: worst([integrity, trust, asObstacle(revocation), changesAllowed]),
  };
};

const chainOf = (
  certificate: X509Certificate,
  { others, anchors, former, effort }: Vouching,
): X509Certificate[] => {
  const trusted = [...anchors, ...former.map((one) => one.certificate)];
  return [certificate, ...issuersInOrder(certificate, [...others, ...trusted], effort)];
};

/**
 * The time is by the server's own word: to whoever asks now, one whose authority is trusted no more proves nothing by it. A
 * file that has lain under lock since is judged without `now`.
 */
export const trustInServer = (
  { certificate, time }: NonNullable<JudgedIntegrity['timestamp']>,
  vouching: Vouching,
  now: Date | undefined,
): Trust => {
  const former = now === undefined ? vouching.former : [];
  return orUnknown(certificate, (server) => judgeServer(server, { ...vouching, former }, time));
};

/** A certificate may say things that cannot be read. */
const orUnknown = (
  certificate: X509Certificate | undefined,
  judge: (certificate: X509Certificate) => Trust,
): Trust => {
  try {
    return certificate === undefined ? cannotJudge('certificate_unknown') : judge(certificate);
  } catch (error) {
    if (error instanceof NotBer) return cannotJudge('certificate_unknown');
    throw error;
  }
};

const factsOf = (certificate: X509Certificate | undefined): CertificateFacts | null => {
  try {
    return certificate === undefined ? null : certificateFacts(certificate);
  } catch {
    return null;
  }
};

const SIGNING_TIME = '1.2.840.113549.1.9.5';

/** The attribute of RFC 5652, 11.3: claimed like /M. */
const signingTime = ({ signedAttributes = [] }: ReadCms): Date | undefined => {
  const value = onlyValue(signedAttributes, SIGNING_TIME);
  try {
    return value && timeOf(elementAt(value.whole));
  } catch {
    return undefined;
  }
};

const joined = (one: EmbeddedData, other: EmbeddedData): EmbeddedData => ({
  certificates: [...one.certificates, ...other.certificates],
  crls: [...one.crls, ...other.crls],
  ocsps: [...one.ocsps, ...other.ocsps],
});

/** That nothing is embedded stands in nobody's way. */
const asObstacle = ({ judgement }: Revocation): Judgement =>
  judgement.verdict === 'cannotJudge' && judgement.because !== 'revoked_since' ? VALID : judgement;

const worst = (judgements: Judgement[]): Judgement['verdict'] => {
  const verdicts = judgements.map(({ verdict }) => verdict);
  if (verdicts.includes('invalid')) return 'invalid';
  return verdicts.includes('cannotJudge') ? 'cannotJudge' : 'valid';
};

/** By itself, whatever came after it. */
export const isBroken = ({ integrity, trust, revocation }: JudgedSignature): boolean =>
  worst([integrity, trust, asObstacle(revocation)]) === 'invalid';
