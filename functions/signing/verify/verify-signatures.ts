// Who signed this PDF, does it still say what they signed, and do we trust them? Our own answer, for anyone's file.
import { X509Certificate } from 'node:crypto';
import { issuersInOrder } from '../certificate-chain.ts';
import { type CertificateFacts, certificateFacts } from '../certificate-facts.ts';
import { type AlgorithmName, algorithmName } from './algorithm-name.ts';
import type { Change, Permission } from './changes/change.ts';
import {
  type ChangesJudgement,
  type JudgedChanges,
  judgeChanges,
} from './changes/judge-changes.ts';
import { elementAt, NotBer, timeOf } from './cms/ber.ts';
import { partsOf } from './cms/certificate-parts.ts';
import { onlyValue, type ReadCms, readCms } from './cms/read-cms.ts';
import { Effort, TooMuchWork } from './effort.ts';
import {
  type FoundSignature,
  type FoundSignatures,
  findSignatures,
  findWhenSigned,
  isDocumentTimestamp,
  type ReadableFile,
  type UnreadableFile,
} from './find-signatures.ts';
import {
  endOfRevision,
  type Integrity,
  type JudgedIntegrity,
  judgeIntegrity,
} from './judge-integrity.ts';
import {
  judgeServer,
  judgeTrust,
  type Moments,
  momentOf,
  type Trust,
  type Vouching,
} from './judge-trust.ts';
import { cannotJudge, invalid, type Judgement, VALID } from './judgement.ts';
import { isOurs, SEAL } from './our-files.ts';
import { dataInCms, dataInDss, type EmbeddedData } from './revocation/embedded-data.ts';
import { judgeRevocation, type Revocation } from './revocation/judge-revocation.ts';

export type JudgedSignature = {
  field: string;
  kind: 'signature' | 'certification' | 'documentTimestamp';
  subFilter: string;
  /** Null when the certificate cannot be read. */
  signer: CertificateFacts | null;
  algorithm: AlgorithmName | null;
  /** ISO 8601; claimed by the signer, proven by nobody. */
  claimedTime: string | null;
  /** ISO 8601; the signature existed by then, as a trusted timestamp says. */
  provenTime: string | null;
  /** The signature's own timestamp: who gave it, and whether it is sound and its server trusted. */
  timestamp: { time: string; authority: CertificateFacts | null; trust: Trust } | null;
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
  changes: Change[];
  changesAllowed: ChangesJudgement;
  /** All of the above in one word. */
  verdict: Judgement['verdict'];
};

type FileJudgement = Judgement<
  | 'no_signature'
  | 'signature_invalid'
  | 'signatures_overlap'
  | 'content_after_last_signature'
  | 'changed_after_signing'
  | 'seal_missing',
  UnreadableFile | 'file_damaged' | 'signature_not_judged' | 'change_doubtful' | 'anchor_unreadable'
>;

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
};

export type Asked = {
  /** The certificates (DER) that are trusted as they are. */
  anchors: readonly Uint8Array[];
  /** The moment at which certificates must have been valid; otherwise the one each signature proves or claims. */
  at?: Date;
  /** The moment of asking; without it, a claimed time is believed even when the certificate has expired since. */
  now?: Date;
  /** Signatures that are still to come, so that their fields may be empty in a certified file. */
  awaited?: readonly string[];
};

/** Judges every signature of a PDF. Never throws: what cannot be decided is `cannotJudge`, with its reason. */
export async function verifySignatures(pdf: Uint8Array, asked: Asked): Promise<SignatureReport> {
  const anchors = readAnchors(asked.anchors);
  if (anchors === undefined) return nothingBut('anchor_unreadable');
  const effort = new Effort();
  const here = { ...asked, anchors };
  const report = judgeNow(findSignatures(pdf, effort), pdf, here, effort);
  return isUnread(report) ? (asSigned(pdf, here, effort) ?? report) : report;
}

/** As it is now. */
function judgeNow(
  found: FoundSignatures,
  pdf: Uint8Array,
  asked: AskedHere,
  effort: Effort,
): SignatureReport {
  if (!found.readable) return nothingBut(found.because);
  try {
    return judge(pdf, found, asked, effort);
  } catch (error) {
    return nothingBut(error instanceof TooMuchWork ? 'file_too_complex' : 'file_unreadable');
  }
}

/** The file as it is cannot be read, and nobody who could read it signed it as it is. */
const isUnread = ({ file, signatures }: SignatureReport): boolean =>
  file.verdict === 'cannotJudge' &&
  ['file_damaged', 'file_unreadable', 'file_encrypted'].includes(file.because) &&
  !signatures.some(
    ({ coversWholeFile, integrity }) => coversWholeFile && integrity.verdict === 'valid',
  );

