// What does anyone learn of a file that they hand in? Who signed it, whether it is whole, and whether it is the one issued here.
import { X509Certificate } from 'node:crypto';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { idsBy } from '../../../../functions/adapters/clock-and-ids.ts';
import {
  LONGEST_SHOWN,
  VerificationView,
} from '../../../../functions/contracts/verification-view.ts';
import { sha256 } from '../../../../functions/domain/canonical-hash.ts';
import { UploadId } from '../../../../functions/domain/ids.ts';
import { instantOf } from '../../../../functions/domain/instant-of.ts';
import type { KnownFile } from '../../../../functions/domain/issued/known-file.ts';
import { verificationViewOf } from '../../../../functions/handlers/views/verification-view.ts';
import { signPdf } from '../../../../functions/signing/sign/sign-pdf.ts';
import type { Trusted } from '../../../../functions/signing/trusted.ts';
import type { Verdict } from '../../../../functions/use-cases/ports.ts';
import { readVerification } from '../../../../functions/use-cases/verification/read-verification.ts';
import { startVerification } from '../../../../functions/use-cases/verification/start-verification.ts';
import { anAuthority } from '../../../support/authorities.ts';
import { aWorld } from '../../../support/world.ts';
import {
  AGENCY,
  aKey,
  anchor,
  CHAIRMAN,
  FIELDS,
  signAndSeal,
  typstPdf,
} from '../../signing/signing-desk.ts';
import type { TestWorld } from '../office-day.ts';

let keys: { chairman: Awaited<ReturnType<typeof aKey>>; agency: Awaited<ReturnType<typeof aKey>> };
let sealed: Uint8Array;
let signed: Uint8Array;
beforeAll(async () => {
  keys = { chairman: await aKey(CHAIRMAN), agency: await aKey(AGENCY) };
  ({ sealed, signed } = await signAndSeal(typstPdf(), keys));
});

let world: TestWorld;
beforeEach(async () => {
  world = aWorld([anchor]);
  world.setTime(instantOf(Date.now()));
  await world.commit({ file: [issuedAs('pdf', sealed)] });
});

const issuedAs = (role: KnownFile['role'], bytes: Uint8Array): KnownFile => ({
  sha256: sha256(bytes),
  role,
  reportId: 'rpt_1',
  versionId: 'v1',
  organizationName: 'UBND xã Sơn Trung',
  number: 118,
  symbol: 'BC-UBND',
  date: '2026-03-02',
});

const verified = async (bytes: Uint8Array) => {
  const { uploadId, upload } = await startVerification(world);
  await world.working.writeOnce(upload.fields.key ?? '', bytes, 'application/pdf');
  return VerificationView.parse(verificationViewOf(await readVerification(world, uploadId)));
};

test('the issued file is valid, signature by signature, and is the one that was issued', async () => {
  const { issued, file, signatures } = await verified(sealed);

  expect(file).toEqual({ verdict: 'valid' });
  expect(issued).toMatchObject({ known: true, number: 118, symbol: 'BC-UBND', role: 'pdf' });
  expect(signatures).toMatchObject([
    {
      kind: 'certification',
      signer: { commonName: expect.stringContaining(CHAIRMAN.commonName) },
      provenTime: null,
      integrity: { verdict: 'valid' },
      trust: { verdict: 'valid' },
      revocation: { judgement: { because: 'revocation_not_embedded' } },
      coversWholeFile: false,
      permission: 2,
      changes: [{ kind: 'signature', count: 1 }],
      changesAllowed: { verdict: 'valid' },
    },
    { kind: 'signature', coversWholeFile: true, changes: [] },
  ]);
});

test('cut back to its first signature, the signature is valid, but the seal is missing and it is not the issued file', async () => {
  const { issued, file, signatures } = await verified(sealed.subarray(0, signed.length));

  expect(signatures.map(({ verdict }) => verdict)).toEqual(['valid']);
  expect(file).toEqual({ verdict: 'invalid', because: 'seal_missing' });
  expect(issued.known).toBe(false);
});

