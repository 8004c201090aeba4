// Does our verification see what was done to a file?

import { X509Certificate } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import {
  type VerificationOptions,
  verifySignatures,
} from '../../../functions/signing/verify/verify-signatures.ts';
import { makeTrialAuthority } from '../../../infra/local/trust-services/certificate-authority.ts';
import { AGENCY, aKey, anchor, CHAIRMAN, signAndSeal, typstPdf } from './signing-desk.ts';

const blank = typstPdf();
let signed: Uint8Array;
let sealed: Uint8Array;

beforeAll(async () => {
  const keys = { chairman: await aKey(CHAIRMAN), agency: await aKey(AGENCY, 'p-256') };
  ({ signed, sealed } = await signAndSeal(blank, keys));
});

const verify = (pdf: Uint8Array) => verifySignatures(pdf, { anchors: [anchor] });

/** The file with some bytes replaced, in place. */
const changed = (pdf: Uint8Array, place: number, bytes: string): Uint8Array => {
  const copy = Buffer.from(pdf);
  copy.write(bytes, place, 'latin1');
  return copy;
};

const placeOf = (pdf: Uint8Array, text: string, from = 0): number => {
  const place = Buffer.from(pdf).indexOf(text, from, 'latin1');
  if (place === -1) throw new Error(`${text} is not in the file`);
  return place;
};

