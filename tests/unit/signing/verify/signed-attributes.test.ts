// What if the attributes that were signed are not encoded as RFC 5652, 5.3, demands? Verifiers then differ in what they take as signed.
import { createHash } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { der, membersOf, TAG } from '../../../../functions/signing/der.ts';
import type { SigningKey } from '../../../../functions/signing/key.ts';
import {
  signatureCms,
  signedAttributes,
} from '../../../../functions/signing/sign/signature-cms.ts';
import { verifySignatures } from '../../../../functions/signing/verify/verify-signatures.ts';
import { pdfsig } from '../../../support/files/pdf-tools.ts';
import { coverAll, plainPdf, plainSignature } from '../../../support/files/plain-pdf.ts';
import { aKey, anchor, authority, CHAIRMAN } from '../signing-desk.ts';

const sha256 = (...parts: Uint8Array[]) =>
  createHash('sha256').update(Buffer.concat(parts)).digest();

let key: SigningKey;

beforeAll(async () => {
  key = await aKey(CHAIRMAN);
});

type Arranged = (attributes: Uint8Array[]) => Uint8Array[];

const inOrder: Arranged = (attributes) => attributes;
const backwards: Arranged = (attributes) => attributes.toReversed();
/** The length of the first takes two bytes where one would do. */
const longer: Arranged = ([first = new Uint8Array(), ...rest]) => [
  Buffer.concat([Uint8Array.of(first[0] ?? 0, 0x81), first.subarray(1)]),
  ...rest,
];

/** @param standing how they stand in the file; @param signed how they were hashed */
const signedOver = async (standing: Arranged, signed: Arranged): Promise<Buffer> => {
  const pdf = plainPdf([
    '<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [4 0 R] /SigFlags 3 >> >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Annots [4 0 R] >>',
    '<< /Type /Annot /Subtype /Widget /Rect [0 0 0 0] /P 3 0 R /FT /Sig /T (Sig) /V 5 0 R >>',
    plainSignature('0'.repeat(8_000)),
  ]);
  for (const { start, end } of coverAll(pdf)) {
    const digest = sha256(pdf.subarray(0, start), pdf.subarray(end));
    const attributes = membersOf(signedAttributes(digest, key.certificate));
    const signature = await key.signDigest(sha256(der(TAG.set, ...signed(attributes))));
    const cms = signatureCms(key, der(TAG.set, ...standing(attributes)), signature);
    pdf.write(Buffer.from(cms).toString('hex'), start + 1, 'latin1');
  }
  return pdf;
};

const NOT_DER = { verdict: 'cannotJudge', because: 'attributes_not_der' };

test.each([
  ['stand and were signed in the order of DER', inOrder, inOrder, { verdict: 'valid' }],
  ['stand and were signed in another order', backwards, backwards, NOT_DER],
  ['stand in another order than they were signed in', backwards, inOrder, NOT_DER],
  ['have a longer length than they need', longer, longer, NOT_DER],
  [
    'were signed in an order that nobody can know',
    inOrder,
    backwards,
    { verdict: 'invalid', because: 'signature_wrong' },
  ],
])('a signature whose attributes %s', async (_, standing, signed, integrity) => {
  const pdf = await signedOver(standing, signed);
  const { signatures } = await verifySignatures(pdf, { anchors: [anchor], now: new Date() });
  expect(signatures.map((each) => each.integrity)).toEqual([integrity]);
});

test('pdfsig takes attributes in the order in which they stand, whatever it is', async () => {
  const valid = async (standing: Arranged, signed: Arranged) =>
    (await pdfsig(await signedOver(standing, signed), authority.certificatePem)).map(
      (each) => each.valid,
    );
  expect(await valid(inOrder, inOrder)).toEqual([true]);
  expect(await valid(backwards, backwards)).toEqual([true]);
  expect(await valid(backwards, inOrder)).toEqual([false]);
});
