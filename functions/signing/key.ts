// What does signing need of a private key? A certificate that names it, and one operation: sign a digest.

/** The two algorithms that every key behind the port offers, named as AWS KMS names them. */
export type SigningAlgorithm = 'RSASSA_PKCS1_V1_5_SHA_256' | 'ECDSA_SHA_256';

/**
 * A key that can sign, wherever it is kept. Only digests reach it, never a document, so that a key in a card, a SIM
 * or a remote service fits as well as a file.
 */
export type SigningKey = {
  /** X.509, DER. */
  certificate: Uint8Array;
  /** The certificates above it, DER, its issuer first; the root may be left out. */
  chain: Uint8Array[];
  algorithm: SigningAlgorithm;
  /**
   * Signs a SHA-256 digest (32 bytes): PKCS#1 v1.5 over its DigestInfo (RFC 8017, 9.2), or ECDSA as a DER sequence
   * (RFC 3279, 2.2.3). What it answers is not trusted: every caller verifies it with the certificate.
   */
  signDigest(sha256: Uint8Array): Promise<Uint8Array>;
};
