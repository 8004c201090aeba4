// What is the digest of what a signature covers? Signatures added one after the other cover the same beginning of the
// file, so it is hashed once for all of them: twenty cost little more than one.
import type { Hash } from 'node:crypto';
import type { ByteRange } from '../sign/signature-slot.ts';
import { type HashName, newHash, optionsOf } from '../signature-algorithm.ts';
import { endOf } from './byte-range.ts';
import type { Effort } from './effort.ts';

type Beginning = { hash: Hash; length: number };

export class SignedDigests {
  readonly #pdf: Uint8Array;
  readonly #effort: Effort;
  /** How far the file has been hashed, by each algorithm. */
  readonly #beginnings = new Map<HashName, Beginning>();

  constructor(pdf: Uint8Array, effort: Effort) {
    this.#pdf = pdf;
    this.#effort = effort;
  }

  /** Cheap while holes are asked for in the order of the file. @throws TooMuchWork */
  digest(name: HashName, range: ByteRange): Uint8Array {
    const [, hole, holeEnd, rest] = range;
    const { hash } = this.#beginningUpTo(hole, name);
    this.#effort.spendOnHash(rest);
    const whole = hash.copy(optionsOf(name));
    return whole.update(this.#pdf.subarray(holeEnd, endOf(range))).digest();
  }

  #beginningUpTo(length: number, name: HashName): Beginning {
    const known = this.#beginnings.get(name);
    const begun = known && known.length <= length ? known : { hash: newHash(name), length: 0 };
    this.#effort.spendOnHash(length - begun.length);
    begun.hash.update(this.#pdf.subarray(begun.length, length));
    const beginning = { hash: begun.hash, length };
    this.#beginnings.set(name, beginning);
    return beginning;
  }
}
