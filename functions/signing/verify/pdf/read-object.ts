// Which value stands at a place of a PDF? The syntax of ISO 32000-1, 7.2 and 7.3, within bounds.
import type { Effort } from '../effort.ts';
import { readHexadecimal } from './hexadecimal.ts';
import { Dict, Malformed, Name, Ref, Text, type Value } from './object.ts';

/** Deeper nesting than any honest file has; it bounds the recursion. */
const DEEPEST = 50;

const SPACE = 1;
const DELIMITER = 2;
/** The class of each byte: white space, delimiter, or regular (tables 1 and 2). */
const KIND = new Uint8Array(256);
for (const byte of [0, 9, 10, 12, 13, 32]) KIND[byte] = SPACE;
for (const sign of '()<>[]{}/%') KIND[sign.charCodeAt(0)] = DELIMITER;

const code = (sign: string): number => sign.charCodeAt(0);
const [SLASH, LEFT, RIGHT, OPEN, CLOSE] = [code('/'), code('<'), code('>'), code('('), code(')')];
const [OPEN_ARRAY, CLOSE_ARRAY, PERCENT, BACKSLASH, HASH] = [
  code('['),
  code(']'),
  code('%'),
  code('\\'),
  code('#'),
];

const [LINE_FEED, RETURN] = [10, 13];

/** Reads values one after the other from `bytes`, not beyond `end`. */
export class ObjectReader {
  place: number;
  readonly bytes: Uint8Array;
  readonly end: number;
  readonly #effort: Effort;
  readonly #decrypt: ((raw: Uint8Array) => Uint8Array) | undefined;
  readonly #hasSpans: boolean;

  constructor(
    bytes: Uint8Array,
    effort: Effort,
    {
      place = 0,
      end = bytes.length,
      decrypt,
      hasSpans = true,
    }: {
      place?: number;
      end?: number;
      decrypt?: ((raw: Uint8Array) => Uint8Array) | undefined;
      /** Whether places in `bytes` are places in the file. */
      hasSpans?: boolean;
    } = {},
  ) {
    this.bytes = bytes;
    this.place = place;
    this.end = Math.min(end, bytes.length);
    this.#effort = effort;
    this.#decrypt = decrypt;
    this.#hasSpans = hasSpans;
  }

  /** @throws Malformed when no value stands here */
  value(depth = 0): Value {
    this.#effort.spend(1);
    this.skipSpace();
    const first = this.#byte(this.place);
    if (first === SLASH) return this.#name();
    if (first === OPEN) return this.#literal();
    if (first === OPEN_ARRAY) return this.#array(depth);
    if (first === LEFT) {
      return this.#byte(this.place + 1) === LEFT ? this.#dict(depth) : this.#hexadecimal();
    }
    const word = this.word();
    if (word === '') throw new Malformed('no value');
    if (word === 'null') return null;
    if (word === 'true') return true;
    if (word === 'false') return false;
    const number = numberOf(word);
    return Number.isInteger(number) && number >= 0 ? this.#refOr(number) : number;
  }

