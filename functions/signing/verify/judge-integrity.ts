// Is what was signed still what is there, and did the certificate's key sign it?
import type { X509Certificate } from 'node:crypto';
import { CMS_OID } from '../sign/signature-cms.ts';
import type { ByteRange } from '../sign/signature-slot.ts';
import { digestOf, type HashName, isWeak, type SignatureScheme } from '../signature-algorithm.ts';
import { type ByteRangeFlaw, endOf, readByteRange, signedBytes } from './byte-range.ts';
import type { AtHand } from './cms/at-hand.ts';
import { isSameBytes } from './cms/ber.ts';
import { keyOf } from './cms/certificate-parts.ts';
import { hasDamagedCertificate } from './cms/damaged-certificate.ts';
import {
  judgeSigner,
  namesItsCertificate,
  type SignedContent,
  type SignerFlaw,
  type SignerRiddle,
} from './cms/judge-signer.ts';
import { type CmsFlaw, type CmsRiddle, DATA, type ReadCms, readCms } from './cms/read-cms.ts';
import {
  type ReadTimestamp,
  readTimestamp,
  type TimestampFlaw,
  type TimestampRiddle,
} from './cms/read-timestamp.ts';
import { TooMuchWork } from './effort.ts';
import { type FoundSignature, isDocumentTimestamp } from './find-signatures.ts';
import { cannotJudge, invalid, type Judgement, VALID } from './judgement.ts';
import type { SignedDigests } from './signed-digest.ts';

export type Integrity = Judgement<
  ByteRangeFlaw | CmsFlaw | SignerFlaw | TimestampFlaw,
  | CmsRiddle
  | SignerRiddle
  | TimestampRiddle
  | 'dictionary_ambiguous'
  | 'certificate_damaged'
  | 'padding_not_zero'
  | 'hash_weak'
  | 'timestamp_misnamed'
  | 'signature_kind_unknown'
  | 'content_embedded'
  | 'key_short'
>;

export type JudgedIntegrity = {
  integrity: Integrity;
  cms: ReadCms | undefined;
  certificate: X509Certificate | undefined;
  hash: HashName | undefined;
  scheme: SignatureScheme | undefined;
  /** The signature's own, or what a document timestamp is. */
  timestamp: ReadTimestamp | undefined;
};

/** CMS over the byte range: plain (ISO 32000-1, 12.8.3.3), PAdES (EN 319 142-1), over its SHA-1, and timestamps. */
const KINDS = ['adbe.pkcs7.detached', 'adbe.pkcs7.sha1', 'ETSI.CAdES.detached', 'ETSI.RFC3161'];

/**
 * The first flaw that is found, from the file's bytes inwards to the key's signature; a riddle only where there is none.
 * What is a riddle in a file of another maker is a flaw in one of ours.
 *
 * @throws TooMuchWork
 */
export const judgeIntegrity = (
  pdf: Uint8Array,
  signature: FoundSignature,
  known: AtHand,
  digests: SignedDigests,
): JudgedIntegrity => {
  const judged = judge(pdf, signature, known, digests);
  const riddles = [judged.integrity, judged.timestamp?.integrity];
  const isRiddle = riddles.some((each) => each?.verdict === 'cannotJudge');
  return known.isOurs && isRiddle ? { ...judged, integrity: invalid('cms_malformed') } : judged;
};

const judge = (
  pdf: Uint8Array,
  signature: FoundSignature,
  known: AtHand,
  digests: SignedDigests,
): JudgedIntegrity => {
  const nothing = {
    cms: undefined,
    certificate: undefined,
    hash: undefined,
    scheme: undefined,
    timestamp: undefined,
  };
  if (signature.ambiguous) return { ...nothing, integrity: cannotJudge('dictionary_ambiguous') };
  const range = readByteRange(pdf, signature);
  const cms = readCms(signature.contents, known.effort);
  if (typeof cms === 'string') {
    if (!range.exact) return { ...nothing, integrity: invalid(range.because) };
    if (!KINDS.includes(signature.subFilter)) {
      return { ...nothing, integrity: cannotJudge('signature_kind_unknown') };
    }
    const integrity = cms === 'cms_malformed' ? invalid(cms) : cannotJudge(cms);
    return { ...nothing, integrity };
  }
  try {
    const covered = range.exact ? coveredBy(pdf, range.byteRange, known, digests) : NOTHING;
    const judged = isDocumentTimestamp(signature)
      ? judgeDocumentTimestamp(cms, covered, known)
      : judgeSignature(signature, cms, covered, known);
    if (!range.exact) return { ...judged, integrity: invalid(range.because) };
    if (judged.integrity.verdict === 'invalid') return judged;
    const flaw = flawAround(signature, cms, judged, known);
    return flaw === undefined ? judged : { ...judged, integrity: flaw };
  } catch (error) {
    if (error instanceof TooMuchWork) throw error;
    return { ...nothing, cms, integrity: invalid('cms_malformed') };
  }
};

/** What no signature protects is as its maker left it, and what protects the rest is strong enough. */
const flawAround = (
  { contents }: FoundSignature,
  cms: ReadCms,
  { timestamp, hash, scheme, certificate }: JudgedIntegrity,
  known: AtHand,
): Integrity | undefined => {
  if (contents.subarray(cms.length).some((byte) => byte !== 0)) {
    return cannotJudge('padding_not_zero');
  }
  if (cms.hasUnreadableCertificate || hasDamagedCertificate(cms.certificates, known)) {
    return cannotJudge('certificate_damaged');
  }
  if (hash === undefined || scheme === undefined) return undefined;
  if (timestamp === undefined || timestamp.integrity.verdict === 'valid') {
    if (isWeak(hash) || isWeak(scheme.hash)) return cannotJudge('hash_weak');
  }
  const length = certificate && keyOf(certificate)?.asymmetricKeyDetails?.modulusLength;
  return length !== undefined && length < SHORTEST_RSA ? cannotJudge('key_short') : undefined;
};

