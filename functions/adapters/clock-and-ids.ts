// What time is it, and what is the next thing called? The machine's clock, and names that sort by when they were made.
import { randomBytes } from 'node:crypto';
import { instantOf } from '../domain/instant-of.ts';
import type { Clock, Ids } from '../use-cases/ports.ts';

/** Crockford's base 32, lower case: no i, l, o, u, so that an id can be read aloud. */
const DIGITS = '0123456789abcdefghjkmnpqrstvwxyz';

export const systemClock: Clock = { now: () => instantOf(Date.now()) };

/** 48 bits of milliseconds reach to the year 10889. */
const timeDigits = (milliseconds: number): string => {
  let rest = milliseconds;
  let digits = '';
  for (let place = 0; place < 10; place += 1) {
    digits = DIGITS.charAt(rest % 32) + digits;
    rest = Math.floor(rest / 32);
  }
  return digits;
};

/** Five random bits each. A byte modulo 32 favours no digit. */
const randomDigits = (count: number): string =>
  [...randomBytes(count)].map((byte) => DIGITS.charAt(byte % 32)).join('');

/** 26 digits, laid out like a ULID: 80 random bits, so that two ids of one millisecond do not meet. */
const nextName = (clock: Clock): string => timeDigits(Date.parse(clock.now())) + randomDigits(16);

export const idsBy = (clock: Clock): Ids => ({
  organization: () => `org_${nextName(clock)}`,
  report: () => `rpt_${nextName(clock)}`,
  submission: () => `sbm_${nextName(clock)}`,
  upload: () => `upl_${randomDigits(26)}`,
});