  /** The regular characters from here on, none if a delimiter stands here. */
  word(): string {
    this.skipSpace();
    const start = this.place;
    while (this.place < this.end && KIND[this.#byte(this.place)] === 0) this.place += 1;
    this.#effort.spendOnBytes(this.place - start);
    if (this.place - start > LONGEST_WORD) throw new Malformed('word too long');
    return latin1(this.bytes, start, this.place);
  }

  /** White space and comments. */
  skipSpace(): void {
    const start = this.place;
    while (this.place < this.end) {
      const byte = this.#byte(this.place);
      if (byte === PERCENT) {
        while (
          this.place < this.end &&
          this.#byte(this.place) !== 10 &&
          this.#byte(this.place) !== 13
        )
          this.place += 1;
      } else if (KIND[byte] === SPACE) this.place += 1;
      else break;
    }
    if (this.place - start > 16) this.#effort.spendOnBytes(this.place - start);
  }

  #byte(place: number): number {
    return place < this.end ? (this.bytes[place] ?? -1) : -1;
  }

  /** `12 0 R`, or the number 12 alone. */
  #refOr(number: number): number | Ref {
    const back = this.place;
    this.skipSpace();
    const start = this.place;
    while (isDigit(this.#byte(this.place))) this.place += 1;
    const generation = this.place - start;
    if (generation > 0 && generation <= 5) {
      const text = latin1(this.bytes, start, this.place);
      this.skipSpace();
      const after = this.#byte(this.place + 1);
      if (this.#byte(this.place) === code('R') && (after === -1 || KIND[after] !== 0)) {
        this.place += 1;
        return new Ref(number, Number(text));
      }
    }
    this.place = back;
    return number;
  }

  #name(): Name {
    const start = this.place + 1;
    this.place = start;
    let escaped = false;
    while (this.place < this.end && KIND[this.#byte(this.place)] === 0) {
      escaped ||= this.#byte(this.place) === HASH;
      this.place += 1;
    }
    this.#effort.spendOnBytes(this.place - start);
    const text = latin1(this.bytes, start, this.place);
    if (!escaped) return new Name(text);
    // Each escape is a call.
    this.#effort.spend(text.length);
    return new Name(
      text.replaceAll(/#([0-9A-Fa-f]{2})/g, (_, hex: string) =>
        String.fromCharCode(Number.parseInt(hex, 16)),
      ),
    );
  }

  #array(depth: number): Value[] {
    this.#effort.spend(2);
    if (depth > DEEPEST) throw new Malformed('nested too deep');
    const values: Value[] = [];
    this.place += 1;
    for (;;) {
      this.skipSpace();
      if (this.#byte(this.place) === CLOSE_ARRAY) break;
      values.push(this.value(depth + 1));
    }
    this.place += 1;
    return values;
  }

  #dict(depth: number): Dict {
    this.#effort.spend(2);
    if (depth > DEEPEST) throw new Malformed('nested too deep');
    const dict = new Dict();
    this.place += 2;
    for (;;) {
      this.skipSpace();
      if (this.#byte(this.place) === RIGHT) break;
      if (this.#byte(this.place) !== SLASH) throw new Malformed('key expected');
      this.#effort.spend(COST_OF_KEY);
      const key = this.#name().value;
      const value = this.value(depth + 1);
      if (dict.entries.has(key)) dict.ambiguous = true;
      dict.entries.set(key, value);
    }
    if (this.#byte(this.place + 1) !== RIGHT) throw new Malformed('dictionary not closed');
    this.place += 2;
    return dict;
  }

  #hexadecimal(): Text {
    const start = this.place;
    const close = Buffer.from(this.bytes.buffer, this.bytes.byteOffset, this.end).indexOf(
      RIGHT,
      start,
    );
    this.#effort.spendOnCopy((close === -1 ? this.end : close) - start);
    if (close === -1) throw new Malformed('string not closed');
    this.place = close + 1;
    const digits = this.bytes.subarray(start + 1, close);
    const { bytes, isPlain } = readHexadecimal(digits, this.#effort);
    return this.#text(bytes, isPlain ? start : undefined);
  }

  #literal(): Text {
    const start = this.place;
    let open = 1;
    let isPlain = true;
    let place = start + 1;
    for (; place < this.end; place += 1) {
      const byte = this.#byte(place);
      if (byte === BACKSLASH) place += 1;
      else if (byte === OPEN) open += 1;
      else if (byte === CLOSE) open -= 1;
      if (open === 0) break;
      isPlain &&= byte !== BACKSLASH && byte !== RETURN;
    }
    this.#effort.spendOnBytes(place - start);
    if (open > 0) throw new Malformed('string not closed');
    this.place = place + 1;
    const written = this.bytes.subarray(start + 1, place);
    return this.#text(isPlain ? written : unescaped(written), start);
  }

  #text(raw: Uint8Array, start: number | undefined): Text {
    this.#effort.spend(COST_OF_TEXT);
    const hasSpan = this.#hasSpans && start !== undefined;
    return new Text(raw, hasSpan ? [start, this.place] : undefined, this.#decrypt);
  }
}

/** What a string says that is written with escapes (7.3.4.2). */
const unescaped = (written: Uint8Array): Uint8Array => {
  const raw = new Uint8Array(written.length);
  let length = 0;
  const put = (byte: number) => {
    raw[length] = byte;
    length += 1;
  };
  for (let place = 0; place < written.length; place += 1) {
    let byte = written[place] ?? 0;
    const isEscape = byte === BACKSLASH;
    if (isEscape) {
      place += 1;
      byte = written[place] ?? 0;
    }
    if (byte === RETURN && written[place + 1] === LINE_FEED) place += 1;
    const isLineEnd = byte === RETURN || byte === LINE_FEED;
    if (!isEscape) put(isLineEnd ? LINE_FEED : byte);
    else if (isOctal(byte)) {
      let value = 0;
      const last = place + 2;
      for (place -= 1; place < last && isOctal(written[place + 1] ?? 0); place += 1) {
        value = value * 8 + (written[place + 1] ?? 0) - 48;
      }
      put(value & 0xff);
    } else if (!isLineEnd) put(ESCAPES.get(byte) ?? byte);
  }
  return raw.subarray(0, length);
};

const isOctal = (byte: number): boolean => byte >= 48 && byte <= 55;

const ESCAPES = new Map<number, number>([
  [code('n'), 10],
  [code('r'), 13],
  [code('t'), 9],
  [code('b'), 8],
  [code('f'), 12],
]);

/** A place in a map, and what a string keeps besides its bytes: in tokens, by their time and by their memory. */
const COST_OF_KEY = 4;
const COST_OF_TEXT = 8;

/** A number or keyword is never this long; names and strings are not words. */
const LONGEST_WORD = 64;

const isDigit = (byte: number): boolean => byte >= 48 && byte <= 57;

/** Signs, digits and at most one full stop (7.3.3). */
const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)$/;

const numberOf = (word: string): number => {
  if (!NUMBER.test(word)) throw new Malformed('unknown word');
  return Number(word);
};

const latin1 = (bytes: Uint8Array, start: number, end: number): string => {
  // For the few characters of a token this is quicker than a buffer's conversion.
  let text = '';
  for (let place = start; place < end; place += 1) text += String.fromCharCode(bytes[place] ?? 0);
  return text;
};
