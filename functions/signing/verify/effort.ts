// How much work may one file cause? Counted, not timed: the same file gets the same answer on every machine.
import type { KeyObject } from 'node:crypto';

/**
 * One unit is about what reading one token of a PDF costs, some 100 ns: all of them are half a second, and one and a half
 * at the worst that was found. A megabyte of small objects, the most that is usual, takes a quarter of a million.
 */
const MOST = 4_000_000;

/** What checking a signature value costs: RSA grows with the square of its length, and with its public exponent. */
function costOfCheck({ asymmetricKeyType, asymmetricKeyDetails = {} }: KeyObject): number {
  const { modulusLength, publicExponent = 65_537n, namedCurve } = asymmetricKeyDetails;
  if (asymmetricKeyType === 'ec' && namedCurve === 'prime256v1') return 2_000;
  if (modulusLength === undefined) return 20_000;
  // 50 µs for the usual 2048 bits and exponent of 17.
  return 500 * (modulusLength / 2048) ** 2 * Math.max(1, publicExponent.toString(2).length / 17);
}

/** Thrown when a file asks for more work than a file may: its verdict is then that it cannot be judged. */
export class TooMuchWork extends Error {}

/** What is left to spend on one file; shared by all that works on it. */
export class Effort {
  #left = MOST;
  /** @throws TooMuchWork when nothing is left */
  spend(units: number): void {
    this.#left -= units;
    if (this.#left < 0) throw new TooMuchWork();
  }

  /** To be called before each check by that key. */
  spendOnCheck(key: KeyObject): void {
    this.spend(costOfCheck(key));
  }

  /** Hashing goes some 40 bytes a unit. */
  spendOnHash(bytes: number): void {
    this.spend(bytes / 40);
  }
}
