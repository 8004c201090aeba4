// How are a key and its certificates put into one file with a password? PKCS#12, as any tool opens it.
import { type KeyObject, X509Certificate } from 'node:crypto';
import * as asn1js from 'asn1js';
import {
  Attribute,
  AuthenticatedSafe,
  CertBag,
  Certificate,
  PFX,
  PKCS8ShroudedKeyBag,
  SafeBag,
  SafeContents,
} from 'pkijs';

/** Rounds of the file's own check value. Few: pkijs counts them in JavaScript, and the password is 24 random bytes. */
const MAC_ROUNDS = 2048;

/** RFC 7292: the key encrypted (PBES2, AES-256), the certificates plain, all under one check value. */
export const packPkcs12 = async (
  privateKey: KeyObject,
  chainPem: string[],
  password: string,
): Promise<Uint8Array> => {
  const encryptedKey = privateKey.export({
    format: 'der',
    type: 'pkcs8',
    cipher: 'aes-256-cbc',
    passphrase: password,
  });
  // Both bags carry the same id, which tells readers that key and certificate belong together (PKCS#9 localKeyId).
  const localKeyId = new Attribute({
    type: '1.2.840.113549.1.9.21',
    values: [new asn1js.OctetString({ valueHex: new Uint8Array([1]) })],
  });
  const keyBag = new SafeBag({
    bagId: '1.2.840.113549.1.12.10.1.2',
    bagValue: PKCS8ShroudedKeyBag.fromBER(encryptedKey),
    bagAttributes: [localKeyId],
  });
  const certificateBags = chainPem.map(
    (pem, place) =>
      new SafeBag({
        bagId: '1.2.840.113549.1.12.10.1.3',
        bagValue: new CertBag({
          parsedValue: Certificate.fromBER(new X509Certificate(pem).raw),
        }),
        ...(place === 0 ? { bagAttributes: [localKeyId] } : {}),
      }),
  );
  const safe = new AuthenticatedSafe({
    parsedValue: {
      safeContents: [
        { privacyMode: 0, value: new SafeContents({ safeBags: [keyBag, ...certificateBags] }) },
      ],
    },
  });
  await safe.makeInternalValues({ safeContents: [{}] });
  const file = new PFX({ parsedValue: { integrityMode: 0, authenticatedSafe: safe } });
  await file.makeInternalValues({
    password: new TextEncoder().encode(password).buffer,
    iterations: MAC_ROUNDS,
    pbkdf2HashAlgorithm: 'SHA-256',
    hmacHashAlgorithm: 'SHA-256',
  });
  return new Uint8Array(file.toSchema().toBER());
};
