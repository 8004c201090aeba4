// How does a PDF get a PAdES signature? Prepare a file with a hole, have a digest signed, fill the hole.
import { createHash, X509Certificate } from 'node:crypto';
import { Refusal } from '../../domain/refusal.ts';
import type { SigningKey } from '../key.ts';
import { isSignatureBy } from '../signature-algorithm.ts';
import { addEmptySignature, type SignatureWish } from './empty-signature.ts';
import { type SigningIdentity, signatureCms, signedAttributes } from './signature-cms.ts';
import { type ByteRange, fillSlot, openSlot } from './signature-slot.ts';
import { NO_TIMESTAMP, type Timestamping, timestampOf } from './timestamp.ts';

/** A file that waits for one signature; plain data, so that it can wait outside for a card or a remote service. */
export type PreparedSignature = {
  identity: SigningIdentity;
  /** The file with an empty hole. */
  pdf: Uint8Array;
  byteRange: ByteRange;
  /** DER; its SHA-256 is what the key signs. */
  attributes: Uint8Array;
};

export type SignedPdf = {
  pdf: Uint8Array;
  /** The level of PAdES baseline (EN 319 142-1, 6.1) that this signature has reached. */
  level: 'B-B' | 'B-T';
  /** The timestamp servers that gave nothing useful, in the order asked, and why. */
  failedServers: { server: string; because: string }[];
};

/**
 * Adds one signature (PAdES baseline, EN 319 142-1) as one incremental update; earlier signatures stay valid.
 * The signature value is checked against the certificate before the file is given out; whoever stores the file
 * verifies the whole of it first (`verifySignatures`).
 *
 * @throws Refusal `certificate_key_mismatch` when key and certificate do not belong together
 * @throws Unavailable when a timestamp must be had and no server gives one
 */
export const signPdf = async (
  wish: SignatureWish & { pdf: Uint8Array; key: SigningKey; timestamping?: Timestamping },
): Promise<SignedPdf> => {
  const prepared = await prepareSignature({ ...wish, identity: wish.key });
  const signature = await wish.key.signDigest(digestToSign(prepared));
  return completeSignature(prepared, signature, wish.timestamping);
};

/** The first step: the file with everything but the signature. */
export const prepareSignature = async (
  wish: SignatureWish & { pdf: Uint8Array; identity: SigningIdentity },
): Promise<PreparedSignature> => {
  const { certificate, chain, algorithm } = wish.identity;
  const pdf = await addEmptySignature(wish.pdf, wish);
  const byteRange = openSlot(pdf, wish.pdf.length);
  const digest = createHash('sha256')
    .update(pdf.subarray(0, byteRange[1]))
    .update(pdf.subarray(byteRange[2]))
    .digest();
  const attributes = signedAttributes(digest, certificate);
  return { identity: { certificate, chain, algorithm }, pdf, byteRange, attributes };
};

/** The SHA-256 digest that the key of a prepared file must sign. */
export const digestToSign = ({ attributes }: PreparedSignature): Uint8Array =>
  createHash('sha256').update(attributes).digest();

/**
 * The last step: the file with its signature, timestamped when servers are given.
 *
 * @throws Refusal `certificate_key_mismatch` when the certificate's key did not make it
 * @throws Unavailable when a timestamp must be had and no server gives one
 */
export const completeSignature = async (
  prepared: PreparedSignature,
  signature: Uint8Array,
  timestamping: Timestamping = NO_TIMESTAMP,
): Promise<SignedPdf> => {
  const { identity, attributes } = prepared;
  const { publicKey } = new X509Certificate(identity.certificate);
  if (!isSignatureBy(identity.algorithm, attributes, signature, publicKey)) {
    throw new Refusal('certificate_key_mismatch');
  }
  const { token, failedServers } = await timestampOf(signature, timestamping);
  const cms = signatureCms(identity, attributes, signature, token);
  const pdf = fillSlot(prepared.pdf, prepared.byteRange, cms);
  return { pdf, level: token === undefined ? 'B-B' : 'B-T', failedServers };
};
