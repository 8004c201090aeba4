// Is it seen when somebody adds to a signed and sealed file, or puts other parts into it?
import { generateKeyPairSync } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import type { SigningKey } from '../../../../functions/signing/key.ts';
import { digestToSign, prepareSignature } from '../../../../functions/signing/sign/sign-pdf.ts';
import { signatureCms } from '../../../../functions/signing/sign/signature-cms.ts';
import { fillSlot } from '../../../../functions/signing/sign/signature-slot.ts';
import { verifySignatures } from '../../../../functions/signing/verify/verify-signatures.ts';
import { opensslSignCms } from '../../../support/files/pdf-tools.ts';
import { AGENCY, aKey, anchor, CHAIRMAN, signAndSeal, typstPdf } from '../signing-desk.ts';
import { lastOf, objectOf, rootOf, updated, withEntries } from './incremental-update.ts';
import { certificateFor } from './other-makers.ts';

let agency: SigningKey;
let signed: Uint8Array;
let sealed: Buffer;
let another: Buffer;
let wronglySealed: Uint8Array;

beforeAll(async () => {
  agency = await aKey(AGENCY, 'p-256');
  const keys = { chairman: await aKey(CHAIRMAN), agency };
  const blank = typstPdf();
  const now = new Date();
  const files = await signAndSeal(blank, keys, now);
  signed = files.signed;
  sealed = Buffer.from(files.sealed);
  another = Buffer.from((await signAndSeal(blank, keys, new Date(now.getTime() + 1_000))).sealed);
  wronglySealed = await sealByAnother(await aKey(AGENCY, 'p-256'));
});

/** With the agency's certificate, and a signature by another key. */
const sealByAnother = async (other: SigningKey) => {
  const wish = { pdf: signed, field: 'Seal', name: AGENCY.commonName, at: new Date() };
  const prepared = await prepareSignature({ ...wish, identity: agency });
  const signature = await other.signDigest(digestToSign(prepared));
  const cms = signatureCms(prepared.identity, prepared.attributes, signature);
  return fillSlot(prepared.pdf, prepared.byteRange, cms);
};

/** By a key that the authority certified for the agency, as a program of old would sign. */
const sealOver = async (hash: string) => {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const { byteRange, pdf } = await prepareSignature({
    pdf: signed,
    field: 'Seal',
    name: AGENCY.commonName,
    at: new Date(),
    identity: agency,
  });
  const content = Buffer.concat([pdf.subarray(0, byteRange[1]), pdf.subarray(byteRange[2])]);
  const pem = privateKey.export({ format: 'pem', type: 'pkcs8' }).toString();
  const certificate = certificateFor(privateKey, AGENCY.commonName);
  return fillSlot(pdf, byteRange, await opensslSignCms(content, pem, certificate, ['-md', hash]));
};

const verdictOf = async (pdf: Uint8Array) =>
  (await verifySignatures(pdf, { anchors: [anchor] })).file;

test('the file itself is valid', async () => {
  expect(await verdictOf(sealed)).toEqual({ verdict: 'valid' });
});

test.each([
  [
    'a page',
    () => ({
      [Number(lastOf(sealed, /\b(\d+) 0 obj\s*<<\s*\/Type \/Page\b/g)[1])]: '<< /Type /Page >>',
    }),
  ],
  ['an object that nothing needs', () => ({ 9000: '(nothing)' })],
  ['nothing at all', () => ({})],
])('an update of %s makes it invalid', async (_, objects) => {
  expect((await verdictOf(updated(sealed, objects()))).verdict).toBe('invalid');
});

const UNREADABLE = { verdict: 'invalid', because: 'content_after_last_signature' };

