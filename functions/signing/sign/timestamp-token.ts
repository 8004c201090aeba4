// What does one ask a timestamp server, and is its answer what was asked for? RFC 3161.
import { createHash, createPublicKey, randomBytes } from 'node:crypto';
import * as asn1js from 'asn1js';
import {
  Certificate,
  ContentInfo,
  ExtKeyUsage,
  IssuerAndSerialNumber,
  SignedData,
  type SignerInfo,
  TSTInfo,
} from 'pkijs';
import { der, membersOf, oid, TAG, VERSION_1 } from '../der.ts';
import { hashOf, isSignatureOf, isWeak, OID, schemeOf } from '../signature-algorithm.ts';
import { CMS_OID } from './signature-cms.ts';

const TIMESTAMP_OID = {
  /** id-ct-TSTInfo (RFC 3161, 2.4.2). */
  content: '1.2.840.113549.1.9.16.1.4',
  /** id-kp-timeStamping (RFC 3161, 2.3). */
  purpose: '1.3.6.1.5.5.7.3.8',
  extendedKeyUsage: '2.5.29.37',
} as const;

export type TimestampQuery = { bytes: Uint8Array; digest: Uint8Array; nonce: Uint8Array };

/** A TimeStampReq for a SHA-256 digest, with a nonce and the wish for the server's certificate (RFC 3161, 2.4.1). */
export const timestampQuery = (digest: Uint8Array): TimestampQuery => {
  const nonce = Uint8Array.of(POSITIVE, ...randomBytes(8));
  const bytes = der(
    TAG.sequence,
    VERSION_1,
    der(TAG.sequence, der(TAG.sequence, oid(OID.sha256)), der(TAG.octetString, digest)),
    der(TAG.integer, nonce),
    TRUE,
  );
  return { bytes, digest, nonce };
};

/** A first byte that makes an integer positive, and not zero, so that its encoding stays the shortest. */
const POSITIVE = 0x01;
const TRUE = Uint8Array.of(0x01, 0x01, 0xff);

/**
 * The token in a TimeStampResp, byte for byte as the server gave it, after checking that it is granted, is about this
 * digest and this query, and is signed by a certificate that is for timestamps alone. Whether that certificate is
 * trusted is asked by whoever verifies the file.
 *
 * @throws Error that says what is wrong with the answer
 */
export const tokenIn = (reply: Uint8Array, query: TimestampQuery): Uint8Array => {
  const [status = reply, token] = membersOf(reply);
  requireGranted(status);
  if (token === undefined) throw new Error('the answer holds no token');
  const { contentType, content } = ContentInfo.fromBER(new Uint8Array(token));
  if (contentType !== CMS_OID.signedData) throw new Error('the token is not signed');
  const signedData = new SignedData({ schema: content });
  const { eContentType, eContent } = signedData.encapContentInfo;
  if (eContentType !== TIMESTAMP_OID.content || eContent === undefined) {
    throw new Error('the token is no timestamp');
  }
  const info = new Uint8Array(eContent.getValue());
  requireAnswerTo(query, TSTInfo.fromBER(info));
  requireSignedBy(signedData, info);
  return token;
};

/** granted and grantedWithMods (RFC 3161, 2.4.2). */
const GRANTED = [0, 1];

const requireGranted = (status: Uint8Array): void => {
  const [code] = membersOf(status);
  const number = code?.at(-1);
  if (code?.length !== 3 || number === undefined || !GRANTED.includes(number)) {
    throw new Error(`the server refuses, with status ${number}`);
  }
};

const requireAnswerTo = ({ digest, nonce }: TimestampQuery, info: TSTInfo): void => {
  const { messageImprint } = info;
  const imprint = new Uint8Array(messageImprint.hashedMessage.valueBlock.valueHexView);
  if (hashOf(messageImprint.hashAlgorithm) !== 'sha256' || !Buffer.from(imprint).equals(digest)) {
    throw new Error('the token is about something else');
  }
  const answered = info.nonce?.valueBlock.valueHexView ?? new Uint8Array();
  if (!Buffer.from(answered).equals(nonce)) throw new Error('the token answers another question');
};

const requireSignedBy = (signedData: SignedData, info: Uint8Array): void => {
  const [signer, ...others] = signedData.signerInfos;
  if (signer === undefined || others.length > 0) throw new Error('the token has not one signer');
  const certificate = signedData.certificates?.find((each) => isOf(signer, each));
  if (!(certificate instanceof Certificate)) {
    throw new Error('the certificate of the server is missing');
  }
  requireForTimestamps(certificate);
  const publicKey = createPublicKey({
    key: Buffer.from(certificate.subjectPublicKeyInfo.toSchema().toBER()),
    format: 'der',
    type: 'spki',
  });
  const hash = hashOf(signer.digestAlgorithm);
  const scheme =
    hash && schemeOf(new Uint8Array(signer.signatureAlgorithm.toSchema().toBER()), hash);
  if (hash === undefined || scheme === undefined || isWeak(hash) || isWeak(scheme.hash)) {
    throw new Error('the token is signed by an algorithm that is not accepted');
  }
  const attributes = signer.signedAttrs;
  const digest = attributes?.attributes.find(({ type }) => type === CMS_OID.messageDigest);
  const [stated] = digest?.values ?? [];
  const isAbout =
    stated instanceof asn1js.OctetString &&
    createHash(hash).update(info).digest().equals(new Uint8Array(stated.getValue()));
  const isSigned =
    attributes !== undefined &&
    isSignatureOf(
      new Uint8Array(attributes.encodedValue),
      new Uint8Array(signer.signature.getValue()),
      publicKey,
      scheme,
    );
  if (!isAbout || !isSigned) throw new Error('the signature of the token is wrong');
};

const isOf = ({ sid }: SignerInfo, certificate: unknown): boolean =>
  sid instanceof IssuerAndSerialNumber &&
  certificate instanceof Certificate &&
  sid.issuer.isEqual(certificate.issuer) &&
  sid.serialNumber.isEqual(certificate.serialNumber);

/** The one purpose, marked critical (RFC 3161, 2.3). */
const requireForTimestamps = (certificate: Certificate): void => {
  const usage = certificate.extensions?.find(
    ({ extnID }) => extnID === TIMESTAMP_OID.extendedKeyUsage,
  );
  const purposes =
    usage?.parsedValue instanceof ExtKeyUsage ? usage.parsedValue.keyPurposes : undefined;
  if (usage?.critical !== true || purposes?.join() !== TIMESTAMP_OID.purpose) {
    throw new Error('the certificate of the server is not for timestamps');
  }
};