test('one changed byte is seen, and the file is not the issued one', async () => {
  const changed = Uint8Array.from(sealed);
  changed[2_000] = (changed[2_000] ?? 0) ^ 1;
  const { issued, file } = await verified(changed);

  expect(file.verdict).toBe('invalid');
  expect(issued.known).toBe(false);
});

describe('a signature whose certificate has expired since, without proof of its time,', () => {
  beforeEach(() => world.setTime(instantOf(Date.now() + 10 * 365 * 86_400_000)));

  test('is believed of the very file that was issued here, and has lain under lock', async () => {
    expect((await verified(sealed)).file).toEqual({ verdict: 'valid' });
  });

  test('is not believed of any other file', async () => {
    Object.assign(world, { knownFiles: { read: async () => null } });
    const { file, signatures } = await verified(sealed);

    expect(file).toEqual({ verdict: 'cannotJudge', because: 'signature_not_judged' });
    expect(signatures[0]?.trust).toEqual({ verdict: 'cannotJudge', because: 'expired_since' });
  });
});

test.each([
  ['an ended authority', 'distrusted_since'],
  ['an expired certificate', 'expired_since'],
] as const)(
  'an attachment under %s is believed no more than any other file: whoever holds the key may have signed it yesterday, with a time of their own choice',
  async (_, because) => {
    const HOUR_MS = 3_600_000;
    if (because === 'expired_since') world.setTime(instantOf(Date.now() + 10 * 365 * 24 * HOUR_MS));
    else {
      const until = instantOf(Date.now() + HOUR_MS);
      const trusted = { anchors: [], former: [{ certificate: anchor, until }] };
      Object.assign(world, { trust: { trusted: async () => trusted } });
      world.setTime(instantOf(Date.now() + 2 * HOUR_MS));
    }
    await world.commit({ file: [issuedAs('attachment', signed)] });

    const { issued, signatures } = await verified(signed);

    expect(issued).toMatchObject({ known: true, role: 'attachment' });
    expect(signatures).toMatchObject([{ trust: { verdict: 'cannotJudge', because } }]);
    // The document beside it was signed here, at that very time.
    expect((await verified(sealed)).file).toEqual({ verdict: 'valid' });
  },
);

