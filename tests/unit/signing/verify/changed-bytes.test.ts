// Is every changed byte of a signed and sealed file seen?
import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { verifySignatures } from '../../../../functions/signing/verify/verify-signatures.ts';
import { timestampReply } from '../../../../infra/local/trust-services/timestamp-server.ts';
import {
  AGENCY,
  aKey,
  anchor,
  authority,
  CHAIRMAN,
  signAndSeal,
  typstPdf,
} from '../signing-desk.ts';

/** The same places and values in every run. */
const chance = function* (seed: number): Generator<number, never> {
  for (let state = seed; ; ) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    yield state / 2 ** 32;
  }
};

let sealed: Uint8Array;
/** Where the seal's hexadecimal digits stand, padding left out: the one signature that nothing else covers. */
let digits: number[];

beforeAll(async () => {
  const keys = { chairman: await aKey(CHAIRMAN), agency: await aKey(AGENCY, 'p-256') };
  const timestampKey = authority.issueTimestampKey();
  const server = {
    name: 'here',
    ask: async (query: Uint8Array) => timestampReply(query, timestampKey, new Date()),
  };
  const timestamping = { servers: [server], whenNoneAnswers: 'refuse' as const };
  ({ sealed } = await signAndSeal(typstPdf(), keys, new Date(), timestamping));
  const text = Buffer.from(sealed).toString('latin1');
  const [seal] = [...text.matchAll(/\/Contents <([0-9a-f]+?)(?:00)*>/g)].slice(-1);
  const start = (seal?.index ?? 0) + '/Contents <'.length;
  digits = Array.from({ length: seal?.[1]?.length ?? 0 }, (_, at) => start + at);
});

const verdictWith = async (place: number, byte: number) => {
  const copy = Uint8Array.from(sealed);
  copy[place] = byte;
  const { file } = await verifySignatures(copy, { anchors: [anchor] });
  return file.verdict;
};

const isHexDigit = (byte: number) => /[0-9a-fA-F]/.test(String.fromCharCode(byte));

/** Letters of hexadecimal strings may be large or small: nothing that is signed is written otherwise then. */
const isOtherCase = (one: number, other: number) =>
  one !== other && isHexDigit(one) && (one ^ other) === 0x20 && isHexDigit(other);

/** A verification costs some milliseconds: a quick run tries a quarter of the places, always the same. */
const TRIED = process.env.SLOW ? 1 : 1 / 4;

describe('a byte that is changed', () => {
  test('anywhere in the file makes it invalid', async () => {
    const random = chance(118);
    const passed: string[] = [];
    for (let round = 0; round < 2_000 * TRIED; round += 1) {
      const place = Math.floor(random.next().value * sealed.length);
      const old = sealed[place] ?? 0;
      const byte = old ^ (1 + Math.floor(random.next().value * 255));
      const verdict = await verdictWith(place, byte);
      const isHarmless = digits.includes(place) && isOtherCase(old, byte);
      if (verdict !== (isHarmless ? 'valid' : 'invalid'))
        passed.push(`${place}: ${old} → ${byte}: ${verdict}`);
    }
    expect(passed).toEqual([]);
  });

  test('within the signature itself makes it invalid, digit by digit', async () => {
    const random = chance(30);
    const passed: string[] = [];
    for (let round = 0; round < 500 * TRIED; round += 1) {
      const place = digits[Math.floor(random.next().value * digits.length)] ?? 0;
      const old = Number.parseInt(String.fromCharCode(sealed[place] ?? 0), 16);
      const digit = (old ^ (1 + Math.floor(random.next().value * 15))).toString(16);
      const verdict = await verdictWith(place, digit.charCodeAt(0));
      if (verdict !== 'invalid')
        passed.push(`${place}: ${old.toString(16)} → ${digit}: ${verdict}`);
    }
    expect(passed).toEqual([]);
  });
});

test('the letter case of the seal’s digits is all that may differ, and then the file is another one', async () => {
  const copy = Uint8Array.from(sealed);
  for (const place of digits) {
    copy[place] = String.fromCharCode(sealed[place] ?? 0)
      .toUpperCase()
      .charCodeAt(0);
  }
  const { file } = await verifySignatures(copy, { anchors: [anchor] });
  expect(file).toEqual({ verdict: 'valid' });
  const hash = (pdf: Uint8Array) => createHash('sha256').update(pdf).digest('hex');
  expect(hash(copy)).not.toBe(hash(sealed));
});
