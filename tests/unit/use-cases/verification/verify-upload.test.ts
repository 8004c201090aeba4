// What does anyone learn of a file that they hand in? Who signed it, whether it is whole, and whether it is the one issued here.
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
import { readVerification } from '../../../../functions/use-cases/verification/read-verification.ts';
import { startVerification } from '../../../../functions/use-cases/verification/start-verification.ts';
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