/** NIST SP 800-131A and ETSI TS 119 312 ask for no less. */
const SHORTEST_RSA = 2048;

type Covered = { digest: (hash: HashName) => Uint8Array; bytes: () => Uint8Array };

const NOTHING: Covered = { digest: () => new Uint8Array(), bytes: () => new Uint8Array() };

const coveredBy = (
  pdf: Uint8Array,
  range: ByteRange,
  { effort }: AtHand,
  digests: SignedDigests,
): Covered => ({
  digest: (hash) => digests.digest(hash, range),
  bytes: () => {
    effort.spendOnHash(endOf(range));
    return Buffer.concat(signedBytes(pdf, range));
  },
});

const judgeDocumentTimestamp = (cms: ReadCms, covered: Covered, known: AtHand): JudgedIntegrity => {
  const timestamp = readTimestamp(cms, covered.digest, known);
  if (timestamp === undefined) {
    return {
      integrity: cannotJudge('timestamp_malformed'),
      cms,
      certificate: undefined,
      hash: undefined,
      scheme: undefined,
      timestamp,
    };
  }
  const { integrity, certificate, hash, scheme } = timestamp;
  const isChanged =
    integrity.verdict === 'invalid' && integrity.because === 'timestamp_of_something_else';
  return {
    integrity: isChanged ? invalid('document_changed') : integrity,
    cms,
    certificate,
    hash,
    scheme,
    timestamp,
  };
};

const judgeSignature = (
  { subFilter }: FoundSignature,
  cms: ReadCms,
  covered: Covered,
  known: AtHand,
): JudgedIntegrity => {
  const isOfSha1 = subFilter === 'adbe.pkcs7.sha1';
  const content: SignedContent = isOfSha1
    ? { type: DATA, ...contentOf(cms.content ?? new Uint8Array(), known) }
    : { type: DATA, ...covered };
  const { certificate, hash, scheme, judgement } = judgeSigner(cms, content, known);
  const timestamp = signatureTimestamp(cms, known);
  const facts = {
    cms,
    certificate,
    hash,
    scheme,
    timestamp: typeof timestamp === 'string' ? undefined : timestamp,
  };
  const integrity = (): Integrity => {
    if (isOfSha1 && !isSameBytes(cms.content ?? new Uint8Array(), covered.digest('sha1'))) {
      return invalid('document_changed');
    }
    if (judgement.verdict === 'invalid') return judgement;
    if (typeof timestamp !== 'string' && timestamp?.integrity.verdict === 'invalid') {
      return timestamp.integrity;
    }
    if (!KINDS.includes(subFilter)) return cannotJudge('signature_kind_unknown');
    if (cms.contentType !== DATA) return invalid('attributes_wrong');
    if (known.isOurs && !cms.isToTheLetter) return invalid('cms_malformed');
    if (typeof timestamp === 'string') return cannotJudge(timestamp);
    if (isOfSha1) return cannotJudge('hash_weak');
    if (cms.content !== undefined) return cannotJudge('content_embedded');
    const isPades = subFilter === 'ETSI.CAdES.detached';
    if (judgement.verdict !== 'valid') return judgement;
    if (isPades && cms.signedAttributes === undefined) return cannotJudge('attributes_missing');
    if (isPades && !namesItsCertificate(cms)) return cannotJudge('signing_certificate_missing');
    return VALID;
  };
  return { ...facts, integrity: integrity() };
};

const contentOf = (content: Uint8Array, { effort }: AtHand): Covered => ({
  digest: (hash) => {
    effort.spendOnHash(content.length);
    return digestOf(hash, content);
  },
  bytes: () => content,
});

/** Microsoft's name for the same attribute. */
const MICROSOFT_TIMESTAMP = '1.3.6.1.4.1.311.3.3.1';

/** No signature protects this attribute, so a damaged one must not pass for a missing one. */
const signatureTimestamp = (
  cms: ReadCms,
  known: AtHand,
): ReadTimestamp | 'timestamp_malformed' | 'timestamp_misnamed' | undefined => {
  const imprint = (hash: HashName) => digestOf(hash, cms.signature);
  let found: ReadTimestamp | undefined;
  for (const { type, values } of cms.unsignedAttributes) {
    const [value] = values;
    const token = value === undefined ? 'cms_malformed' : readCms(value.whole, known.effort);
    const timestamp = typeof token === 'string' ? undefined : readTimestamp(token, imprint, known);
    if (type === CMS_OID.signatureTimestamp || type === MICROSOFT_TIMESTAMP) {
      if (timestamp === undefined || typeof token === 'string' || values.length !== 1) {
        return 'timestamp_malformed';
      }
      if (token.hasUnreadableCertificate || hasDamagedCertificate(token.certificates, known)) {
        return 'timestamp_malformed';
      }
      found ??= timestamp;
    } else if (timestamp?.integrity.verdict === 'valid') return 'timestamp_misnamed';
  }
  return found;
};

/** Where the revision that a signature covers ends; undefined when it covers none. */
export const endOfRevision = (pdf: Uint8Array, signature: FoundSignature): number | undefined => {
  const range = readByteRange(pdf, signature);
  return range.exact ? endOf(range.byteRange) : undefined;
};
