// How much work may one file cause? Counted, not timed: the same file gets the same answer on every machine.
import type { KeyObject } from 'node:crypto';

/**
 * A unit is some 100 ns, about what reading one token of a PDF costs. The worst shapes take up to twice what they are
 * counted for, so that no file takes more than some two seconds (`npm run bench -- verifying` shows them). Twenty
 * signatures over 25 MB of scanned pages take a tenth of this, over ten thousand objects half of it.
 */
const MOST = 8_000_000;

/** What checking a signature value costs: RSA grows with the square of its length, and with its public exponent. */
const costOfCheck = ({ asymmetricKeyType, asymmetricKeyDetails = {} }: KeyObject): number => {
  const { modulusLength, publicExponent = 65_537n, namedCurve } = asymmetricKeyDetails;
  if (asymmetricKeyType === 'ec' && namedCurve === 'prime256v1') return 2_000;
  if (modulusLength === undefined) return 20_000;
  // 50 µs for the usual 2048 bits and exponent of 17.
  return 500 * (modulusLength / 2048) ** 2 * Math.max(1, publicExponent.toString(2).length / 17);
};

/** Thrown when a file asks for more work than a file may: its verdict is then that it cannot be judged. */
export class TooMuchWork extends Error {}

/** What is left to spend on one file; shared by all that works on it. */
export class Effort {
  readonly #most: number;
  #spent = 0;

  constructor(most = MOST) {
    this.#most = most;
  }

  /** Units so far. */
  get spent(): number {
    return this.#spent;
  }

  /** @throws TooMuchWork when nothing is left */
  spend(units: number): void {
    this.#spent += units;
    if (this.#spent > this.#most) throw new TooMuchWork();
  }

  /** To be called before each check by that key. */
  spendOnCheck(key: KeyObject): void {
    this.spend(costOfCheck(key));
  }

  /** The slowest hash that is known here goes 26 bytes a unit, SHA-256 over 100. */
  spendOnHash(bytes: number): void {
    this.spend(bytes / 40);
  }

  /** Looked at one by one. */
  spendOnBytes(bytes: number): void {
    this.spend(bytes / 16);
  }

  /** Passed over by the engine in search of a word: where every other byte looks like its beginning, 42 a unit. */
  spendOnSearch(bytes: number): void {
    this.spend(bytes / 42);
  }

  /** Copied, or compared with others. */
  spendOnCopy(bytes: number): void {
    this.spend(bytes / 250);
  }

  /**
   * Opening a certificate and its key takes OpenSSL some 60 µs, and to find that it is none is not much cheaper; reading
   * what it says takes longer the more it says.
   */
  spendOnCertificate({ length }: Uint8Array): void {
    this.spend(600);
    this.spendOnElements(length);
  }

  /** Cut into elements of ASN.1, the smallest ones that there are. */
  spendOnElements(bytes: number): void {
    this.spend(bytes * 2);
  }

  /** Whether the names and numbers of two certificates fit, without a look at the signature. */
  spendOnPair(): void {
    this.spend(50);
  }

  /** An exception and what led to it. */
  spendOnFailure(): void {
    this.spend(80);
  }
}
