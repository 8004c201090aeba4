// How does a PKCS#12 file with its password become a signing key? RFC 7292, with the encryption of RFC 8018 (PBES2).
import {
  constants,
  createPrivateKey,
  createPublicKey,
  type KeyObject,
  privateEncrypt,
  X509Certificate,
} from 'node:crypto';
import { p256 } from '@noble/curves/nist.js';
import { CertBag, Certificate, PFX, PKCS8ShroudedKeyBag } from 'pkijs';
import { Refusal } from '../domain/refusal.ts';
import { issuersInOrder } from './certificate-chain.ts';
import type { SigningKey } from './key.ts';
import { algorithmOfKey } from './signature-algorithm.ts';

/** DigestInfo of a SHA-256 digest without its 32 last bytes (RFC 8017, 9.2, note 1). */
const SHA256_DIGEST_INFO = Buffer.from('3031300d060960864801650304020105000420', 'hex');

/**
 * Opens the one private key of a PKCS#12 file, RSA or P-256, and the certificates beside it.
 * Files protected by the RC2 or triple DES of old tools must be converted first.
 *
 * @throws Refusal `key_missing` when the file cannot be opened, or holds no key or not its certificate; no secret is
 * named in it
 */
export const openPkcs12 = async (pkcs12: Uint8Array, password: string): Promise<SigningKey> => {
  const { privateKey, certificates } = await readBags(pkcs12, password);
  const publicKey = createPublicKey(privateKey);
  const own = certificates.find((certificate) => certificate.publicKey.equals(publicKey));
  if (own === undefined) throw unusable('no certificate in the PKCS#12 file is of its key');
  return {
    certificate: own.raw,
    chain: issuersInOrder(own, certificates).map((issuer) => issuer.raw),
    algorithm: algorithmOfKey(publicKey),
    signDigest: digestSigner(privateKey),
  };
};

const unusable = (message: string) => new Refusal('key_missing', { message });

const readBags = async (pkcs12: Uint8Array, password: string) => {
  const certificates: X509Certificate[] = [];
  let privateKey: KeyObject | undefined;
  try {
    for (const bag of await openSafes(pkcs12, password)) {
      if (bag instanceof CertBag && bag.parsedValue instanceof Certificate) {
        certificates.push(new X509Certificate(Buffer.from(bag.parsedValue.toSchema().toBER())));
      } else if (bag instanceof PKCS8ShroudedKeyBag) {
        const key = Buffer.from(bag.toSchema().toBER());
        privateKey = createPrivateKey({ key, format: 'der', type: 'pkcs8', passphrase: password });
      }
    }
  } catch {
    // The cause is left behind: a parser's message may quote what it read.
    throw unusable('the PKCS#12 file is damaged, of an old kind, or its password is wrong');
  }
  if (privateKey === undefined) throw unusable('the PKCS#12 file holds no private key');
  return { privateKey, certificates };
};

const openSafes = async (pkcs12: Uint8Array, password: string): Promise<unknown[]> => {
  const secret = new TextEncoder().encode(password).buffer;
  const file = PFX.fromBER(new Uint8Array(pkcs12));
  await file.parseInternalValues({ checkIntegrity: true, password: secret });
  const safe = file.parsedValue?.authenticatedSafe;
  if (safe === undefined) return [];
  await safe.parseInternalValues({
    safeContents: safe.safeContents.map(() => ({ password: secret })),
  });
  const contents: { value: { safeBags: { bagValue: unknown }[] } }[] =
    safe.parsedValue.safeContents;
  return contents.flatMap((content) => content.value.safeBags.map((bag) => bag.bagValue));
};

/** Node's own crypto hashes before it signs with ECDSA, and a digest must not be hashed again: hence p256. */
const digestSigner = (privateKey: KeyObject): SigningKey['signDigest'] => {
  if (privateKey.asymmetricKeyType === 'rsa') {
    const key = { key: privateKey, padding: constants.RSA_PKCS1_PADDING };
    return async (sha256) => privateEncrypt(key, Buffer.concat([SHA256_DIGEST_INFO, sha256]));
  }
  const { d } = privateKey.export({ format: 'jwk' });
  const scalar = Buffer.from(d ?? '', 'base64url');
  return async (sha256) =>
    p256.sign(sha256, scalar, { prehash: false, format: 'der', lowS: false });
};
