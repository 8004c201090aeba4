// Who signed this PDF, does it still say what they signed, and do we trust them? Our own answer, for anyone's file.
import { X509Certificate } from 'node:crypto';
import type { Instant } from '../../domain/ids.ts';
import type { Trusted } from '../trusted.ts';
import { judgeChanges } from './changes/judge-changes.ts';
import { partsOf } from './cms/certificate-parts.ts';
import { type ReadCms, readCms } from './cms/read-cms.ts';
import { Effort, TooMuchWork } from './effort.ts';
import {
  type FoundSignature,
  type FoundSignatures,
  findSignatures,
  findWhenSigned,
  isDocumentTimestamp,
  type ReadableFile,
} from './find-signatures.ts';
import { Holding } from './holding.ts';
import { type FileJudgement, judgeFile, lacksSeal, overlap } from './judge-file.ts';
import { endOfRevision, type JudgedIntegrity, judgeIntegrity } from './judge-integrity.ts';
import { type JudgedSignature, judgeSignature, trustInServer } from './judge-signature.ts';
import type { FormerAnchor, Vouching } from './judge-trust.ts';
import { cannotJudge } from './judgement.ts';
import { isOurs } from './our-files.ts';
import { dataInDss, type EmbeddedData } from './revocation/embedded-data.ts';
import { SignedDigests } from './signed-digest.ts';

export type SignatureReport = {
  /**
   * Valid: at least one signature, each intact and trusted, none overlapping, and nothing but what is allowed after the
   * last. Whether it is the file that was issued, its SHA-256 says.
   */
  file: FileJudgement;
  /** In the order in which they were made. */
  signatures: JudgedSignature[];
  /** Fields for signatures that hold none. */
  emptyFields: string[];
  /** By these anchors it is the same at each moment from `now` until before this one; null: for ever. */
  holdsUntil: Instant | null;
};

/** What is found of the file itself, before it is said how long that holds. */
type Found = Omit<SignatureReport, 'holdsUntil'>;

export type VerificationOptions = Trusted & {
  /** The moment at which certificates must have been valid; otherwise the one each signature proves or claims. */
  at?: Date;
  /** The moment of asking; without it, a claimed time is believed even when the certificate has expired since. */
  now?: Date;
  /** Signatures that are still to come, so that their fields may be empty in a certified file. */
  awaited?: readonly string[];
};

/** Judges every signature of a PDF. Never throws: what cannot be decided is `cannotJudge`, with its reason. */
export const verifySignatures = async (
  pdf: Uint8Array,
  asked: VerificationOptions,
  effort = new Effort(),
): Promise<SignatureReport> => {
  const trusted = readTrusted(asked);
  if (trusted === undefined) return { ...nothingBut('anchor_unreadable'), holdsUntil: null };
  const holding = new Holding(asked.now);
  const here = { ...asked, ...trusted, holding };
  const found = judgeNow(findSignatures(pdf, effort), pdf, here, effort);
  const report = isUnread(found) ? (asSigned(pdf, here, effort) ?? found) : found;
  return { ...report, holdsUntil: holding.until };
};

/** As it is now. */
const judgeNow = (
  found: FoundSignatures,
  pdf: Uint8Array,
  asked: AskedHere,
  effort: Effort,
): Found => {
  if (!found.readable) return nothingBut(found.because);
  try {
    return judge(pdf, found, asked, effort);
  } catch (error) {
    return nothingBut(error instanceof TooMuchWork ? 'file_too_complex' : 'file_unreadable');
  }
};

/** The file as it is cannot be read, and nobody who could read it signed it as it is. */
const isUnread = ({ file, signatures }: Found): boolean =>
  file.verdict === 'cannotJudge' &&
  ['file_damaged', 'file_unreadable', 'file_encrypted'].includes(file.because) &&
  !signatures.some(
    ({ coversWholeFile, integrity }) => coversWholeFile && integrity.verdict === 'valid',
  );

/** Could it be read when it was signed? Then what was added since made it so. */
const asSigned = (pdf: Uint8Array, asked: AskedHere, effort: Effort): Found | undefined => {
  try {
    const found = findWhenSigned(pdf, effort);
    return found && judge(pdf, found, asked, effort);
  } catch {
    return undefined;
  }
};

const nothingBut = (
  because: Extract<FileJudgement, { verdict: 'cannotJudge' }>['because'],
): Found => ({ file: cannotJudge(because), signatures: [], emptyFields: [] });

const readCertificate = (der: Uint8Array): X509Certificate => {
  const certificate = new X509Certificate(der);
  partsOf(certificate);
  return certificate;
};

type ReadTrusted = { anchors: X509Certificate[]; former: FormerAnchor[] };

