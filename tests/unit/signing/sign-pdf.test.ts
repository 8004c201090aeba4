// Do other people's programs believe the signatures that we make?
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { timestampServerAt } from '../../../functions/adapters/timestamp-server.ts';
import {
  completeSignature,
  digestToSign,
  prepareSignature,
  signPdf,
} from '../../../functions/signing/sign/sign-pdf.ts';
import type { KeyKind } from '../../../infra/local/trust-services/certificate-authority.ts';
import { startTimestampServer } from '../../../infra/local/trust-services/timestamp-server.ts';
import { pdfinfo, pdfsig } from '../../support/files/pdf-tools.ts';
import { expectOthersAgree, signaturesOf } from './other-judges.ts';
import {
  AGENCY,
  aKey,
  authority,
  CHAIRMAN,
  FIELDS,
  signAndSeal,
  typstPdf,
} from './signing-desk.ts';

const blank = typstPdf();
const WISH = { field: 'Signature1', name: 'x', at: new Date(), newFields: FIELDS };

let timestamps: { url: string; stop(): Promise<void> };
beforeAll(async () => {
  timestamps = await startTimestampServer(authority.issueTimestampKey());
});
afterAll(() => timestamps.stop());

describe.each<{ chairman: KeyKind; agency: KeyKind; proof: string }>([
  { chairman: 'rsa-2048', agency: 'p-256', proof: 'without timestamps' },
  { chairman: 'p-256', agency: 'rsa-2048', proof: 'without timestamps' },
  { chairman: 'rsa-2048', agency: 'p-256', proof: 'with timestamps' },
  { chairman: 'p-256', agency: 'rsa-2048', proof: 'with timestamps' },
])('signed with $chairman and sealed with $agency $proof', ({ proof, ...kinds }) => {
  let signed: Uint8Array;
  let sealed: Uint8Array;

  beforeAll(async () => {
    const keys = {
      chairman: await aKey(CHAIRMAN, kinds.chairman),
      agency: await aKey(AGENCY, kinds.agency),
    };
    const servers = proof === 'with timestamps' ? [timestampServerAt(timestamps.url)] : [];
    const timestamping = { servers, whenNoneAnswers: 'goOn' as const };
    ({ signed, sealed } = await signAndSeal(blank, keys, new Date(), timestamping));
  });

  test('pdfsig, openssl and qpdf take both signatures for valid and trusted', async () => {
    await expectOthersAgree(signed, [CHAIRMAN.commonName]);
    await expectOthersAgree(sealed, [CHAIRMAN.commonName, AGENCY.commonName]);
  });

  test('the file stays tagged PDF 1.7 that claims PDF/A-2a, and claims PDF/UA-1', async () => {
    expect(await pdfinfo(sealed)).toMatchObject({
      Tagged: 'yes',
      Pages: '2',
      'PDF version': '1.7',
    });
    const metadata = Buffer.from(sealed.subarray(blank.length)).toString('latin1');
    expect(metadata).toContain('<pdfaid:part>2</pdfaid:part>');
    expect(metadata).toContain('<pdfaid:conformance>A</pdfaid:conformance>');
    expect(metadata).toContain('>1</pdfuaid:part>');
    expect(metadata).toContain('/DisplayDocTitle true');
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
    const wish = { pdf: blank, identity: key, ...WISH };
    const prepared = await prepareSignature(wish);
    const waited = structuredClone(prepared);
    const { pdf: signed } = await completeSignature(
      waited,
      await key.signDigest(digestToSign(waited)),
    );
    expect(await pdfsig(signed, authority.certificatePem)).toMatchObject([{ valid: true }]);
  });

  test('by a key that is not the certificate’s is refused', async () => {
    const { signDigest } = await aKey(AGENCY);
    const key = { ...(await aKey(CHAIRMAN)), signDigest };
    const wish = { pdf: blank, key, ...WISH };
    await expect(signPdf(wish)).rejects.toMatchObject({ code: 'certificate_key_mismatch' });
  });

  test('that is garbage is refused', async () => {
    const key = { ...(await aKey(CHAIRMAN)), signDigest: async () => new Uint8Array(256) };
    const wish = { pdf: blank, key, ...WISH };
    await expect(signPdf(wish)).rejects.toMatchObject({ code: 'certificate_key_mismatch' });
  });

  test('does not go into a field that is signed already', async () => {
    const key = await aKey(CHAIRMAN);
    const { pdf } = await signPdf({ ...WISH, key, pdf: blank });
    const again = { field: 'Signature1', name: 'x', at: new Date() };
    await expect(signPdf({ ...again, key, pdf })).rejects.toThrow('signed already');
  });

  test('is not confused by a reason that imitates the empty slot', async () => {
    const key = await aKey(CHAIRMAN);
    const reason = '/ByteRange [0 9999999999 9999999999 9999999999]';
    const { pdf } = await signPdf({ ...WISH, pdf: blank, key, reason });
    expect(await pdfsig(pdf, authority.certificatePem)).toMatchObject([{ valid: true }]);
  });

  test('is not put into what is no PDF', async () => {
    const pdf = new TextEncoder().encode('không phải PDF');
    const wish = { pdf, key: await aKey(CHAIRMAN), ...WISH };
    await expect(signPdf(wish)).rejects.toThrow();
  });
});