test.each([
  ['a catalog without pages', () => updated(sealed, { [rootOf(sealed)]: '<< /Type /Catalog >>' })],
  ['a catalog that is none', () => updated(sealed, { [rootOf(sealed)]: '(nothing)' })],
  [
    'data for checking that refer to themselves',
    () =>
      updated(sealed, {
        [rootOf(sealed)]: withEntries(objectOf(sealed, rootOf(sealed)), '/DSS 9000 0 R'),
        9000: '9000 0 R',
      }),
  ],
  [
    'a password',
    () =>
      updated(sealed, { 9000: '<< /Filter /Standard /V 9 >>' }, { trailer: '/Encrypt 9000 0 R' }),
  ],
  [
    'a table elsewhere',
    () => Buffer.concat([sealed, Buffer.from('startxref\n999999999\n%%EOF\n')]),
  ],
  ['more than a reader looks through', () => Buffer.concat([sealed, Buffer.alloc(4_096, 0x20)])],
])('a file that %s makes unreadable after its signatures is invalid', async (_, spoil) => {
  const { file, signatures } = await verifySignatures(spoil(), { anchors: [anchor] });
  expect(file).toEqual(UNREADABLE);
  expect(signatures.map(({ integrity }) => integrity.verdict)).toEqual(['valid', 'valid']);
});

const CONTENTS = /\/Contents <([0-9a-f]+)>/g;

test.each([
  [
    'moved here from another file',
    () => [...another.toString('latin1').matchAll(CONTENTS)].at(-1)?.[1] ?? '',
  ],
  [
    'that is the signer’s own',
    () => [...sealed.toString('latin1').matchAll(CONTENTS)][0]?.[1] ?? '',
  ],
  ['of zeros', () => '0'.repeat(lastOf(sealed, CONTENTS)[1]?.length ?? 0)],
])('a seal %s makes it invalid', async (_, contents) => {
  const { index } = lastOf(sealed, CONTENTS);
  const copy = Buffer.from(sealed);
  copy.write(contents(), index + '/Contents <'.length, 'latin1');
  expect(await verdictOf(copy)).toEqual({ verdict: 'invalid', because: 'signature_invalid' });
});

test('a seal whose hash is named by the algorithm of a signature makes it invalid', async () => {
  // As long as the name that stands there, and nothing that was signed.
  const [hash, signature] = ['0609608648016503040201', '06092a864886f70d01010b'];
  const { index, 0: contents } = lastOf(sealed, CONTENTS);
  const copy = Buffer.from(sealed);
  copy.write(contents.replaceAll(hash, signature), index, 'latin1');
  expect(copy.equals(sealed)).toBe(false);
  expect(await verdictOf(copy)).toEqual({ verdict: 'invalid', because: 'signature_invalid' });
});

test.each([
  ['without its seal’s /ByteRange', '/ByteRange', '/ByteRangX'],
  ['without its seal’s /Contents', '/Contents <', '/Contentz <'],
])('a file %s is invalid', async (_, word, other) => {
  const copy = Buffer.from(sealed);
  copy.write(other, sealed.lastIndexOf(word), 'latin1');
  expect((await verdictOf(copy)).verdict).toBe('invalid');
});

test.each([
  ['negative', '[0 -1 10 20]'],
  ['of six numbers', '[0 10 20 30 40 50]'],
  ['in the wrong order', '[900 10 0 20]'],
  ['beyond the end', '[0 1000 2000 99999999]'],
  ['that leaves out more than the seal', '[0 1000 60000 1000]'],
  ['of overlapping parts', '[0 5000 4000 9000]'],
])('a byte range %s makes it invalid', async (_, range) => {
  const { index, 0: old } = lastOf(sealed, /\/ByteRange \[[^\]]+\]/g);
  const copy = Buffer.from(sealed);
  copy.write(`/ByteRange ${range}`.padEnd(old.length), index, 'latin1');
  expect(await verdictOf(copy)).toEqual({ verdict: 'invalid', because: 'signature_invalid' });
});

test('a seal by another key than its certificate’s makes it invalid', async () => {
  expect(await verdictOf(wronglySealed)).toEqual({
    verdict: 'invalid',
    because: 'signature_invalid',
  });
});

test.each(['sha1', 'md5'])('a seal over %s makes it invalid', async (weak) => {
  expect(await verdictOf(await sealOver(weak))).toEqual({
    verdict: 'invalid',
    because: 'signature_invalid',
  });
});

test('the seal’s field without its signature makes it invalid', async () => {
  const field = /\b(\d+) 0 obj\s(?:(?!endobj)[\s\S])*?\/V \d+ 0 R/g;
  const number = Number(lastOf(sealed, field)[1]);
  const stripped = objectOf(sealed, number).replace(/\/V \d+ 0 R/, '');
  expect((await verdictOf(updated(sealed, { [number]: stripped }))).verdict).toBe('invalid');
});
