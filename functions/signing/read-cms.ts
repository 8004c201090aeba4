// What does the CMS in a signature's hole say? Parsed once, into the facts that the checks need.
import { createHash, type KeyObject, X509Certificate } from 'node:crypto';
import * as asn1js from 'asn1js';
import {
  type AlgorithmIdentifier,
  type Attribute,
  Certificate,
  ContentInfo,
  IssuerAndSerialNumber,
  SignedData,
  type SignerInfo,
} from 'pkijs';
import { type HashName, hashOf, type SignatureScheme, schemeOf } from './signature-algorithm.ts';
import { CMS_OID } from './signature-cms.ts';

export type ReadCms = {
  signer: X509Certificate;
  publicKey: KeyObject;
  /** All certificates that came with it, the signer's among them. */
  certificates: X509Certificate[];
  hash: HashName;
  scheme: SignatureScheme;
  signature: Uint8Array;
  /** Undefined when the document is signed directly, without attributes. */
  attributes:
    | {
        /** The DER of the SET OF, which is what was signed. */
        der: Uint8Array;
        contentType: string | undefined;
        messageDigest: Uint8Array | undefined;
        /** Whether the attribute that names the signer's certificate does so; undefined without one. */
        namesSigner: boolean | undefined;
      }
    | undefined;
  /** Whether nothing but zeros follows the CMS in its hole. */
  paddedWithZeros: boolean;
};

/** What a reader of CMS may not overlook (`cms_malformed`), and what this one does not know. */
export type CmsFlaw = 'cms_malformed';
export type CmsRiddle =
  | 'version_unusual'
  | 'several_signers'
  | 'signer_certificate_missing'
  | 'algorithm_unknown'
  | 'content_embedded';

/** Never throws: what cannot be understood is answered with the reason. */
export function readCms(contents: Uint8Array): ReadCms | CmsFlaw | CmsRiddle {
  try {
    return read(contents);
  } catch {
    return 'cms_malformed';
  }
}

function read(contents: Uint8Array): ReadCms | CmsFlaw | CmsRiddle {
  const parsed = asn1js.fromBER(new Uint8Array(contents));
  if (parsed.offset === -1 || !isStrict(parsed.result)) return 'cms_malformed';
  if (childrenOf(parsed.result).length !== 2) return 'cms_malformed';
  const { contentType, content } = new ContentInfo({ schema: parsed.result });
  if (contentType !== CMS_OID.signedData) return 'cms_malformed';
  const signedData = new SignedData({ schema: content });
  const [signerInfo, ...others] = signedData.signerInfos;
  if (signerInfo === undefined || !isConsistent(signedData, signerInfo)) return 'cms_malformed';
  if (others.length > 0) return 'several_signers';
  // Other versions stand for parts that are not looked at here (RFC 5652, 5.1).
  if (signedData.version !== versionFor(signerInfo)) return 'version_unusual';
  if (signedData.encapContentInfo.eContent !== undefined) return 'content_embedded';
  const certificates = certificatesIn(content);
  const signer = certificates.find((certificate) => isOf(signerInfo, certificate));
  if (signer === undefined) return 'signer_certificate_missing';
  const hash = hashOf(signerInfo.digestAlgorithm);
  const scheme = hash && schemeOf(signerInfo.signatureAlgorithm, hash);
  if (hash === undefined || scheme === undefined) return 'algorithm_unknown';
  return {
    signer,
    publicKey: signer.publicKey,
    certificates,
    hash,
    scheme,
    signature: bytesOf(signerInfo.signature),
    attributes: readAttributes(signerInfo, signer),
    paddedWithZeros: contents.subarray(parsed.offset).every((byte) => byte === 0),
  };
}

/** Whether writing what was read gives the same bytes: asn1js overlooks lengths that do not fit together. */
const isStrict = (block: asn1js.BaseBlock): boolean =>
  Buffer.from(block.toBER()).equals(block.valueBeforeDecodeView);

/** As they stand there, byte for byte: pkijs would write them anew. Attribute certificates are left out. */
function certificatesIn(signedData: unknown): X509Certificate[] {
  const set = childrenOf(signedData).find(
    ({ idBlock }) => idBlock.tagClass === CONTEXT_SPECIFIC && idBlock.tagNumber === 0,
  );
  return childrenOf(set)
    .filter((member) => member instanceof asn1js.Sequence)
    .map((member) => new X509Certificate(member.valueBeforeDecodeView));
}

/** The class of tags like [0], as asn1js numbers them. */
const CONTEXT_SPECIFIC = 3;

