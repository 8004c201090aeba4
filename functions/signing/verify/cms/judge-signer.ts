// Did the key of the certificate that a CMS names sign this content? RFC 5652, 5.4 to 5.6, and RFC 5035.
import { createHash, type KeyObject, type X509Certificate } from 'node:crypto';
import { CMS_OID } from '../../sign/signature-cms.ts';
import {
  type HashName,
  hashOf,
  isSignatureOf,
  type SignatureScheme,
  schemeOf,
} from '../../signature-algorithm.ts';
import type { Effort } from '../effort.ts';
import { cannotJudge, invalid, type Judgement, VALID } from '../judgement.ts';
import type { AtHand } from './at-hand.ts';
import { isSameBytes, membersOf, octetsOf, oidOf, TAG } from './ber.ts';
import { nameOf, onlyValue, type ReadCms, signerIn } from './read-cms.ts';

export type SignerFlaw =
  | 'document_changed'
  | 'signature_wrong'
  | 'attributes_wrong'
  | 'algorithm_misnamed'
  | 'signer_misnamed'
  | 'signing_certificate_differs';

export type SignerRiddle =
  | 'algorithm_unknown'
  | 'signer_certificate_missing'
  | 'signing_certificate_missing'
  | 'attributes_missing';

/** What is to have been signed. */
export type SignedContent = {
  type: string;
  digest: (hash: HashName) => Uint8Array;
  /** All of it, for those who sign it directly. */
  bytes: () => Uint8Array;
};

export type JudgedSigner = {
  /** The certificate that is named; undefined when it is not there. */
  certificate: X509Certificate | undefined;
  hash: HashName | undefined;
  scheme: SignatureScheme | undefined;
  judgement: Judgement<SignerFlaw, SignerRiddle>;
};

/** @throws NotBer, TooMuchWork */
export function judgeSigner(cms: ReadCms, content: SignedContent, atHand: AtHand): JudgedSigner {
  const certificate = signerIn(cms, cms.certificates) ?? signerIn(cms, atHand.certificates);
  const hash = hashOf({ algorithmId: nameOf(cms.digestAlgorithm) });
  const scheme = hash && readScheme(cms, hash);
  const judgement =
    judgeContent(cms, content, hash) ??
    judgeKey(cms, content, { certificate, hash, scheme }, atHand.effort);
  return { certificate, hash, scheme, judgement };
}

const readScheme = (cms: ReadCms, hash: HashName): SignatureScheme | undefined =>
  schemeOf(cms.signatureAlgorithm.whole, hash);

const HASHES: HashName[] = ['sha256', 'sha384', 'sha512', 'sha224', 'sha1', 'md5'];

/** The attributes are about this content; undefined when they are, or when there are none. */
function judgeContent(
  { signedAttributes }: ReadCms,
  content: SignedContent,
  hash: HashName | undefined,
): JudgedSigner['judgement'] | undefined {
  if (signedAttributes === undefined) return undefined;
  const type = onlyValue(signedAttributes, CMS_OID.contentType);
  const stated = onlyValue(signedAttributes, CMS_OID.messageDigest);
  if (type === undefined || oidOf(type) !== content.type || stated === undefined) {
    return invalid('attributes_wrong');
  }
  const digest = octetsOf(stated);
  const isDigest = (by: HashName) => isSameBytes(content.digest(by), digest);
  if (hash !== undefined) return isDigest(hash) ? undefined : invalid('document_changed');
  // An algorithm that nobody knows, but whose result is a known one's, has lost its name.
  return HASHES.some(isDigest) ? invalid('algorithm_misnamed') : cannotJudge('algorithm_unknown');
}

function judgeKey(
  cms: ReadCms,
  content: SignedContent,
  { certificate, hash, scheme }: Omit<JudgedSigner, 'judgement'>,
  effort: Effort,
): JudgedSigner['judgement'] {
  if (hash === undefined) return cannotJudge('algorithm_unknown');
  const data = cms.signedBytes ?? content.bytes();
  const isBy = (key: KeyObject, by: SignatureScheme) => {
    effort.spendOnCheck(key);
    effort.spendOnHash(data.length);
    return isSignatureOf(data, cms.signature, key, by);
  };
  if (certificate === undefined) {
    const isNameless = cms.certificates.some(({ publicKey }) =>
      isBy(publicKey, scheme ?? plainScheme(publicKey, hash)),
    );
    return isNameless ? invalid('signer_misnamed') : cannotJudge('signer_certificate_missing');
  }
  const { publicKey } = certificate;
  if (!KNOWN_KEYS.has(publicKey.asymmetricKeyType ?? '')) return cannotJudge('algorithm_unknown');
  if (scheme === undefined) {
    return isBy(publicKey, plainScheme(publicKey, hash))
      ? invalid('algorithm_misnamed')
      : cannotJudge('algorithm_unknown');
  }
  if (!isBy(publicKey, scheme)) {
    return invalid(cms.signedBytes === undefined ? 'document_changed' : 'signature_wrong');
  }
  return namesAnother(cms, certificate) ? invalid('signing_certificate_differs') : VALID;
}

const KNOWN_KEYS = new Set(['rsa', 'rsa-pss', 'ec']);

const plainScheme = ({ asymmetricKeyType }: KeyObject, hash: HashName): SignatureScheme => ({
  kind: asymmetricKeyType === 'ec' ? 'ecdsa' : 'rsa-pkcs1',
  hash,
});

/** Whether the attribute that names the signer's certificate (RFC 5035, 5.4) names another one. */
const namesAnother = (cms: ReadCms, certificate: X509Certificate): boolean =>
  [CMS_OID.signingCertificateV2, CMS_OID.signingCertificate].some((type) => {
    if (!cms.signedAttributes?.some((attribute) => attribute.type === type)) return false;
    const value = onlyValue(cms.signedAttributes, type);
    const [first] = membersOf(membersOf(value)[0]);
    const members = membersOf(first);
    const [algorithm] = members[0]?.tag === TAG.sequence ? members.splice(0, 1) : [];
    const standard = type === CMS_OID.signingCertificate ? 'sha1' : 'sha256';
    const hash = algorithm ? hashOf({ algorithmId: nameOf(algorithm) }) : standard;
    if (hash === undefined) return true;
    const stated = octetsOf(members[0]);
    return !isSameBytes(createHash(hash).update(certificate.raw).digest(), stated);
  });

/** Whether that attribute is there, as PAdES demands (EN 319 142-1, 6.3). */
export const namesItsCertificate = ({ signedAttributes }: ReadCms): boolean =>
  signedAttributes?.some(
    ({ type }) => type === CMS_OID.signingCertificateV2 || type === CMS_OID.signingCertificate,
  ) ?? false;
