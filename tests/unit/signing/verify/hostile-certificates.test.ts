// Do certificates, names and responses count by their length, when many signatures lean on the same long ones?
import { X509Certificate } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { der, oid, TAG } from '../../../../functions/signing/der.ts';
import { elementAt } from '../../../../functions/signing/verify/cms/ber.ts';
import { judgeSigner } from '../../../../functions/signing/verify/cms/judge-signer.ts';
import { DATA, type ReadCms } from '../../../../functions/signing/verify/cms/read-cms.ts';
import { Effort } from '../../../../functions/signing/verify/effort.ts';
import { statementInOcsp } from '../../../../functions/signing/verify/revocation/read-ocsp.ts';
import { aKey, anchor, CHAIRMAN } from '../signing-desk.ts';

const issuer = new X509Certificate(anchor);
let certificate: X509Certificate;

beforeAll(async () => {
  certificate = new X509Certificate((await aKey(CHAIRMAN)).certificate);
});

const MANY = 5_000;
const sequence = (...parts: Uint8Array[]) => der(TAG.sequence, ...parts);
const many = (part: Uint8Array) => Array.from({ length: MANY }, () => part);

test('a response costs as many tokens as it speaks of certificates, and more', () => {
  const sha1 = sequence(oid('1.3.14.3.2.26'));
  const octets = der(TAG.octetString);
  const single = sequence(sequence(sha1, octets, octets, der(TAG.integer, Uint8Array.of(1))));
  const time = der(TAG.generalizedTime);
  const signed = sequence(octets, time, sequence(...many(single)));
  const response = sequence(signed, sha1, der(TAG.bitString, Uint8Array.of(0)));
  const effort = new Effort();
  expect(statementInOcsp(response, certificate, issuer, effort)).toBeUndefined();
  expect(effort.spent).toBeGreaterThan(MANY * 10);
});

test('a long name costs by its length with each certificate that it is held against', () => {
  const part = der(TAG.set, sequence(oid('2.5.4.3'), der(TAG.octetString)));
  const name = sequence(...many(part));
  const serial = der(TAG.integer, Buffer.from(certificate.serialNumber, 'hex'));
  const element = elementAt(sequence(oid('1.2.3')));
  const cms: ReadCms = {
    contentType: DATA,
    content: undefined,
    certificates: Array.from({ length: 20 }, () => new X509Certificate(certificate.raw)),
    hasUnreadableCertificate: false,
    revocationData: [],
    isToTheLetter: true,
    signerId: elementAt(sequence(name, serial)),
    digestAlgorithm: element,
    signedAttributes: undefined,
    signedBytes: undefined,
    hasDerAttributes: true,
    signatureAlgorithm: element,
    signature: new Uint8Array(),
    unsignedAttributes: [],
    length: 0,
  };
  const effort = new Effort();
  const content = { type: DATA, digest: () => new Uint8Array(), bytes: () => new Uint8Array() };
  const atHand = { certificates: [], anchors: [], isOurs: false, effort };
  expect(judgeSigner(cms, content, atHand).certificate).toBeUndefined();
  expect(effort.spent).toBeGreaterThan(cms.certificates.length * name.length);
});
