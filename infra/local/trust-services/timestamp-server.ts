// Who says what time it is? A timestamp server of RFC 3161 on this machine, whose certificate is the trial authority's.
import { createHash, randomBytes, sign, X509Certificate } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { der, membersOf, NULL, oid, TAG, VERSION_1 } from '../../../functions/signing/der.ts';
import type { TimestampKey } from './certificate-authority.ts';

export type LocalTimestampServer = { url: string; stop(): Promise<void> };

/** Answers on a free port of 127.0.0.1 until it is stopped. */
export const startTimestampServer = async (key: TimestampKey): Promise<LocalTimestampServer> => {
  const server = createServer((request, response) => {
    buffer(request).then(
      (query) =>
        response
          .writeHead(200, { 'content-type': 'application/timestamp-reply' })
          .end(timestampReply(query, key, new Date())),
      // Whoever asked is gone.
      () => response.destroy(),
    );
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port on 127.0.0.1');
  return {
    url: `http://127.0.0.1:${address.port}/`,
    stop: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
};

/** RFC 3161, 2.4.2, and RFC 5652, 5.3 and 11; signing-certificate-v2 is RFC 5035, 3. */
const OID = {
  sha256: '2.16.840.1.101.3.4.2.1',
  rsaEncryption: '1.2.840.113549.1.1.1',
  signedData: '1.2.840.113549.1.7.2',
  contentType: '1.2.840.113549.1.9.3',
  messageDigest: '1.2.840.113549.1.9.4',
  signingCertificateV2: '1.2.840.113549.1.9.16.2.47',
  timestampInfo: '1.2.840.113549.1.9.16.1.4',
  /** Of documents and tests (ITU-T X.660 keeps 2.999 free for examples): no authority stands behind it. */
  policy: '2.999.1',
};

/** Up to 127. */
const number = (value: number): Uint8Array => der(TAG.integer, Uint8Array.of(value));

const INTEGER = { granted: number(0), rejection: number(2), version3: number(3) };

/** The TimeStampResp to a TimeStampReq: a token, or the refusal of what is none or not about SHA-256. */
export const timestampReply = (query: Uint8Array, key: TimestampKey, at: Date): Uint8Array => {
  try {
    const [, imprint, ...options] = membersOf(query);
    if (imprint === undefined || !isAboutSha256(imprint)) throw new Error('no SHA-256');
    const nonce = options.find(([tag]) => tag === TAG.integer);
    return sequence(sequence(INTEGER.granted), token(imprint, nonce, key, at));
  } catch {
    return sequence(sequence(INTEGER.rejection));
  }
};

const isAboutSha256 = (imprint: Uint8Array): boolean => {
  const [algorithm, digest] = membersOf(imprint);
  const [name] = algorithm === undefined ? [] : membersOf(algorithm);
  return Buffer.from(oid(OID.sha256)).equals(name ?? Buffer.of()) && digest?.length === 34;
};

const token = (
  imprint: Uint8Array,
  nonce: Uint8Array | undefined,
  { privateKey, certificatePem }: TimestampKey,
  at: Date,
): Uint8Array => {
  const certificate = new X509Certificate(certificatePem).raw;
  const info = sequence(
    VERSION_1,
    oid(OID.policy),
    imprint,
    der(TAG.integer, Uint8Array.of(1), randomBytes(15)),
    der(
      TAG.generalizedTime,
      Buffer.from(`${at.toISOString().replaceAll(/\D/g, '').slice(0, 14)}Z`),
    ),
    ...(nonce === undefined ? [] : [nonce]),
  );
  const attributes = [
    attribute(OID.contentType, oid(OID.timestampInfo)),
    attribute(OID.messageDigest, digestOf(info)),
    attribute(OID.signingCertificateV2, sequence(sequence(sequence(digestOf(certificate))))),
  ].toSorted(Buffer.compare);
  const [body = certificate] = membersOf(certificate);
  const [, serialNumber = body, , issuer = body] = membersOf(body);
  const sha256 = sequence(oid(OID.sha256));
  const signerInfo = sequence(
    VERSION_1,
    sequence(issuer, serialNumber),
    sha256,
    der(TAG.context0, ...attributes),
    sequence(oid(OID.rsaEncryption), NULL),
    der(TAG.octetString, sign('sha256', der(TAG.set, ...attributes), privateKey)),
  );
  const signedData = sequence(
    INTEGER.version3,
    der(TAG.set, sha256),
    sequence(oid(OID.timestampInfo), der(TAG.context0, der(TAG.octetString, info))),
    der(TAG.context0, certificate),
    der(TAG.set, signerInfo),
  );
  return sequence(oid(OID.signedData), der(TAG.context0, signedData));
};

const sequence = (...parts: Uint8Array[]) => der(TAG.sequence, ...parts);
const attribute = (type: string, value: Uint8Array) => sequence(oid(type), der(TAG.set, value));
const digestOf = (bytes: Uint8Array) =>
  der(TAG.octetString, createHash('sha256').update(bytes).digest());
