// What does the KMS service do with a key? It signs digests; here with a key that the test holds.
import { constants, type KeyObject, privateEncrypt } from 'node:crypto';
import { p256 } from '@noble/curves/nist.js';
import type { AwsCall, AwsReply } from './aws-endpoint.ts';

/** PKCS#1 v1.5 over a DigestInfo, or ECDSA; whatever is not a SHA-256 digest is refused. */
export const signLikeKms = (privateKey: KeyObject, { input }: AwsCall): AwsReply => {
  const digest = Buffer.from(String(input.Message), 'base64');
  if (input.MessageType !== 'DIGEST' || digest.length !== 32) {
    return { status: 400, body: { __type: 'ValidationException' } };
  }
  const scalar = Buffer.from(privateKey.export({ format: 'jwk' }).d ?? '', 'base64url');
  const info = Buffer.from('3031300d060960864801650304020105000420', 'hex');
  const signature =
    privateKey.asymmetricKeyType === 'ec'
      ? p256.sign(digest, scalar, { prehash: false, format: 'der' })
      : privateEncrypt(
          { key: privateKey, padding: constants.RSA_PKCS1_PADDING },
          Buffer.concat([info, digest]),
        );
  return { status: 200, body: { Signature: Buffer.from(signature).toString('base64') } };
};
