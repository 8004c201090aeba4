// Which bytes do hexadecimal digits stand for, in a string and in a filter alike? ISO 32000-1, 7.3.4.3 and 7.4.2.
import type { Effort } from '../effort.ts';
import { Malformed } from './object.ts';

export type Hexadecimal = {
  bytes: Uint8Array;
  /** Two digits for each of them, and nothing else. */
  isPlain: boolean;
};

/**
 * White space between the digits says nothing, and a last digit that is alone stands for two.
 *
 * @throws Malformed where anything else stands there
 */
export const readHexadecimal = (digits: Uint8Array, effort: Effort): Hexadecimal => {
  effort.spend(digits.length / CONVERTED);
  const all = Buffer.from(digits.buffer, digits.byteOffset, digits.length);
  const plain = Buffer.from(all.toString('latin1'), 'hex');
  if (plain.length * 2 === digits.length) return { bytes: plain, isPlain: true };
  effort.spendOnBytes(digits.length);
  const kept = Buffer.alloc(digits.length + 1);
  let length = 0;
  for (const byte of digits) {
    if (WHITE.has(byte)) continue;
    kept[length] = byte;
    length += 1;
  }
  if (length % 2 === 1) {
    kept[length] = ZERO;
    length += 1;
  }
  const bytes = Buffer.from(kept.toString('latin1', 0, length), 'hex');
  if (bytes.length * 2 !== length) throw new Malformed('not hexadecimal');
  return { bytes, isPlain: false };
};

/** Digits that the engine turns into bytes, in a unit of effort. */
const CONVERTED = 100;

const WHITE = new Set([0, 9, 10, 12, 13, 32]);
const ZERO = 48;