/**
 * What the CMS says twice must agree (RFC 5652, 5.1, 5.3 and 11.1): nothing of it that no signature protects may be
 * changed unseen.
 */
function isConsistent(signedData: SignedData, signerInfo: SignerInfo): boolean {
  const { digestAlgorithms, encapContentInfo } = signedData;
  return (
    signerInfo.version === versionFor(signerInfo) &&
    encapContentInfo.eContentType === CMS_OID.data &&
    digestAlgorithms.some((one) => one.algorithmId === signerInfo.digestAlgorithm.algorithmId) &&
    [...digestAlgorithms, signerInfo.digestAlgorithm].every(hasNoParameters)
  );
}

/** 1 when the certificate is named by issuer and number, 3 by key identifier (RFC 5652, 5.3). */
const versionFor = ({ sid }: SignerInfo): number => (sid instanceof IssuerAndSerialNumber ? 1 : 3);

/** Hashes have none, written as nothing or as NULL (RFC 5754, 2). */
const hasNoParameters = ({ algorithmParams }: AlgorithmIdentifier): boolean =>
  algorithmParams === undefined || algorithmParams instanceof asn1js.Null;

/** By issuer and serial number, or by the subject key identifier (RFC 5652, 5.3). */
function isOf({ sid }: SignerInfo, { raw }: X509Certificate): boolean {
  const certificate = Certificate.fromBER(new Uint8Array(raw));
  if (sid instanceof IssuerAndSerialNumber) {
    // Byte for byte: comparing names as text would let a changed letter pass.
    return (
      Buffer.from(certificate.issuer.valueBeforeDecode).equals(
        new Uint8Array(sid.issuer.valueBeforeDecode),
      ) && certificate.serialNumber.isEqual(sid.serialNumber)
    );
  }
  const identifier = certificate.extensions?.find(({ extnID }) => extnID === '2.5.29.14');
  if (identifier === undefined || !(sid instanceof asn1js.Primitive)) return false;
  const inner = asn1js.fromBER(bytesOf(identifier.extnValue)).result;
  return (
    inner instanceof asn1js.OctetString &&
    Buffer.from(bytesOf(inner)).equals(sid.valueBlock.valueHexView)
  );
}

function readAttributes(signerInfo: SignerInfo, signer: X509Certificate): ReadCms['attributes'] {
  if (signerInfo.signedAttrs === undefined) return undefined;
  const { attributes, encodedValue } = signerInfo.signedAttrs;
  const attributeValue = (type: string) => onlyValue(attributes, type);
  const contentType = attributeValue(CMS_OID.contentType);
  const digest = attributeValue(CMS_OID.messageDigest);
  return {
    der: new Uint8Array(encodedValue),
    contentType:
      contentType instanceof asn1js.ObjectIdentifier
        ? contentType.valueBlock.toString()
        : undefined,
    messageDigest: digest instanceof asn1js.OctetString ? bytesOf(digest) : undefined,
    namesSigner:
      namesCertificate(attributeValue(CMS_OID.signingCertificateV2), signer, 'sha256') ??
      namesCertificate(attributeValue(CMS_OID.signingCertificate), signer, 'sha1'),
  };
}

/** These attributes occur once, with one value (RFC 5652, 11); repeated ones count as missing. */
function onlyValue(attributes: Attribute[], type: string): unknown {
  const [found, ...more] = attributes.filter((attribute) => attribute.type === type);
  return more.length > 0 || found?.values.length !== 1 ? undefined : found.values[0];
}

/** The first ESSCertID or ESSCertIDv2 must be of the signer's certificate (RFC 5035, 5.4). */
function namesCertificate(
  value: unknown,
  signer: X509Certificate,
  defaultHash: HashName,
): boolean | undefined {
  if (!(value instanceof asn1js.Sequence)) return undefined;
  const first = childrenOf(childrenOf(value)[0])[0];
  const [one, two] = childrenOf(first);
  const algorithm = childrenOf(one)[0];
  const hash =
    algorithm instanceof asn1js.ObjectIdentifier
      ? hashOf({ algorithmId: algorithm.valueBlock.toString() })
      : defaultHash;
  const named = one instanceof asn1js.OctetString ? one : two;
  if (hash === undefined || !(named instanceof asn1js.OctetString)) return false;
  return createHash(hash).update(signer.raw).digest().equals(bytesOf(named));
}

const childrenOf = (block: unknown): asn1js.BaseBlock[] =>
  block instanceof asn1js.Constructed ? block.valueBlock.value : [];

/** Also of an octet string in pieces, as BER allows. */
const bytesOf = (octets: asn1js.OctetString): Uint8Array<ArrayBuffer> =>
  new Uint8Array(octets.getValue());
