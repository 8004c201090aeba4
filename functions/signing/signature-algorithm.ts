// Which algorithm made a signature value, and is the value right? Object identifiers to Node's crypto.
import { constants, createHash, type Hash, type KeyObject, verify } from 'node:crypto';
import type { SigningAlgorithm } from './key.ts';
import {
  context,
  type Element,
  elementAt,
  expect,
  membersOf,
  oidOf,
  TAG,
} from './verify/cms/ber.ts';

/** RFC 8017 appendix A, RFC 5758 3.2, RFC 5754 2; SHA-3 and SHAKE as NIST registered them, EdDSA of RFC 8410. */
export const OID = {
  sha256: '2.16.840.1.101.3.4.2.1',
  rsaEncryption: '1.2.840.113549.1.1.1',
  rsaPss: '1.2.840.113549.1.1.10',
  ecPublicKey: '1.2.840.10045.2.1',
  ecdsaWithSha256: '1.2.840.10045.4.3.2',
} as const;

/** All that are known, the likeliest first. */
export const HASH_NAMES = [
  'sha256',
  'sha384',
  'sha512',
  'sha224',
  'sha1',
  'md5',
  'sha3-256',
  'sha3-384',
  'sha3-512',
  'shake256',
] as const;
export type HashName = (typeof HASH_NAMES)[number];

const HASHES: Record<string, HashName> = {
  '1.2.840.113549.2.5': 'md5',
  '1.3.14.3.2.26': 'sha1',
  '2.16.840.1.101.3.4.2.4': 'sha224',
  [OID.sha256]: 'sha256',
  '2.16.840.1.101.3.4.2.2': 'sha384',
  '2.16.840.1.101.3.4.2.3': 'sha512',
  '2.16.840.1.101.3.4.2.8': 'sha3-256',
  '2.16.840.1.101.3.4.2.9': 'sha3-384',
  '2.16.840.1.101.3.4.2.10': 'sha3-512',
  '2.16.840.1.101.3.4.2.12': 'shake256',
};

const RSA_WITH_HASH: Record<string, HashName> = {
  '1.2.840.113549.1.1.4': 'md5',
  '1.2.840.113549.1.1.5': 'sha1',
  '1.2.840.113549.1.1.14': 'sha224',
  '1.2.840.113549.1.1.11': 'sha256',
  '1.2.840.113549.1.1.12': 'sha384',
  '1.2.840.113549.1.1.13': 'sha512',
  '2.16.840.1.101.3.4.3.14': 'sha3-256',
  '2.16.840.1.101.3.4.3.15': 'sha3-384',
  '2.16.840.1.101.3.4.3.16': 'sha3-512',
};

const ECDSA_WITH_HASH: Record<string, HashName> = {
  '1.2.840.10045.4.1': 'sha1',
  '1.2.840.10045.4.3.1': 'sha224',
  [OID.ecdsaWithSha256]: 'sha256',
  '1.2.840.10045.4.3.3': 'sha384',
  '1.2.840.10045.4.3.4': 'sha512',
  '2.16.840.1.101.3.4.3.10': 'sha3-256',
  '2.16.840.1.101.3.4.3.11': 'sha3-384',
  '2.16.840.1.101.3.4.3.12': 'sha3-512',
};

/** The hash of what is signed that goes with each curve in a CMS (RFC 8419, 3): Ed25519 and Ed448. */
const EDDSA_WITH_HASH: Record<string, HashName> = {
  '1.3.101.112': 'sha512',
  '1.3.101.113': 'shake256',
};

export type SignatureScheme = {
  kind: 'rsa-pkcs1' | 'rsa-pss' | 'ecdsa' | 'eddsa';
  hash: HashName;
  /** Of PSS only: the salt's length in bytes. */
  saltLength?: number;
};

/** Weaker than SHA-256: collisions can be made for them, or may be before long. */
export const isWeak = (hash: HashName): boolean => ['md5', 'sha1', 'sha224'].includes(hash);

export const hashOf = ({ algorithmId }: { algorithmId: string }): HashName | undefined =>
  HASHES[algorithmId];

/** Some writers name the signature's algorithm where its hash is asked for. */
export const hashWithin = ({ algorithmId }: { algorithmId: string }): HashName | undefined =>
  RSA_WITH_HASH[algorithmId];

/** SHAKE256 gives as many bytes as are asked for: 64 in a CMS (RFC 8419, 2.3). To be said of a copy again. */
export const optionsOf = (name: HashName): { outputLength: number } | undefined =>
  name === 'shake256' ? { outputLength: 64 } : undefined;

export const newHash = (name: HashName): Hash => createHash(name, optionsOf(name));

export const digestOf = (name: HashName, bytes: Uint8Array): Buffer =>
  newHash(name).update(bytes).digest();

/**
 * The scheme of a SignerInfo; undefined when it is none that is known here.
 *
 * @param algorithm the DER of its AlgorithmIdentifier. @throws NotBer
 */
