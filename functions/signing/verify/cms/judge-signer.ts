// Did the key of the certificate that a CMS names sign this content? RFC 5652, 5.4 to 5.6, and RFC 5035.
import type { KeyObject, X509Certificate } from 'node:crypto';
import { CMS_OID } from '../../sign/signature-cms.ts';
import {
  digestOf,
  HASH_NAMES,
  type HashName,
  hashOf,
  hashWithin,
  isSignatureOf,
  KINDS_OF_KEY,
  type SignatureScheme,
  schemeOf,
} from '../../signature-algorithm.ts';
import type { Effort } from '../effort.ts';
import { cannotJudge, invalid, type Judgement, VALID } from '../judgement.ts';
import type { AtHand } from './at-hand.ts';
import { isSameBytes, membersOf, octetsOf, oidOf, TAG } from './ber.ts';
import { keyOf } from './certificate-parts.ts';
import { inDerOrder, nameOf, onlyValue, type ReadCms, signerIn } from './read-cms.ts';
import { isSameName } from './same-name.ts';

export type SignerFlaw =
  | 'document_changed'
  | 'signature_wrong'
  | 'attributes_wrong'
  | 'signing_certificate_differs';

export type SignerRiddle =
  | 'algorithm_unknown'
  | 'algorithm_misnamed'
  | 'signer_misnamed'
  | 'signer_certificate_missing'
  | 'signing_certificate_missing'
  | 'attributes_missing'
  | 'attributes_not_der';

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
export const judgeSigner = (cms: ReadCms, content: SignedContent, atHand: AtHand): JudgedSigner => {
  // Byte for byte in ours: comparing names as text would let a changed byte pass.
  const isSame = (one: Uint8Array, other: Uint8Array): boolean => {
    if (atHand.isOurs || isSameBytes(one, other)) return isSameBytes(one, other);
    atHand.effort.spendOnElements(one.length + other.length);
    return isSameName(one, other);
  };
  const certificate =
    signerIn(cms, cms.certificates, isSame) ?? signerIn(cms, atHand.certificates, isSame);
  const named = { algorithmId: nameOf(cms.digestAlgorithm) };
  const hash = hashOf(named) ?? hashWithin(named);
  const scheme = hash && readScheme(cms, hash);
  const judgement =
    judgeContent(cms, content, hash) ??
    judgeKey(cms, content, { certificate, hash, scheme }, atHand.effort);
  // Of such files pdfsig takes those that openssl does not, and the other way round.
  const isMisnamed = judgement.verdict === 'valid' && hashOf(named) === undefined;
  return {
    certificate,
    hash,
    scheme,
    judgement: isMisnamed ? cannotJudge('algorithm_misnamed') : judgement,
  };
};

const readScheme = (cms: ReadCms, hash: HashName): SignatureScheme | undefined =>
  schemeOf(cms.signatureAlgorithm.whole, hash);

/** The attributes are about this content; undefined when they are, or when there are none. */
const judgeContent = (
  { signedAttributes }: ReadCms,
  content: SignedContent,
  hash: HashName | undefined,
): JudgedSigner['judgement'] | undefined => {
  if (signedAttributes === undefined) return undefined;
  const type = onlyValue(signedAttributes, CMS_OID.contentType);
  const stated = onlyValue(signedAttributes, CMS_OID.messageDigest);
  if (stated === undefined) return invalid('attributes_wrong');
  if (type !== undefined && oidOf(type) !== content.type) return invalid('attributes_wrong');
  const digest = octetsOf(stated);
  const isDigest = (by: HashName) => isSameBytes(content.digest(by), digest);
  if (hash === undefined) {
    // An algorithm that nobody knows, but whose result is a known one's, has lost its name.
    return cannotJudge(HASH_NAMES.some(isDigest) ? 'algorithm_misnamed' : 'algorithm_unknown');
  }
  if (!isDigest(hash)) return invalid('document_changed');
  return type === undefined ? cannotJudge('attributes_missing') : undefined;
};