describe('what was found of a file is told again, and the file judged once,', () => {
  const MINUTE_MS = 60_000;
  let judgings: Verdict[];
  beforeEach(() => {
    judgings = [];
    const { keep } = world.verdicts;
    Object.assign(world.verdicts, {
      keep: async (verdict: Verdict) => {
        judgings.push(verdict);
        await keep(verdict);
      },
    });
  });
  const later = (ms: number) => world.setTime(instantOf(Date.parse(world.clock.now()) + ms));
  const ended = (at: number): Trusted => ({
    anchors: [],
    former: [{ certificate: anchor, until: instantOf(at) }],
  });
  const trustIs = (trusted: Trusted) =>
    Object.assign(world, { trust: { trusted: async () => trusted } });

  test('for an hour, whoever uploads it', async () => {
    const first = await verified(sealed);
    later(59 * MINUTE_MS);

    expect(await verified(sealed)).toEqual(first);
    expect(judgings).toHaveLength(1);
    later(MINUTE_MS);
    expect(await verified(sealed)).toEqual(first);
    expect(judgings).toHaveLength(2);
  });

  test('and it is the kept words that are told', async () => {
    await verified(sealed);
    const [verdict] = judgings;
    if (verdict === undefined) throw new Error('it was kept');
    await world.verdicts.keep({ ...verdict, report: { ...verdict.report, signatures: [] } });

    expect((await verified(sealed)).signatures).toEqual([]);
  });

  test.each<[string, () => unknown]>([
    ['another authority is trusted as well', () => trustIs({ anchors: [anchor, anAuthority()] })],
    ['its authority has ended', () => trustIs(ended(Date.now() - MINUTE_MS))],
    ['its authority ended earlier than was said', () => trustIs(ended(Date.now() - 2 * MINUTE_MS))],
    ['it has been issued since', () => world.commit({ file: [issuedAs('pdf', signed)] })],
    ['the code is another', () => Object.assign(world.verdicts, { code: 'the next version' })],
    ['it was kept by a clock that goes ahead', () => later(-1)],
    ['nothing can be read of it', () => Object.assign(world.verdicts, { find: async () => null })],
  ])('but is judged anew when %s', async (why, change) => {
    if (why.includes('earlier')) trustIs(ended(Date.now() - MINUTE_MS));
    await verified(signed);
    change();
    await verified(signed);

    expect(judgings).toHaveLength(2);
    expect(judgings[0]?.by === judgings[1]?.by).toBe(/clock|nothing/.test(why));
  });

  test('but not beyond the moment at which a certificate ends: a second later it may be another verdict', async () => {
    const ends = [anchor, keys.chairman.certificate].map((der) =>
      new X509Certificate(der).validToDate.getTime(),
    );
    world.setTime(instantOf(Math.min(...ends) - 1_000));
    await verified(signed);

    expect(judgings[0]).toMatchObject({ until: instantOf(Date.parse(world.clock.now()) + 1_000) });
    later(2_000);
    expect((await verified(signed)).signatures).toMatchObject([
      { trust: { because: 'expired_since' } },
    ]);
  });

  test('nor at all when nobody says when it was signed: it is judged at the moment of asking', async () => {
    const words = Buffer.from(signed).toString('latin1');
    const timeless = words.replace(/\/M \(D:[^)]*\)/, (said) => said.replace('/M', '/X'));
    expect(timeless).not.toBe(words);
    await verified(Buffer.from(timeless, 'latin1'));

    expect(judgings).toEqual([]);
  });
});

test('what a stranger wrote into a file is shown no longer than a name is', async () => {
  const { pdf } = await signPdf({
    pdf: typstPdf(),
    key: keys.chairman,
    field: 'Signature1',
    name: CHAIRMAN.commonName,
    reason: 'x'.repeat(5_000),
    at: new Date(),
    newFields: FIELDS,
  });
  const { signatures } = await verified(pdf);

  expect(signatures[0]?.reason).toHaveLength(LONGEST_SHOWN);
});

describe('refused is', () => {
  test('asking before anything was uploaded', async () => {
    const { uploadId } = await startVerification(world);

    await expect(readVerification(world, uploadId)).rejects.toMatchObject({
      code: 'file_not_found',
    });
  });

  test.each([
    ['a Word file', 'PK\u0003\u0004'],
    ['text', 'không phải PDF'],
  ])('%s', async (_, text) => {
    await expect(verified(new TextEncoder().encode(text))).rejects.toMatchObject({
      code: 'file_not_pdf',
    });
  });
});

test('what only says that it is a PDF cannot be judged', async () => {
  const { file, signatures } = await verified(new TextEncoder().encode('%PDF-1.7 rồi thôi'));

  expect(file).toEqual({ verdict: 'cannotJudge', because: 'file_unreadable' });
  expect(signatures).toEqual([]);
});

test('an upload has a name that nobody can guess', () => {
  const ids = idsBy(world.clock);
  const one = UploadId.parse(ids.upload());

  // Two of the same moment have nothing in common: no part of the name is the time.
  expect(one.slice(0, 12)).not.toBe(ids.upload().slice(0, 12));
});

// ISO 8601 says years with four digits, and so does the schema; a zone moves the last and the first of them out of it.
test.each(["99991231235959-12'00'", "00000101000000+14'00'"])(
  'a moment beyond the years that there are is no moment: %s',
  async (written) => {
    const claimed = Buffer.from(signed).toString('latin1');
    const changed = claimed.replace(/D:\d{14}[+]07'00'/, `D:${written}`);
    expect(changed).not.toBe(claimed);
    const { signatures } = await verified(Buffer.from(changed, 'latin1'));

    expect(signatures).toHaveLength(1);
  },
);
