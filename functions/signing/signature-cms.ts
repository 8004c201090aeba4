// What is put into the hole? A CMS SignedData with the attributes of CAdES baseline, and nothing else (RFC 5652).
import { createHash } from 'node:crypto';
import * as asn1js from 'asn1js';
import {
  AlgorithmIdentifier,
  Attribute,
  Certificate,
  ContentInfo,
  EncapsulatedContentInfo,
  IssuerAndSerialNumber,
  SignedAndUnsignedAttributes,
  SignedData,
  SignerInfo,
} from 'pkijs';
import type { SigningKey } from './key.ts';
import { ALGORITHM_IDENTIFIER, OID } from './signature-algorithm.ts';

/** RFC 5652, 4, 5.1 and 11; RFC 5035, 3 and 5. */
export const CMS_OID = {
  data: '1.2.840.113549.1.7.1',
  signedData: '1.2.840.113549.1.7.2',
  contentType: '1.2.840.113549.1.9.3',
  messageDigest: '1.2.840.113549.1.9.4',
  signingCertificate: '1.2.840.113549.1.9.16.2.12',
  signingCertificateV2: '1.2.840.113549.1.9.16.2.47',
} as const;

/** All that is public of a key. */
export type SigningIdentity = Omit<SigningKey, 'signDigest'>;

/**
 * The attributes that are signed, as the DER of a SET OF, which is what a key must hash and sign.
 * No signing-time: PAdES has the claimed time in the dictionary's /M alone (EN 319 142-1, 6.3).
 */
export function signedAttributes(documentDigest: Uint8Array, certificate: Uint8Array): Uint8Array {
  const certificateHash = createHash('sha256').update(certificate).digest();
  const attributes = [
    attribute(CMS_OID.contentType, new asn1js.ObjectIdentifier({ value: CMS_OID.data })),
    attribute(CMS_OID.messageDigest, octets(documentDigest)),
    attribute(CMS_OID.signingCertificateV2, signingCertificateV2(certificateHash)),
  ];
  // DER orders the members of a SET OF by their encoding (X.690, 11.6).
  const inOrder = attributes.toSorted((one, other) =>
    Buffer.compare(Buffer.from(one.toBER()), Buffer.from(other.toBER())),
  );
  return new Uint8Array(new asn1js.Set({ value: inOrder }).toBER());
}

/** SigningCertificateV2 with one ESSCertIDv2, whose hash algorithm is the default, SHA-256 (RFC 5035, 3). */
const signingCertificateV2 = (certificateHash: Uint8Array) =>
  sequence(sequence(sequence(octets(certificateHash))));

/** The DER of the whole CMS, from the attributes and their signature. */
export function signatureCms(
  identity: SigningIdentity,
  attributes: Uint8Array,
  signature: Uint8Array,
): Uint8Array {
  const certificate = readCertificate(identity.certificate);
  const sha256 = new AlgorithmIdentifier({ algorithmId: OID.sha256 });
  const signedData = new SignedData({
    version: 1,
    digestAlgorithms: [sha256],
    encapContentInfo: new EncapsulatedContentInfo({ eContentType: CMS_OID.data }),
    certificates: [certificate, ...identity.chain.map(readCertificate).filter(isNoRoot)],
    signerInfos: [
      new SignerInfo({
        version: 1,
        sid: new IssuerAndSerialNumber({
          issuer: certificate.issuer,
          serialNumber: certificate.serialNumber,
        }),
        digestAlgorithm: sha256,
        signedAttrs: readAttributes(attributes),
        signatureAlgorithm: algorithmIdentifier(identity),
        signature: octets(signature),
      }),
    ],
  });
  const content = new ContentInfo({
    contentType: CMS_OID.signedData,
    content: signedData.toSchema(true),
  });
  return new Uint8Array(content.toSchema().toBER());
}

/** RSA identifiers carry a NULL, those of ECDSA nothing (RFC 3370, 3.2; RFC 5754, 3.3). */
const algorithmIdentifier = ({ algorithm }: SigningIdentity): AlgorithmIdentifier =>
  new AlgorithmIdentifier({
    algorithmId: ALGORITHM_IDENTIFIER[algorithm],
    ...(algorithm === 'ECDSA_SHA_256' ? {} : { algorithmParams: new asn1js.Null() }),
  });

function readAttributes(attributes: Uint8Array): SignedAndUnsignedAttributes {
  const set = asn1js.fromBER(attributes).result;
  if (!(set instanceof asn1js.Set)) throw new Error('the signed attributes are no SET');
  return new SignedAndUnsignedAttributes({
    type: 0,
    attributes: set.valueBlock.value.map((member) => new Attribute({ schema: member })),
  });
}

/** Who trusts a root has it; in the file it would be the only part that no signature protects. */
const isNoRoot = ({ issuer, subject }: Certificate): boolean => !issuer.isEqual(subject);

const readCertificate = (der: Uint8Array): Certificate => Certificate.fromBER(new Uint8Array(der));

const sequence = (...value: asn1js.BaseBlock[]) => new asn1js.Sequence({ value });
const octets = (bytes: Uint8Array) =>
  new asn1js.OctetString({ valueHex: new Uint8Array(bytes).buffer });
const attribute = (type: string, value: asn1js.BaseBlock) =>
  sequence(new asn1js.ObjectIdentifier({ value: type }), new asn1js.Set({ value: [value] }));