const judgeKey = (
  cms: ReadCms,
  content: SignedContent,
  { certificate, hash, scheme }: Omit<JudgedSigner, 'judgement'>,
  effort: Effort,
): JudgedSigner['judgement'] => {
  if (hash === undefined) return cannotJudge('algorithm_unknown');
  const standing = cms.signedBytes ?? content.bytes();
  const isBy = (key: KeyObject, by: SignatureScheme, data = standing) => {
    effort.spendOnCheck(key);
    effort.spendOnHash(data.length);
    return isSignatureOf(data, cms.signature, key, by);
  };
  const isByAnyName = (key: KeyObject) => plainSchemes(key, hash).some((each) => isBy(key, each));
  if (certificate === undefined) {
    const keys = cms.certificates.flatMap((each) => keyOf(each) ?? []);
    const isNameless = keys.some((key) => (scheme ? isBy(key, scheme) : isByAnyName(key)));
    return cannotJudge(isNameless ? 'signer_misnamed' : 'signer_certificate_missing');
  }
  const key = keyOf(certificate);
  if (key === undefined || KINDS_OF_KEY[key.asymmetricKeyType ?? ''] === undefined) {
    return cannotJudge('algorithm_unknown');
  }
  if (scheme === undefined) {
    return cannotJudge(isByAnyName(key) ? 'algorithm_misnamed' : 'algorithm_unknown');
  }
  if (!isBy(key, scheme)) {
    // Who brings them into their order first, as the standard has it, says yes.
    const { signedBytes, hasDerAttributes } = cms;
    if (signedBytes !== undefined && !hasDerAttributes) {
      if (isBy(key, scheme, inDerOrder(signedBytes))) return cannotJudge('attributes_not_der');
    }
    if (isByAnyName(key)) return cannotJudge('algorithm_misnamed');
    return invalid(cms.signedBytes === undefined ? 'document_changed' : 'signature_wrong');
  }
  if (scheme.kind === 'eddsa' && scheme.hash !== hash) return cannotJudge('algorithm_misnamed');
  const naming = judgeNaming(cms, certificate);
  // OpenSSL and NSS take them as they stand; Bouncy Castle, and EU DSS with it, does not.
  return naming.verdict === 'valid' && !cms.hasDerAttributes
    ? cannotJudge('attributes_not_der')
    : naming;
};

/** The usual one with the hash of the attributes, and with each other hash: writers mistake one for the other. */
const plainSchemes = ({ asymmetricKeyType }: KeyObject, hash: HashName): SignatureScheme[] =>
  (KINDS_OF_KEY[asymmetricKeyType ?? ''] ?? [])
    .slice(0, 1)
    .flatMap((kind) => [hash, ...HASH_NAMES].map((each) => ({ kind, hash: each })));

/** Whether the attribute that names the signer's certificate (RFC 5035, 5.4) names this one, where it is there. */
const judgeNaming = (cms: ReadCms, certificate: X509Certificate): JudgedSigner['judgement'] => {
  for (const type of [CMS_OID.signingCertificateV2, CMS_OID.signingCertificate]) {
    if (!cms.signedAttributes?.some((attribute) => attribute.type === type)) continue;
    const value = onlyValue(cms.signedAttributes, type);
    const [first] = membersOf(membersOf(value)[0]);
    const members = membersOf(first);
    const [algorithm] = members[0]?.tag === TAG.sequence ? members.splice(0, 1) : [];
    const standard = type === CMS_OID.signingCertificate ? 'sha1' : 'sha256';
    const hash = algorithm ? hashOf({ algorithmId: nameOf(algorithm) }) : standard;
    if (hash === undefined) return cannotJudge('algorithm_unknown');
    if (!isSameBytes(digestOf(hash, certificate.raw), octetsOf(members[0]))) {
      return invalid('signing_certificate_differs');
    }
  }
  return VALID;
};

/** Whether that attribute is there, as PAdES demands (EN 319 142-1, 6.3). */
export const namesItsCertificate = ({ signedAttributes }: ReadCms): boolean =>
  signedAttributes?.some(
    ({ type }) => type === CMS_OID.signingCertificateV2 || type === CMS_OID.signingCertificate,
  ) ?? false;