/** Could it be read when it was signed? Then what was added since made it so. */
function asSigned(pdf: Uint8Array, asked: AskedHere, effort: Effort): SignatureReport | undefined {
  try {
    const found = findWhenSigned(pdf, effort);
    return found && judge(pdf, found, asked, effort);
  } catch {
    return undefined;
  }
}

const nothingBut = (
  because: Extract<FileJudgement, { verdict: 'cannotJudge' }>['because'],
): SignatureReport => ({ file: cannotJudge(because), signatures: [], emptyFields: [] });

function readAnchors(anchors: readonly Uint8Array[]): X509Certificate[] | undefined {
  try {
    const certificates = anchors.map((anchor) => new X509Certificate(anchor));
    certificates.forEach(partsOf);
    return certificates;
  } catch {
    return undefined;
  }
}

type AskedHere = Omit<Asked, 'anchors'> & { anchors: X509Certificate[] };

function judge(
  pdf: Uint8Array,
  found: ReadableFile,
  asked: AskedHere,
  effort: Effort,
): SignatureReport {
  const signatures = found.signatures.toSorted(
    (one, other) => (endOfRevision(pdf, one) ?? 0) - (endOfRevision(pdf, other) ?? 0),
  );
  for (const { contents } of signatures) effort.spend(COST_OF_CMS + contents.length / 4);
  const dss = found.damaged ? NO_DATA : dataInDss(found.file);
  const ours = !found.damaged && isOurs(found.file, signatures, found.emptyFields);
  const known = { certificates: dss.certificates, anchors: asked.anchors, isOurs: ours, effort };
  const integrities = signatures.map((signature) => judgeIntegrity(pdf, signature, known));
  const changes = found.damaged ? [] : judgeChanges(found, signatures, ours);
  const certificates = [
    ...dss.certificates,
    ...integrities.flatMap(({ cms }) => (cms === undefined ? [] : certificatesIn(cms))),
  ];
  const vouching = { others: certificates, anchors: asked.anchors, effort };
  const ends = signatures.map((signature) => endOfRevision(pdf, signature));
  const provenLater = documentTimestamps(integrities, signatures, vouching);
  const judged = signatures.map((signature, at) => {
    const integrity = integrities[at];
    if (integrity === undefined) throw new Error('each signature is judged');
    return judgeOne(signature, integrity, changes[at], {
      asked,
      vouching,
      dss,
      coversWholeFile: ends[at] === pdf.length,
      provenLater: earliest(
        provenLater.flatMap((time, place) => (place > at && time !== undefined ? [time] : [])),
      ),
    });
  });
  const file = judgeFile(judged, {
    damaged: found.damaged,
    overlap: overlap(pdf, signatures),
    lacksSeal: ours && lacksSeal(found.emptyFields, asked.awaited ?? []),
  });
  return { file, signatures: judged, emptyFields: found.emptyFields };
}

const NO_DATA: EmbeddedData = { certificates: [], crls: [], ocsps: [] };

/** Reading it and its certificates, timestamps included, in units of effort. */
const COST_OF_CMS = 2_000;

/** Its own, and those of its timestamps. */
function certificatesIn(cms: ReadCms): X509Certificate[] {
  const tokens = cms.unsignedAttributes.flatMap(({ values }) =>
    values.map((value) => readCms(value.whole)),
  );
  const inTokens = tokens.flatMap((token) => (typeof token === 'string' ? [] : token.certificates));
  return [...cms.certificates, ...inTokens];
}

/** When each signature that is a document timestamp, sound and trusted, was made. */
const documentTimestamps = (
  integrities: JudgedIntegrity[],
  signatures: FoundSignature[],
  vouching: Vouching,
): (Date | undefined)[] =>
  integrities.map(({ integrity, timestamp, certificate }, at) => {
    const signature = signatures[at];
    if (signature === undefined || !isDocumentTimestamp(signature)) return undefined;
    if (integrity.verdict !== 'valid' || timestamp === undefined || certificate === undefined) {
      return undefined;
    }
    const { verdict } = trustInServer(timestamp, vouching);
    return verdict === 'valid' ? timestamp.time : undefined;
  });

const earliest = (times: Date[]): Date | undefined =>
  times.toSorted((one, other) => one.getTime() - other.getTime())[0];

type Surroundings = {
  asked: AskedHere;
  vouching: Vouching;
  dss: EmbeddedData;
  coversWholeFile: boolean;
  /** What the first document timestamp after it proves. */
  provenLater: Date | undefined;
};