const readTrusted = ({ anchors, former = [] }: Trusted): ReadTrusted | undefined => {
  try {
    return {
      anchors: anchors.map(readCertificate),
      former: former.map(({ certificate, until }) => ({
        certificate: readCertificate(certificate),
        until: new Date(until),
      })),
    };
  } catch {
    return undefined;
  }
};

type AskedHere = Omit<VerificationOptions, keyof Trusted> & ReadTrusted & { holding: Holding };

const judge = (pdf: Uint8Array, found: ReadableFile, asked: AskedHere, effort: Effort): Found => {
  const signatures = found.signatures.toSorted(
    (one, other) => (endOfRevision(pdf, one) ?? 0) - (endOfRevision(pdf, other) ?? 0),
  );
  for (const { contents } of signatures) effort.spend(COST_OF_CMS + contents.length / 4);
  const dss = found.damaged ? NO_DATA : dataInDss(found.file);
  const ours = !found.damaged && isOurs(found.file, signatures, found.emptyFields);
  const { anchors, former, holding } = asked;
  for (const { until } of former) holding.endsAt(until);
  const atHand = [...anchors, ...former.map(({ certificate }) => certificate)];
  const known = { certificates: dss.certificates, anchors: atHand, isOurs: ours, effort };
  const digests = new SignedDigests(pdf, effort);
  const integrities = signatures.map((signature) => judgeIntegrity(pdf, signature, known, digests));
  const changes = found.damaged ? [] : judgeChanges(found, signatures, ours);
  const certificates = distinct([
    ...dss.certificates,
    ...integrities.flatMap(({ cms }) => (cms === undefined ? [] : certificatesIn(cms, effort))),
  ]);
  for (const certificate of [...certificates, ...atHand]) holding.hangsOn(certificate);
  const vouching = { others: certificates, anchors, former, effort };
  const ends = signatures.map((signature) => endOfRevision(pdf, signature));
  const provenLater = documentTimestamps(integrities, signatures, vouching, asked.now);
  const judged = signatures.map((signature, at) => {
    const integrity = integrities[at];
    if (integrity === undefined) throw new Error('each signature is judged');
    return judgeSignature(signature, integrity, changes[at], {
      asked,
      vouching,
      dss,
      coversWholeFile: ends[at] === pdf.length,
      provenLater: earliest(
        provenLater.flatMap((time, place) => (place > at && time !== undefined ? [time] : [])),
      ),
    });
  });
  if (asked.at === undefined && judged.some(hasNoMoment)) holding.endsAtOnce();
  const file = judgeFile(judged, {
    damaged: found.damaged,
    overlap: overlap(pdf, signatures),
    lacksSeal: ours && lacksSeal(found.emptyFields, asked.awaited ?? []),
  });
  return { file, signatures: judged, emptyFields: found.emptyFields };
};

const NO_DATA: EmbeddedData = { certificates: [], crls: [], ocsps: [] };

/** Reading it and its certificates, timestamps included, in units of effort. */
const COST_OF_CMS = 2_000;

/** Its own, and those of its timestamps. */
const certificatesIn = (cms: ReadCms, effort: Effort): X509Certificate[] => {
  const tokens = cms.unsignedAttributes.flatMap(({ values }) =>
    values.map((value) => readCms(value.whole, effort)),
  );
  const inTokens = tokens.flatMap((token) => (typeof token === 'string' ? [] : token.certificates));
  return [...cms.certificates, ...inTokens];
};

/** Nobody says when it was made, so it was judged at the moment of asking. */
const hasNoMoment = ({ claimedTime, provenTime }: JudgedSignature): boolean =>
  claimedTime === null && provenTime === null;

/** Each signature of a file may bring the same chain along. */
const distinct = (certificates: X509Certificate[]): X509Certificate[] => [
  ...new Map(certificates.map((each) => [each.fingerprint256, each])).values(),
];

/** When each signature that is a document timestamp, sound and trusted, was made. */
const documentTimestamps = (
  integrities: JudgedIntegrity[],
  signatures: FoundSignature[],
  vouching: Vouching,
  now: Date | undefined,
): (Date | undefined)[] =>
  integrities.map(({ integrity, timestamp, certificate }, at) => {
    const signature = signatures[at];
    if (signature === undefined || !isDocumentTimestamp(signature)) return undefined;
    if (integrity.verdict !== 'valid' || timestamp === undefined || certificate === undefined) {
      return undefined;
    }
    const { verdict } = trustInServer(timestamp, vouching, now);
    return verdict === 'valid' ? timestamp.time : undefined;
  });

const earliest = (times: Date[]): Date | undefined =>
  times.toSorted((one, other) => one.getTime() - other.getTime())[0];
