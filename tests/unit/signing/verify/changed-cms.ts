// How would another maker have written this CMS? What no signature protects is written otherwise, or all is signed anew.
import { createHash, type KeyObject, sign, X509Certificate } from 'node:crypto';
import * as asn1js from 'asn1js';
import {
  AlgorithmIdentifier,
  type AttributeTypeAndValue,
  Certificate,
  ContentInfo,
  IssuerAndSerialNumber,
  SignedData,
  type SignerInfo,
} from 'pkijs';

export type CmsChange = (signed: SignedData, signer: SignerInfo, content: Uint8Array) => void;

export const changedCms = (cms: Uint8Array, content: Uint8Array, change: CmsChange): Uint8Array => {
  const info = ContentInfo.fromBER(Uint8Array.from(cms));
  const signed = new SignedData({ schema: info.content });
  const [signer] = signed.signerInfos;
  if (signer === undefined) throw new Error('a CMS has a signer');
  change(signed, signer, content);
  info.content = signed.toSchema(true);
  return new Uint8Array(info.toSchema().toBER());
};

const MESSAGE_DIGEST = '1.2.840.113549.1.9.4';

const EDWARDS = {
  ed25519: {
    signature: '1.3.101.112',
    hash: '2.16.840.1.101.3.4.2.3',
    digest: (content: Uint8Array) => createHash('sha512').update(content).digest(),
  },
  ed448: {
    signature: '1.3.101.113',
    hash: '2.16.840.1.101.3.4.2.12',
    digest: (content: Uint8Array) =>
      createHash('shake256', { outputLength: 64 }).update(content).digest(),
  },
};

/** By a key on a curve of Edwards, which this openssl signs no CMS with (RFC 8419). */
export const signedByEdwards =
  (curve: keyof typeof EDWARDS, privateKey: KeyObject, certificate: string): CmsChange =>
  (signed, signer, content) => {
    const { signature, hash, digest } = EDWARDS[curve];
    const own = Certificate.fromBER(new X509Certificate(certificate).raw);
    signed.certificates = [own];
    signed.digestAlgorithms = [new AlgorithmIdentifier({ algorithmId: hash })];
    signer.sid = new IssuerAndSerialNumber({
      issuer: own.issuer,
      serialNumber: own.serialNumber,
    });
    signer.digestAlgorithm = new AlgorithmIdentifier({ algorithmId: hash });
    signer.signatureAlgorithm = new AlgorithmIdentifier({ algorithmId: signature });
    const attributes = signer.signedAttrs?.attributes ?? [];
    for (const attribute of attributes) {
      if (attribute.type !== MESSAGE_DIGEST) continue;
      attribute.values = [new asn1js.OctetString({ valueHex: digest(content) })];
    }
    const toSign = new asn1js.Set({ value: attributes.map((each) => each.toSchema()) }).toBER();
    const made = sign(null, Buffer.from(toSign), privateKey);
    signer.signature = new asn1js.OctetString({ valueHex: made });
  };

/** With the issuer's name in another kind of string than the certificate has it in. */
export const withOtherStrings: CmsChange = (_, { sid }) => {
  const parts = sid.issuer.typesAndValues.map((attribute: AttributeTypeAndValue) => {
    attribute.value = new asn1js.BmpString({ value: attribute.value.valueBlock.value });
    return new asn1js.Set({ value: [attribute.toSchema()] });
  });
  sid.issuer.valueBeforeDecode = new asn1js.Sequence({ value: parts }).toBER();
};
