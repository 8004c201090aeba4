// What is put into the hole? A CMS SignedData with the attributes of CAdES baseline, and nothing else (RFC 5652).
import { createHash } from 'node:crypto';
import { der, firstIn, membersOf, NULL, oid, TAG, VERSION_1 } from '../der.ts';
import type { SigningKey } from '../key.ts';
import { ALGORITHM_IDENTIFIER, OID } from '../signature-algorithm.ts';

/** RFC 5652, 4, 5.1 and 11; RFC 5035, 3 and 5; RFC 3161, appendix A. */
export const CMS_OID = {
  data: '1.2.840.113549.1.7.1',
  signedData: '1.2.840.113549.1.7.2',
  contentType: '1.2.840.113549.1.9.3',
  messageDigest: '1.2.840.113549.1.9.4',
  signingCertificate: '1.2.840.113549.1.9.16.2.12',
  signingCertificateV2: '1.2.840.113549.1.9.16.2.47',
  signatureTimestamp: '1.2.840.113549.1.9.16.2.14',
} as const;

/** All that is public of a key. */
export type SigningIdentity = Omit<SigningKey, 'signDigest'>;

/**
 * The attributes that are signed, as the DER of a SET OF, which is what a key must hash and sign.
 * No signing-time: PAdES has the claimed time in the dictionary's /M alone (EN 319 142-1, 6.3).
 */
export const signedAttributes = (
  documentDigest: Uint8Array,
  certificate: Uint8Array,
): Uint8Array => {
  const attributes = [
    attribute(CMS_OID.contentType, oid(CMS_OID.data)),
    attribute(CMS_OID.messageDigest, der(TAG.octetString, documentDigest)),
    attribute(CMS_OID.signingCertificateV2, signingCertificateV2(certificate)),
  ];
  // DER orders the members of a SET OF by their encoding (X.690, 11.6).
  return der(TAG.set, ...attributes.toSorted(Buffer.compare));
};

/** SigningCertificateV2 with one ESSCertIDv2, whose hash algorithm is the default, SHA-256 (RFC 5035, 3). */
const signingCertificateV2 = (certificate: Uint8Array): Uint8Array => {
  const hash = der(TAG.octetString, createHash('sha256').update(certificate).digest());
  return sequence(sequence(sequence(hash)));
};

/** The DER of the whole CMS, from the attributes and their signature, with the signature's timestamp if there is one. */
export const signatureCms = (
  identity: SigningIdentity,
  attributes: Uint8Array,
  signature: Uint8Array,
  timestampToken?: Uint8Array,
): Uint8Array => {
  const { issuer, serialNumber } = namesIn(identity.certificate);
  const sha256 = sequence(oid(OID.sha256));
  const unsigned =
    timestampToken === undefined
      ? []
      : [der(TAG.context1, attribute(CMS_OID.signatureTimestamp, timestampToken))];
  const signerInfo = sequence(
    VERSION_1,
    sequence(issuer, serialNumber),
    sha256,
    der(TAG.context0, ...membersOf(attributes)),
    algorithmIdentifier(identity),
    der(TAG.octetString, signature),
    ...unsigned,
  );
  const certificates = [identity.certificate, ...identity.chain.filter(isNoRoot)];
  const signedData = sequence(
    VERSION_1,
    der(TAG.set, sha256),
    sequence(oid(CMS_OID.data)),
    der(TAG.context0, ...certificates),
    der(TAG.set, signerInfo),
  );
  return sequence(oid(CMS_OID.signedData), der(TAG.context0, signedData));
};

/** Whether a CMS that was made here has a timestamp; how sound it is, verification says. Zeros of the hole may follow. */
export const isTimestamped = (cms: Uint8Array): boolean => {
  const [, wrapped = cms] = membersOf(firstIn(cms));
  const [signedData = wrapped] = membersOf(wrapped);
  const [signerInfo] = membersOf(membersOf(signedData).at(-1) ?? signedData);
  const unsigned = membersOf(signerInfo ?? signedData).find(([tag]) => tag === TAG.context1);
  const wanted = Buffer.from(oid(CMS_OID.signatureTimestamp));
  return (unsigned === undefined ? [] : membersOf(unsigned)).some((one) =>
    wanted.equals(membersOf(one)[0] ?? cms),
  );
};

/** RSA identifiers carry a NULL, those of ECDSA nothing (RFC 3370, 3.2; RFC 5754, 3.3). */
const algorithmIdentifier = ({ algorithm }: SigningIdentity): Uint8Array =>
  sequence(oid(ALGORITHM_IDENTIFIER[algorithm]), ...(algorithm === 'ECDSA_SHA_256' ? [] : [NULL]));

/** Who trusts a root has it; in the file it would be the only part that no signature protects. */
const isNoRoot = (certificate: Uint8Array): boolean => {
  const { issuer, subject } = namesIn(certificate);
  return !Buffer.from(issuer).equals(subject);
};

/** In a certificate (RFC 5280, 4.1): version, serial number, algorithm, issuer, validity, subject. */
const namesIn = (certificate: Uint8Array) => {
  const [body = certificate] = membersOf(certificate);
  const [, serialNumber, , issuer, , subject] = membersOf(body);
  if (!(serialNumber && issuer && subject)) throw new Error('the certificate is none of X.509 v3');
  return { serialNumber, issuer, subject };
};

const sequence = (...parts: Uint8Array[]) => der(TAG.sequence, ...parts);
const attribute = (type: string, value: Uint8Array) => sequence(oid(type), der(TAG.set, value));