describe('a signed and sealed file', () => {
  test('is valid, and says who signed what and when', async () => {
    const report = await verify(sealed);
    expect(report.file).toEqual({ verdict: 'valid' });
    expect(report.signatures).toMatchObject([
      {
        field: 'Signature1',
        signer: {
          commonName: 'Nguyễn Văn Minh (chứng thư thử nghiệm)',
          organization: 'UBND xã Sơn Trung',
          issuer: 'CA Trình Ký (chứng thư thử nghiệm)',
          serialNumber: expect.stringMatching(/^[0-9a-f]{32}$/),
          sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
        },
        claimedTime: expect.stringMatching(/Z$/),
        reason: 'Ký ban hành (số 118\\BC)',
        integrity: { verdict: 'valid' },
        trust: { verdict: 'valid' },
        coversWholeFile: false,
      },
      {
        field: 'Seal',
        signer: { commonName: 'UBND xã Sơn Trung (chứng thư thử nghiệm)' },
        integrity: { verdict: 'valid' },
        trust: { verdict: 'valid' },
        coversWholeFile: true,
      },
    ]);
  });

  test('cut back to its first signature has one, and lacks the seal', async () => {
    const report = await verify(sealed.subarray(0, signed.length));
    expect(report.signatures.map(({ field, verdict }) => [field, verdict])).toEqual([
      ['Signature1', 'valid'],
    ]);
    expect(report.emptyFields).toEqual(['Seal']);
    expect(report.file).toEqual({ verdict: 'invalid', because: 'seal_missing' });
  });

  test('that still waits for its seal is valid to whoever expects it', async () => {
    const report = await verifySignatures(signed, { anchors: [anchor], awaited: ['Seal'] });
    expect(report.file).toEqual({ verdict: 'valid' });
  });

  test('cut anywhere else is not valid', async () => {
    for (const length of [0, 1, 1000, blank.length, signed.length - 1, sealed.length - 1]) {
      const { file } = await verify(sealed.subarray(0, length));
      expect(file.verdict, `${length} bytes`).not.toBe('valid');
    }
  });

  test('with bytes appended is no longer covered', async () => {
    const { file } = await verify(Buffer.concat([sealed, Buffer.from('\n% thêm\n')]));
    expect(file).toEqual({ verdict: 'invalid', because: 'content_after_last_signature' });
  });

  test.each([
    ['in the text before the first signature', () => 2000],
    ['in the update of the first signature', () => blank.length + 10],
  ])('changed %s breaks both signatures', async (_, place) => {
    const report = await verify(changed(sealed, place(), 'XX'));
    expect(report.file.verdict).not.toBe('valid');
    for (const { integrity } of report.signatures) expect(integrity.verdict).toBe('invalid');
  });

  test('changed after the first signature breaks the seal alone', async () => {
    const date = placeOf(sealed, '/M (D:', signed.length);
    const report = await verify(changed(sealed, date + 9, '4'));
    expect(report.file).toEqual({ verdict: 'invalid', because: 'signature_invalid' });
    expect(report.signatures.map(({ integrity }) => integrity)).toEqual([
      { verdict: 'valid' },
      { verdict: 'invalid', because: 'document_changed' },
    ]);
  });

  test('with anything but zeros behind the signature is invalid', async () => {
    const end = placeOf(sealed, '0>', signed.length);
    const { signatures } = await verify(changed(sealed, end, '1'));
    expect(signatures[1]?.integrity).toEqual({ verdict: 'invalid', because: 'cms_malformed' });
  });

  test('with another byte range is invalid, whatever the range', async () => {
    const place = placeOf(sealed, '/ByteRange [', signed.length) + '/ByteRange ['.length;
    const end = placeOf(sealed, '\n', place);
    const holeStart = placeOf(sealed, '/Contents <', place) + '/Contents '.length;
    const holeEnd = placeOf(sealed, '>', holeStart) + 1;
    const rest = sealed.length - holeEnd;
    const ranges = {
      byte_range_not_from_start: [10, holeStart - 10, holeEnd, rest],
      byte_range_beyond_file: [0, holeStart, holeEnd, rest + 1],
      byte_range_malformed: [0, holeStart, holeEnd],
      hole_not_contents: [0, holeStart - 5, holeEnd, rest],
    };
    for (const [because, range] of Object.entries(ranges)) {
      const { signatures } = await verify(
        changed(sealed, place, `${range.join(' ')}]`.padEnd(end - place)),
      );
      const seal = signatures.find(({ field }) => field === 'Seal');
      expect(seal?.integrity, because).toEqual({ verdict: 'invalid', because });
    }
  });

  test('whose first signature stands in a later dictionary is invalid', async () => {
    // The same field again, in an update that claims an earlier time for the chairman's signature.
    const start = placeOf(signed, '/Type /Sig\n');
    const objectStart = Buffer.from(signed).lastIndexOf(' obj', start);
    const number = /(\d+) 0$/.exec(
      Buffer.from(signed.subarray(objectStart - 10, objectStart)).toString('latin1'),
    )?.[1];
    const dictionary = Buffer.from(signed)
      .subarray(objectStart - `${number} 0`.length, placeOf(signed, 'endobj', start) + 7)
      .toString('latin1')
      .replace(/\(D:\d{4}/, '(D:2020');
    const previous = /startxref\n(\d+)\n%%EOF\s*$/.exec(
      Buffer.from(signed).toString('latin1'),
    )?.[1];
    const trailer = /trailer\n<<([\s\S]*?)\/Prev \d+([\s\S]*?)>>\nstartxref/.exec(
      Buffer.from(signed.subarray(placeOf(signed, 'trailer', blank.length))).toString('latin1'),
    );
    const body = `\n${dictionary}`;
    const offset = String(signed.length + 1).padStart(10, '0');
    const table = `xref\n${number} 1\n${offset} 00000 n \n`;
    const forged = Buffer.concat([
      signed,
      Buffer.from(
        `${body}${table}trailer\n<<${trailer?.[1]}/Prev ${previous}${trailer?.[2]}>>\nstartxref\n${signed.length + body.length}\n%%EOF\n`,
        'latin1',
      ),
    ]);
    const report = await verify(forged);
    expect(report.file.verdict).toBe('invalid');
    expect(report.signatures[0]?.claimedTime).toMatch(/^2020/);
    expect(report.signatures[0]?.integrity).toEqual({
      verdict: 'invalid',
      because: 'hole_not_contents',
    });
  });
});

describe('trust', () => {
  test('is not judged when the issuer is unknown', async () => {
    const stranger = new X509Certificate(makeTrialAuthority().certificatePem).raw;
    const report = await verifySignatures(sealed, { anchors: [stranger] });
    expect(report.file).toEqual({ verdict: 'cannotJudge', because: 'signature_not_judged' });
    for (const { trust } of report.signatures) {
      expect(trust).toEqual({ verdict: 'cannotJudge', because: 'issuer_unknown' });
    }
  });

  test('ends with the certificate', async () => {
    const later = new Date(Date.now() + 5 * 365 * 24 * 3600 * 1000);
    const report = await verifySignatures(sealed, { anchors: [anchor], at: later });
    expect(report.signatures[0]?.trust).toEqual({
      verdict: 'invalid',
      because: 'certificate_expired',
    });
    expect(report.file).toEqual({ verdict: 'invalid', because: 'signature_invalid' });
  });

  test('does not begin before the certificate', async () => {
    const earlier = new Date('2020-01-01T00:00:00Z');
    const report = await verifySignatures(sealed, { anchors: [anchor], at: earlier });
    expect(report.signatures[0]?.trust).toMatchObject({ because: 'certificate_not_yet_valid' });
  });

  describe('in an authority that ended', () => {
    const HOUR_MS = 3_600_000;
    const endedAt = (ms: number) => ({
      anchors: [],
      former: [{ certificate: anchor, until: new Date(Date.now() + ms).toISOString() }],
    });
    const trustIn = async (asked: VerificationOptions) => {
      const { signatures } = await verifySignatures(sealed, asked);
      return signatures.map(({ trust }) => trust);
    };

    test('is kept for what it vouched for before, by whoever knows that the file has lain there since', async () => {
      const { file } = await verifySignatures(sealed, endedAt(HOUR_MS));
      expect(file).toEqual({ verdict: 'valid' });
    });

    test('is none for what was signed afterwards', async () => {
      for (const trust of await trustIn(endedAt(-HOUR_MS)))
        expect(trust).toEqual({ verdict: 'cannotJudge', because: 'issuer_unknown' });
    });

    test('is not had by claiming to have signed before', async () => {
      const now = new Date(Date.now() + 2 * HOUR_MS);
      for (const trust of await trustIn({ ...endedAt(HOUR_MS), now }))
        expect(trust).toEqual({ verdict: 'cannotJudge', because: 'distrusted_since' });
    });
  });

  test('of an authority that cannot be read is not judged', async () => {
    const report = await verifySignatures(sealed, { anchors: [new Uint8Array([1, 2, 3])] });
    expect(report.file).toEqual({ verdict: 'cannotJudge', because: 'anchor_unreadable' });
  });
});

describe('other input', () => {
  test('a PDF without a signature is not a valid one', async () => {
    expect(await verify(blank)).toEqual({
      file: { verdict: 'invalid', because: 'no_signature' },
      signatures: [],
      emptyFields: [],
      holdsUntil: null,
    });
  });

  test.each([
    ['nothing', ''],
    ['text', 'không phải PDF'],
    ['a header alone', '%PDF-1.7\n%%EOF'],
  ])('%s cannot be judged', async (_, text) => {
    const { file } = await verify(new TextEncoder().encode(text));
    expect(file.verdict).toBe('cannotJudge');
  });

  test('no single changed byte passes for valid', async () => {
    // A fixed stride over the whole file: headers, streams, dictionaries, tables and both holes.
    const STEPS = 150;
    for (let step = 0; step < STEPS; step += 1) {
      const place = Math.floor((step * sealed.length) / STEPS);
      const copy = Uint8Array.from(sealed);
      copy[place] = (copy[place] ?? 0) ^ 0x01;
      const { file } = await verify(copy);
      expect(file.verdict, `byte ${place}`).not.toBe('valid');
    }
  });
});