function judgeOne(
  signature: FoundSignature,
  { integrity, cms, certificate, hash, scheme, timestamp }: JudgedIntegrity,
  changes: JudgedChanges | undefined,
  { asked, vouching, dss, coversWholeFile, provenLater }: Surroundings,
): JudgedSignature {
  const isTimestamp = isDocumentTimestamp(signature);
  const serverTrust = timestamp && trustInServer(timestamp, vouching);
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
    claimedTime: claimed?.toISOString() ?? null,
    provenTime: proven?.toISOString() ?? null,
    timestamp:
      timestamp === undefined || isTimestamp
        ? null
        : {
            time: timestamp.time.toISOString(),
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
}

const chainOf = (
  certificate: X509Certificate,
  { others, anchors, effort }: Vouching,
): X509Certificate[] => [
  certificate,
  ...issuersInOrder(certificate, [...others, ...anchors], (key) => effort.spendOnCheck(key)),
];

const trustInServer = (
  { certificate, time }: NonNullable<JudgedIntegrity['timestamp']>,
  vouching: Vouching,
): Trust => orUnknown(certificate, (server) => judgeServer(server, vouching, time));

/** A certificate may say things that cannot be read. */
function orUnknown(
  certificate: X509Certificate | undefined,
  judge: (certificate: X509Certificate) => Trust,
): Trust {
  try {
    return certificate === undefined ? cannotJudge('certificate_unknown') : judge(certificate);
  } catch (error) {
    if (error instanceof NotBer) return cannotJudge('certificate_unknown');
    throw error;
  }
}

function factsOf(certificate: X509Certificate | undefined): CertificateFacts | null {
  try {
    return certificate === undefined ? null : certificateFacts(certificate);
  } catch {
    return null;
  }
}

const SIGNING_TIME = '1.2.840.113549.1.9.5';

/** The attribute of RFC 5652, 11.3: claimed like /M. */
function signingTime({ signedAttributes = [] }: ReadCms): Date | undefined {
  const value = onlyValue(signedAttributes, SIGNING_TIME);
  try {
    return value && timeOf(elementAt(value.whole));
  } catch {
    return undefined;
  }
}

const joined = (one: EmbeddedData, other: EmbeddedData): EmbeddedData => ({
  certificates: [...one.certificates, ...other.certificates],
  crls: [...one.crls, ...other.crls],
  ocsps: [...one.ocsps, ...other.ocsps],
});

/** That nothing is embedded stands in nobody's way. */
const asObstacle = ({ judgement }: Revocation): Judgement =>
  judgement.verdict === 'cannotJudge' && judgement.because !== 'revoked_since' ? VALID : judgement;

function worst(judgements: Judgement[]): Judgement['verdict'] {
  const verdicts = judgements.map(({ verdict }) => verdict);
  if (verdicts.includes('invalid')) return 'invalid';
  return verdicts.includes('cannotJudge') ? 'cannotJudge' : 'valid';
}

/** Whether a file still waits for our seal, and nobody expects it to. */
const lacksSeal = (emptyFields: string[], awaited: readonly string[]): boolean =>
  emptyFields.includes(SEAL) && !awaited.includes(SEAL);

function judgeFile(
  signatures: JudgedSignature[],
  state: { damaged: boolean; overlap: boolean; lacksSeal: boolean },
): FileJudgement {
  const last = signatures.at(-1);
  if (last === undefined)
    return state.damaged ? cannotJudge('file_damaged') : invalid('no_signature');
  const isBroken = ({ integrity, trust, revocation }: JudgedSignature) =>
    worst([integrity, trust, asObstacle(revocation)]) === 'invalid';
  if (signatures.some(isBroken)) return invalid('signature_invalid');
  if (state.overlap) return invalid('signatures_overlap');
  const judgements = signatures.map(({ changesAllowed }) => changesAllowed);
  if (judgements.some(({ verdict }) => verdict === 'invalid')) {
    const end = last.changesAllowed;
    const isAppended = end.verdict === 'invalid' && end.because !== 'change_not_allowed';
    return invalid(isAppended ? 'content_after_last_signature' : 'changed_after_signing');
  }
  if (state.lacksSeal) return invalid('seal_missing');
  if (state.damaged) return cannotJudge('file_damaged');
  if (judgements.some(({ verdict }) => verdict === 'cannotJudge')) {
    return cannotJudge('change_doubtful');
  }
  const isClear = signatures.every(({ verdict }) => verdict === 'valid');
  return isClear ? VALID : cannotJudge('signature_not_judged');
}

/** Each signature is made in an update of its own: its hole lies behind all that the one before it covers. */
const overlap = (pdf: Uint8Array, signatures: FoundSignature[]): boolean =>
  signatures.some((signature, place) => {
    const before = signatures[place - 1];
    const end = before && endOfRevision(pdf, before);
    const start = signature.byteRange[1];
    return end !== undefined && start !== undefined && start < end;
  });