export const schemeOf = (algorithm: Uint8Array, digest: HashName): SignatureScheme | undefined => {
  const [id, parameters] = membersOf(elementAt(algorithm));
  const oid = oidOf(id);
  if (oid === OID.rsaPss) return pssScheme(parameters);
  if (parameters !== undefined && parameters.tag !== TAG.null) return undefined;
  if (oid === OID.rsaEncryption) return { kind: 'rsa-pkcs1', hash: digest };
  // Some writers name the key's algorithm here too.
  if (oid === OID.ecPublicKey) return { kind: 'ecdsa', hash: digest };
  const rsa = RSA_WITH_HASH[oid];
  if (rsa !== undefined) return { kind: 'rsa-pkcs1', hash: rsa };
  const ecdsa = ECDSA_WITH_HASH[oid];
  if (ecdsa !== undefined) return { kind: 'ecdsa', hash: ecdsa };
  const eddsa = EDDSA_WITH_HASH[oid];
  return eddsa === undefined ? undefined : { kind: 'eddsa', hash: eddsa };
};

/** Hash, mask and length of the salt, each in its context, each with a value of its own (RFC 8017, A.2.3). */
const pssScheme = (parameters: Element | undefined): SignatureScheme | undefined => {
  const members = parameters === undefined ? [] : membersOf(expect(parameters, TAG.sequence));
  const within = (number: number): Element | undefined => {
    const member = members.find(({ tag }) => tag === context(number));
    return member && membersOf(member)[0];
  };
  const [given, mask, salt] = [within(0), within(1), within(2)];
  const hash = given === undefined ? 'sha1' : hashNamed(given);
  const maskHash = mask === undefined ? 'sha1' : hashNamed(membersOf(mask)[1]);
  // Node masks with the hash it signs with; another mask cannot be checked here.
  if (hash === undefined || maskHash !== hash) return undefined;
  const saltLength = salt?.content.reduce((total, byte) => total * 0x100 + byte, 0) ?? 20;
  return { kind: 'rsa-pss', hash, saltLength };
};

const hashNamed = (algorithm: Element | undefined): HashName | undefined =>
  hashOf({ algorithmId: oidOf(membersOf(algorithm)[0]) });

/** What each kind of key signs with, the usual first. */
export const KINDS_OF_KEY: Record<
  string,
  readonly [SignatureScheme['kind'], ...SignatureScheme['kind'][]]
> = {
  rsa: ['rsa-pkcs1', 'rsa-pss'],
  'rsa-pss': ['rsa-pss'],
  ec: ['ecdsa'],
  ed25519: ['eddsa'],
  ed448: ['eddsa'],
};

/** Whether `signature` is that of `data` by `publicKey`; a key of another kind is a no, never an exception. */
export const isSignatureOf = (
  data: Uint8Array,
  signature: Uint8Array,
  publicKey: KeyObject,
  scheme: SignatureScheme,
): boolean => {
  if (!KINDS_OF_KEY[publicKey.asymmetricKeyType ?? '']?.includes(scheme.kind)) return false;
  const padding =
    scheme.kind === 'rsa-pss' ? constants.RSA_PKCS1_PSS_PADDING : constants.RSA_PKCS1_PADDING;
  const salt = scheme.saltLength === undefined ? {} : { saltLength: scheme.saltLength };
  const isRsa = scheme.kind === 'rsa-pkcs1' || scheme.kind === 'rsa-pss';
  const key = isRsa ? { key: publicKey, padding, ...salt } : { key: publicKey };
  try {
    // EdDSA hashes for itself.
    return verify(scheme.kind === 'eddsa' ? null : scheme.hash, data, key, signature);
  } catch {
    return false;
  }
};

const SCHEMES: Record<SigningAlgorithm, SignatureScheme> = {
  RSASSA_PKCS1_V1_5_SHA_256: { kind: 'rsa-pkcs1', hash: 'sha256' },
  ECDSA_SHA_256: { kind: 'ecdsa', hash: 'sha256' },
};

/** Whether a signing key's answer is the signature of `data` under that algorithm. */
export const isSignatureBy = (
  algorithm: SigningAlgorithm,
  data: Uint8Array,
  signature: Uint8Array,
  publicKey: KeyObject,
): boolean => isSignatureOf(data, signature, publicKey, SCHEMES[algorithm]);

/** The port's algorithm for a public key: RSA, or elliptic on P-256. Throws on any other. */
export const algorithmOfKey = (publicKey: KeyObject): SigningAlgorithm => {
  if (publicKey.asymmetricKeyType === 'rsa') return 'RSASSA_PKCS1_V1_5_SHA_256';
  const curve = publicKey.asymmetricKeyDetails?.namedCurve;
  if (publicKey.asymmetricKeyType === 'ec' && curve === 'prime256v1') return 'ECDSA_SHA_256';
  throw new Error(`no signing algorithm for a key of type ${publicKey.asymmetricKeyType} ${curve}`);
};

/** The AlgorithmIdentifier that a SignerInfo names for a port's algorithm (RFC 3370 3.2, RFC 5754 3.3). */
export const ALGORITHM_IDENTIFIER: Record<SigningAlgorithm, string> = {
  RSASSA_PKCS1_V1_5_SHA_256: OID.rsaEncryption,
  ECDSA_SHA_256: OID.ecdsaWithSha256,
};
