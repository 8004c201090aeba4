// Is what was signed still what is there, and did the certificate's key sign it?
import { createHash } from 'node:crypto';
import { type ByteRangeFlaw, endOf, readByteRange, signedBytes } from './byte-range.ts';
import { type FoundSignature, findSignatures, isSameSignature } from './find-signatures.ts';
import { cannotJudge, invalid, type Judgement, VALID } from './judgement.ts';
import type { CmsFlaw, CmsRiddle, ReadCms } from './read-cms.ts';
import { isSignatureOf, isWeak } from './signature-algorithm.ts';
import { CMS_OID } from './signature-cms.ts';
import type { ByteRange } from './signature-slot.ts';

type IntegrityFlaw =
  | ByteRangeFlaw
  | CmsFlaw
  | 'document_changed'
  | 'signature_wrong'
  | 'attributes_wrong'
  | 'signing_certificate_missing'
  | 'signing_certificate_differs'
  | 'padding_not_zero'
  | 'hash_weak'
  | 'not_in_its_revision';

type IntegrityRiddle = CmsRiddle | 'signature_kind_unknown';

export type Integrity = Judgement<IntegrityFlaw, IntegrityRiddle>;

/** Detached CMS over the byte range: plain (ISO 32000-1, 12.8.3.3) and PAdES (EN 319 142-1). */
const KINDS = ['adbe.pkcs7.detached', 'ETSI.CAdES.detached'];

/** The first flaw that is found, from the file's bytes inwards to the key's signature. */
export async function judgeIntegrity(
  pdf: Uint8Array,
  signature: FoundSignature,
  cms: ReadCms | CmsFlaw | CmsRiddle,
): Promise<Integrity> {
  const range = readByteRange(pdf, signature);
  if (!range.exact) return invalid(range.because);
  if (!KINDS.includes(signature.subFilter)) return cannotJudge('signature_kind_unknown');
  if (cms === 'cms_malformed') return invalid(cms);
  if (typeof cms === 'string') return cannotJudge(cms);
  const flaw =
    flawInCms(pdf, range.byteRange, cms, signature.subFilter === 'ETSI.CAdES.detached') ??
    (await flawInRevision(pdf, range.byteRange, signature));
  return flaw === undefined ? VALID : invalid(flaw);
}

function flawInCms(
  pdf: Uint8Array,
  range: ByteRange,
  cms: ReadCms,
  isCades: boolean,
): IntegrityFlaw | undefined {
  const { attributes, signature, publicKey, scheme } = cms;
  const covered = signedBytes(pdf, range);
  if (attributes === undefined) {
    const data = Buffer.concat(covered);
    if (!isSignatureOf(data, signature, publicKey, scheme)) return 'document_changed';
    if (isCades) return 'attributes_wrong';
  } else {
    const digest = createHash(cms.hash).update(covered[0]).update(covered[1]).digest();
    // RFC 5652, 5.3: what is signed is data, and nothing else.
    if (attributes.contentType !== CMS_OID.data || attributes.messageDigest === undefined) {
      return 'attributes_wrong';
    }
    if (!digest.equals(attributes.messageDigest)) return 'document_changed';
    if (!isSignatureOf(attributes.der, signature, publicKey, scheme)) {
      return 'signature_wrong';
    }
    if (attributes.namesSigner === false) return 'signing_certificate_differs';
    if (isCades && attributes.namesSigner === undefined) return 'signing_certificate_missing';
  }
  if (!cms.paddedWithZeros) return 'padding_not_zero';
  return isWeak(cms.hash) || isWeak(scheme.hash) ? 'hash_weak' : undefined;
}

/**
 * A later update could put an old signature's values into another dictionary, outside what it covers: so the same
 * field must show the same signature in the revision that the signature covers.
 */
async function flawInRevision(
  pdf: Uint8Array,
  range: ByteRange,
  signature: FoundSignature,
): Promise<IntegrityFlaw | undefined> {
  if (endOf(range) === pdf.length) return undefined;
  const then = await findSignatures(pdf.subarray(0, endOf(range)));
  const same =
    then.readable &&
    then.signatures.some(
      (found) => found.field === signature.field && isSameSignature(found, signature),
    );
  return same ? undefined : 'not_in_its_revision';
}
