// Who signed this PDF, does it still say what they signed, and do we trust them? Our own answer, for anyone's file.
import { X509Certificate } from 'node:crypto';
import { endOf, readByteRange } from './byte-range.ts';
import { type ChainFlaw, judgeChain } from './certificate-chain.ts';
import { type CertificateFacts, certificateFacts } from './certificate-facts.ts';
import { isForSigning } from './check-certificate.ts';
import { type FoundSignature, type FoundSignatures, findSignatures } from './find-signatures.ts';
import { type Integrity, judgeIntegrity } from './judge-integrity.ts';
import { cannotJudge, invalid, type Judgement, VALID } from './judgement.ts';
import { type ReadCms, readCms } from './read-cms.ts';
import type { ByteRange } from './signature-slot.ts';

type Trust = Judgement<
  Exclude<ChainFlaw, 'issuer_unknown' | 'extension_not_understood'> | 'certificate_not_for_signing',
  'issuer_unknown' | 'extension_not_understood' | 'time_unknown' | 'certificate_unknown'
>;

type JudgedSignature = {
  field: string;
  /** Null when the certificate cannot be read. */
  signer: CertificateFacts | null;
  /** ISO 8601; claimed by the signer, proven by nobody. */
  claimedTime: string | null;
  reason: string | null;
  /** What it covers is unchanged, and its key signed it. */
  integrity: Integrity;
  /** The certificate leads to an anchor, and was valid at the time asked about. */
  trust: Trust;
  /** Every byte of the file, except its own hole. */
  coversWholeFile: boolean;
};

type FileJudgement = Judgement<
  'no_signature' | 'signature_invalid' | 'signatures_overlap' | 'content_after_last_signature',
  | Extract<FoundSignatures, { readable: false }>['because']
  | 'file_damaged'
  | 'signature_not_judged'
  | 'anchor_unreadable'
>;

export type SignatureReport = {
  /**
   * Valid: at least one signature, each intact and trusted, none overlapping, the last covering the whole file.
   * A file cut back to an earlier signature is valid too: whether it is the file that was issued, its SHA-256 says.
   */
  file: FileJudgement;
  /** In the order in which they were made. */
  signatures: JudgedSignature[];
};

/**
 * Judges every signature of a PDF. Never throws: what cannot be decided is `cannotJudge`, with its reason.
 *
 * @param trust.anchors the certificates (DER) that are trusted as they are
 * @param trust.at the moment at which certificates must have been valid; by default the one each signature claims
 */
export async function verifySignatures(
  pdf: Uint8Array,
  trust: { anchors: readonly Uint8Array[]; at?: Date },
): Promise<SignatureReport> {
  const anchors = readAnchors(trust.anchors);
  if (anchors === undefined) return { file: cannotJudge('anchor_unreadable'), signatures: [] };
  const found = await findSignatures(pdf);
  if (!found.readable) return { file: cannotJudge(found.because), signatures: [] };
  const located = found.signatures
    .map((signature) => ({ signature, range: rangeOf(pdf, signature) }))
    .toSorted(
      (one, other) => (one.range ? endOf(one.range) : 0) - (other.range ? endOf(other.range) : 0),
    );
  const signatures: JudgedSignature[] = [];
  for (const { signature, range } of located) {
    const cms = readCms(signature.contents);
    const readable = typeof cms !== 'string';
    signatures.push({
      field: signature.field,
      signer: readable ? certificateFacts(cms.signer) : null,
      claimedTime: signature.claimedTime?.toISOString() ?? null,
      reason: signature.reason ?? null,
      integrity: await judgeIntegrity(pdf, signature, cms),
      trust: readable
        ? judgeTrust(cms, anchors, trust.at ?? signature.claimedTime)
        : cannotJudge('certificate_unknown'),
      coversWholeFile: range !== undefined && endOf(range) === pdf.length,
    });
  }
  const ranges = located.flatMap(({ range }) => (range === undefined ? [] : [range]));
  return { file: judgeFile(signatures, ranges, found.damaged), signatures };
}

function readAnchors(anchors: readonly Uint8Array[]): X509Certificate[] | undefined {
  try {
    return anchors.map((anchor) => new X509Certificate(anchor));
  } catch {
    return undefined;
  }
}

function rangeOf(pdf: Uint8Array, signature: FoundSignature): ByteRange | undefined {
  const range = readByteRange(pdf, signature);
  return range.exact ? range.byteRange : undefined;
}

function judgeTrust(cms: ReadCms, anchors: X509Certificate[], at: Date | undefined): Trust {
  if (at === undefined) return cannotJudge('time_unknown');
  if (!isForSigning(cms.signer)) return invalid('certificate_not_for_signing');
  const flaw = judgeChain(cms.signer, cms.certificates, anchors, at);
  if (flaw === undefined) return VALID;
  // Another verifier, with other anchors or more knowledge, might say yes: that is not a no.
  return flaw === 'issuer_unknown' || flaw === 'extension_not_understood'
    ? cannotJudge(flaw)
    : invalid(flaw);
}

function judgeFile(
  signatures: JudgedSignature[],
  ranges: ByteRange[],
  damaged: boolean,
): FileJudgement {
  const last = signatures.at(-1);
  if (last === undefined) return damaged ? cannotJudge('file_damaged') : invalid('no_signature');
  const parts = signatures.flatMap(({ integrity, trust }) => [integrity.verdict, trust.verdict]);
  if (parts.includes('invalid')) return invalid('signature_invalid');
  if (overlap(ranges)) return invalid('signatures_overlap');
  if (!last.coversWholeFile) return invalid('content_after_last_signature');
  if (damaged) return cannotJudge('file_damaged');
  return parts.includes('cannotJudge') ? cannotJudge('signature_not_judged') : VALID;
}

/** Each signature is made in an update of its own: its hole lies behind all that the one before it covers. */
const overlap = (ranges: ByteRange[]): boolean =>
  ranges.some((range, place) => {
    const before = ranges[place - 1];
    return before !== undefined && range[1] < endOf(before);
  });
