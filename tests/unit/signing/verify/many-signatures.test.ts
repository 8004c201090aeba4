// Is an honest file judged however many signed it, and is what they all cover looked at once?
import { beforeAll, expect, test } from 'vitest';
import type { SigningKey } from '../../../../functions/signing/key.ts';
import { Effort } from '../../../../functions/signing/verify/effort.ts';
import { verifySignatures } from '../../../../functions/signing/verify/verify-signatures.ts';
import { signedByMany } from '../../../support/files/signed-by-many.ts';
import { aKey, anchor, CHAIRMAN } from '../signing-desk.ts';

/** As much as is taken, but for what the signatures add. */
const MEGABYTES_24 = 24 * 1024 * 1024;
const SIGNERS = 20;

let key: SigningKey;

beforeAll(async () => {
  key = await aKey(CHAIRMAN);
});

const judge = async (signers: number, length: number) => {
  const pdf = await signedByMany(key, signers, length);
  const effort = new Effort();
  const asked = { anchors: [anchor], now: new Date() };
  const { file, signatures } = await verifySignatures(pdf, asked, effort);
  return { file, signers: signatures.length, spent: effort.spent };
};

test('a file of 25 MB with twenty signatures is valid', async () => {
  expect(await judge(SIGNERS, MEGABYTES_24)).toMatchObject({
    file: { verdict: 'valid' },
    signers: SIGNERS,
  });
});

test('what several signatures cover is hashed once', async () => {
  const LENGTH = 400_000;
  const costOfLength = async (signers: number) =>
    (await judge(signers, LENGTH)).spent - (await judge(signers, 0)).spent;
  const [one, several] = [await costOfLength(1), await costOfLength(SIGNERS)];
  expect(one).toBeGreaterThan(LENGTH / 100);
  expect(several / one).toBeLessThan(1.1);
});
