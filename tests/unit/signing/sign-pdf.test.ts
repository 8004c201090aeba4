// Do other people's programs believe the signatures that we make?
import { beforeAll, describe, expect, test } from 'vitest';
import { signedBytes } from '../../../functions/signing/byte-range.ts';
import { type FoundSignature, findSignatures } from '../../../functions/signing/find-signatures.ts';
import type { SigningKey } from '../../../functions/signing/key.ts';
import {
  completeSignature,
  digestToSign,
  prepareSignature,
  signPdf,
} from '../../../functions/signing/sign-pdf.ts';
import type { KeyKind } from '../../../infra/local/demo-authority.ts';
import { opensslVerifyCms, pdfinfo, pdfsig, qpdfCheck } from '../../support/pdf-tools.ts';
import { AGENCY, aKey, authority, CHAIRMAN, signAndSeal, typstPdf } from './signing-desk.ts';

const blank = typstPdf();

async function signaturesOf(pdf: Uint8Array): Promise<FoundSignature[]> {
  const found = await findSignatures(pdf);
  if (!found.readable) throw new Error(found.because);
  return found.signatures;
}

describe.each<{ chairman: KeyKind; agency: KeyKind }>([
  { chairman: 'rsa-2048', agency: 'p-256' },
  { chairman: 'p-256', agency: 'rsa-2048' },
])('signed with $chairman and sealed with $agency', (kinds) => {
  let keys: { chairman: SigningKey; agency: SigningKey };
  let signed: Uint8Array;
  let sealed: Uint8Array;

  beforeAll(async () => {
    keys = {
      chairman: await aKey(CHAIRMAN, kinds.chairman),
      agency: await aKey(AGENCY, kinds.agency),
    };
    ({ signed, sealed } = await signAndSeal(blank, keys));
  });

  test('pdfsig finds two valid, trusted signatures, the second over the whole file', async () => {
    const common = { valid: true, trusted: true, type: 'ETSI.CAdES.detached' };
    expect(await pdfsig(sealed, authority.certificatePem)).toEqual([
      { ...common, wholeFile: false, signer: 'Nguyễn Văn Minh (chứng thư thử nghiệm)' },
      { ...common, wholeFile: true, signer: 'UBND xã Sơn Trung (chứng thư thử nghiệm)' },
    ]);
  });

  test('openssl verifies both, and the certificate that each names', async () => {
    for (const { byteRange, contents } of await signaturesOf(sealed)) {
      const [start = 0, length = 0, holeEnd = 0, rest = 0] = byteRange;
      const content = Buffer.concat(signedBytes(sealed, [start, length, holeEnd, rest]));
      // openssl wants the CMS without the zeros behind it: a SEQUENCE with a length of two bytes.
      const cms = contents.subarray(0, 4 + Buffer.from(contents).readUInt16BE(2));
      const verified = await opensslVerifyCms(cms, content, authority.certificatePem);
      expect(verified).toMatchObject({
        exitCode: 0,
        output: expect.stringContaining('CAdES Verification successful'),
      });
    }
  });

  test('the file stays sound, tagged PDF 1.7 that claims PDF/A-2a', async () => {
    expect(await qpdfCheck(sealed)).toMatchObject({ exitCode: 0 });
    expect(await pdfinfo(sealed)).toMatchObject({
      Tagged: 'yes',
      Pages: '2',
      'PDF version': '1.7',
    });
    const metadata = Buffer.from(sealed).toString('latin1');
    expect(metadata).toContain('<pdfaid:part>2</pdfaid:part>');
    expect(metadata).toContain('<pdfaid:conformance>A</pdfaid:conformance>');
  });

  test('each signature is one update that changes no earlier byte', () => {
    expect(Buffer.from(signed.subarray(0, blank.length)).equals(blank)).toBe(true);
    expect(Buffer.from(sealed.subarray(0, signed.length)).equals(signed)).toBe(true);
    for (const update of [signed.subarray(blank.length), sealed.subarray(signed.length)]) {
      expect(Buffer.from(update).toString('latin1').match(/%%EOF/g)).toHaveLength(1);
    }
  });
});

describe('a signature', () => {
  test('claims its time on the clock of Vietnam in /M, and nowhere else', async () => {
    const at = new Date(Math.floor(Date.now() / 1000) * 1000);
    const { sealed } = await signAndSeal(
      blank,
      { chairman: await aKey(CHAIRMAN), agency: await aKey(AGENCY) },
      at,
    );
    const SIGNING_TIME = Buffer.from('2a864886f70d010905', 'hex');
    for (const { claimedTime, contents } of await signaturesOf(sealed)) {
      expect(claimedTime).toEqual(at);
      expect(Buffer.from(contents).includes(SIGNING_TIME)).toBe(false);
    }
    expect(Buffer.from(sealed).toString('latin1')).toMatch(/\/M \(D:\d{14}\+07'00'\)/);
  });

  test('keeps name and reason as they are written', async () => {
    const { signed } = await signAndSeal(blank, {
      chairman: await aKey(CHAIRMAN),
      agency: await aKey(AGENCY),
    });
    expect(await signaturesOf(signed)).toMatchObject([
      { field: 'Signature1', name: 'Nguyễn Văn Minh', reason: 'Ký ban hành (số 118\\BC)' },
    ]);
  });

  test('can be prepared here, made elsewhere and completed later', async () => {
    const key = await aKey(CHAIRMAN, 'p-256');
    const wish = { pdf: blank, identity: key, field: 'Signature1', name: 'x', at: new Date() };
    const prepared = await prepareSignature(wish);
    const waited = structuredClone(prepared);
    const signed = completeSignature(waited, await key.signDigest(digestToSign(waited)));
    expect(await pdfsig(signed, authority.certificatePem)).toMatchObject([{ valid: true }]);
  });

  test('by a key that is not the certificate’s is refused', async () => {
    const { signDigest } = await aKey(AGENCY);
    const key = { ...(await aKey(CHAIRMAN)), signDigest };
    const wish = { pdf: blank, key, field: 'Signature1', name: 'x', at: new Date() };
    await expect(signPdf(wish)).rejects.toMatchObject({ code: 'certificate_key_mismatch' });
  });

  test('that is garbage is refused', async () => {
    const key = { ...(await aKey(CHAIRMAN)), signDigest: async () => new Uint8Array(256) };
    const wish = { pdf: blank, key, field: 'Signature1', name: 'x', at: new Date() };
    await expect(signPdf(wish)).rejects.toMatchObject({ code: 'certificate_key_mismatch' });
  });

  test('does not go into a field that is signed already', async () => {
    const key = await aKey(CHAIRMAN);
    const wish = { key, field: 'Signature1', name: 'x', at: new Date() };
    const signed = await signPdf({ ...wish, pdf: blank });
    await expect(signPdf({ ...wish, pdf: signed })).rejects.toThrow('signed already');
  });

  test('is not confused by a reason that imitates the empty slot', async () => {
    const key = await aKey(CHAIRMAN);
    const reason = '/ByteRange [0 9999999999 9999999999 9999999999]';
    const wish = { pdf: blank, key, field: 'Signature1', name: 'x', reason, at: new Date() };
    await expect(signPdf(wish)).rejects.toThrow('not exactly one empty signature');
  });

  test('is not put into what is no PDF', async () => {
    const pdf = new TextEncoder().encode('không phải PDF');
    const wish = { pdf, key: await aKey(CHAIRMAN), field: 'Signature1', name: 'x', at: new Date() };
    await expect(signPdf(wish)).rejects.toThrow();
  });
});
