// How does a key that never leaves its place get a certificate? By a request (PKCS#10, RFC 2986) that it signs itself.
import { createHash, createPublicKey } from 'node:crypto';
import * as asn1js from 'asn1js';
import { Refusal } from '../domain/refusal.ts';
import { der, NULL, oid, TAG } from './der.ts';
import type { SigningAlgorithm, SigningKey } from './key.ts';
import { isSignatureBy } from './signature-algorithm.ts';

/** A key before anybody has certified it. */
export type UncertifiedKey = Pick<SigningKey, 'algorithm' | 'signDigest'> & {
  /** SubjectPublicKeyInfo, DER. */
  publicKey: Uint8Array;
};

/** As the certificate should name the holder: a person of an organization, or the organization itself. */
export type RequestedSubject = { commonName: string; organization: string };

/** RFC 8017, appendix A.2.4, which demands the NULL; RFC 5758, 3.2, which forbids it. */
const ALGORITHM: Record<SigningAlgorithm, Uint8Array> = {
  RSASSA_PKCS1_V1_5_SHA_256: der(TAG.sequence, oid('1.2.840.113549.1.1.11'), NULL),
  ECDSA_SHA_256: der(TAG.sequence, oid('1.2.840.10045.4.3.2')),
};

/**
 * A request in PEM, without attributes. The key is sent its digest only, and what it answers is verified.
 *
 * @throws Refusal `certificate_key_mismatch` when the answer is not a signature of that public key
 */
export const certificateRequest = async (
  key: UncertifiedKey,
  subject: RequestedSubject,
): Promise<string> => {
  const version0 = der(TAG.integer, Uint8Array.of(0));
  const info = der(TAG.sequence, version0, nameOf(subject), key.publicKey, der(TAG.context0));
  const signature = await key.signDigest(createHash('sha256').update(info).digest());
  const publicKey = createPublicKey({
    key: Buffer.from(key.publicKey),
    format: 'der',
    type: 'spki',
  });
  if (!isSignatureBy(key.algorithm, info, signature, publicKey)) {
    throw new Refusal('certificate_key_mismatch');
  }
  const noUnusedBits = Uint8Array.of(0);
  const bits = der(TAG.bitString, noUnusedBits, signature);
  return pem(der(TAG.sequence, info, ALGORITHM[key.algorithm], bits));
};

/** Country, organization and common name, each a part of its own, in UTF-8 where there are diacritics (RFC 5280, 4.1.2.4). */
const nameOf = ({ commonName, organization }: RequestedSubject): Uint8Array => {
  const part = (type: string, value: asn1js.BaseBlock) =>
    der(TAG.set, der(TAG.sequence, oid(type), new Uint8Array(value.toBER())));
  const text = (value: string) => new asn1js.Utf8String({ value: value.normalize('NFC') });
  return der(
    TAG.sequence,
    part('2.5.4.6', new asn1js.PrintableString({ value: 'VN' })),
    part('2.5.4.10', text(organization)),
    part('2.5.4.3', text(commonName)),
  );
};

/** Lines of 64 characters (RFC 7468, 2). */
const pem = (request: Uint8Array): string => {
  const lines =
    Buffer.from(request)
      .toString('base64')
      .match(/.{1,64}/g) ?? [];
  return `-----BEGIN CERTIFICATE REQUEST-----\n${lines.join('\n')}\n-----END CERTIFICATE REQUEST-----\n`;
};
