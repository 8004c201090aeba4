// What time is it, and what is the next thing called? The machine's clock, and names that sort by when they were made.
import { randomBytes } from 'node:crypto';
import type { Clock, Ids } from '../use-cases/ports.ts';

/** Crockford's base 32, lower case: no i, l, o, u, so that an id can be read aloud. */
const DIGITS = '0123456789abcdefghjkmnpqrstvwxyz';

export const systemClock: Clock = { now: () => new Date().toISOString() };

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

/** 80 random bits: two ids of one millisecond do not meet. A byte modulo 32 favours no digit. */
const randomDigits = (): string =>
  [...randomBytes(16)].map((byte) => DIGITS.charAt(byte % 32)).join('');

/** 26 digits, laid out like a ULID. */
const nextName = (clock: Clock): string => timeDigits(Date.parse(clock.now())) + randomDigits();

export const idsBy = (clock: Clock): Ids => ({
  report: () => `rpt_${nextName(clock)}`,
  submission: () => `sbm_${nextName(clock)}`,
});
