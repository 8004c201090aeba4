// What does a stream say once its filters are undone? Those that cross-reference and object streams are written with.
import { inflateSync } from 'node:zlib';
import type { Effort } from '../effort.ts';
import { readHexadecimal } from './hexadecimal.ts';
import { Dict, Malformed, Name, type Stream, type Value } from './object.ts';

/** One stream of objects or offsets of an honest file of 25 MB is far below this; it stops bombs. */
const LONGEST_OUTPUT = 64 * 1024 * 1024;

/** @throws Malformed when a filter is unknown here, or what it was given is not its output */
export const decodeStream = (stream: Stream, effort: Effort): Uint8Array => {
  const filters = listOf(stream.dict.entries.get('Filter') ?? stream.dict.entries.get('F'));
  const parameters = listOf(
    stream.dict.entries.get('DecodeParms') ?? stream.dict.entries.get('DP'),
  );
  let bytes = stream.decrypt === undefined ? stream.raw : stream.decrypt(stream.raw);
  for (const [place, filter] of filters.entries()) {
    const parameter = parameters[place];
    const given = parameter instanceof Dict ? parameter : new Dict();
    bytes = undo(filter, given, bytes, effort);
  }
  return bytes;
};

const undo = (filter: Value, given: Dict, bytes: Uint8Array, effort: Effort): Uint8Array => {
  switch (filter instanceof Name ? filter.value : '') {
    case 'FlateDecode':
    case 'Fl':
      return unpredict(inflate(bytes, effort), given, effort);
    case 'ASCIIHexDecode':
    case 'AHx':
      return readHexadecimal(upToItsEnd(bytes, effort), effort).bytes;
    case 'Crypt':
      return bytes;
    default:
      throw new Malformed('filter not known');
  }
};

/** Where the filter says that its data end (ISO 32000-1, 7.4.2). */
const upToItsEnd = (bytes: Uint8Array, effort: Effort): Uint8Array => {
  const end = bytes.indexOf(MORE_THAN);
  effort.spendOnCopy(end === -1 ? bytes.length : end);
  return end === -1 ? bytes : bytes.subarray(0, end);
};

const MORE_THAN = 0x3e;

const inflate = (bytes: Uint8Array, effort: Effort): Uint8Array => {
  // What goes in costs too: blocks may be empty.
  effort.spend(bytes.length / 32);
  let output: Uint8Array;
  try {
    output = inflateSync(bytes, { maxOutputLength: LONGEST_OUTPUT });
  } catch {
    // Nothing says how far it came; deflating gains 1032 at most.
    effort.spend(Math.min(bytes.length * 1032, LONGEST_OUTPUT) / 32);
    throw new Malformed('not deflated');
  }
  effort.spend(output.length / 32);
  return output;
};

/** PNG's predictors (ISO 32000-1, 7.4.4.4), which cross-reference streams are written with. */
const unpredict = (bytes: Uint8Array, given: Dict, effort: Effort): Uint8Array => {
  const number = (key: string, otherwise: number) => {
    const value = given.entries.get(key);
    return typeof value === 'number' ? value : otherwise;
  };
  const predictor = number('Predictor', 1);
  if (predictor === 1) return bytes;
  const bits = number('Colors', 1) * number('BitsPerComponent', 8);
  const columns = number('Columns', 1);
  const pixel = Math.max(1, Math.ceil(bits / 8));
  const width = Math.ceil((bits * columns) / 8);
  if (predictor < 10 || !(width > 0 && width < 1_000_000)) throw new Malformed('predictor');
  const rows = Math.floor(bytes.length / (width + 1));
  effort.spend((rows * width) / 8);
  const output = new Uint8Array(rows * width);
  for (let row = 0; row < rows; row += 1) {
    const from = row * (width + 1);
    const to = row * width;
    const kind = bytes[from] ?? 0;
    if (kind > 4) throw new Malformed('predictor');
    for (let column = 0; column < width; column += 1) {
      const left = column < pixel ? 0 : (output[to + column - pixel] ?? 0);
      const up = row === 0 ? 0 : (output[to + column - width] ?? 0);
      const upLeft = row === 0 || column < pixel ? 0 : (output[to + column - width - pixel] ?? 0);
      const guess = guessOf(kind, left, up, upLeft);
      output[to + column] = (bytes[from + 1 + column] ?? 0) + guess;
    }
  }
  return output;
};

/** None, Sub, Up, Average and Paeth (PNG, 9.2). */
const guessOf = (kind: number, left: number, up: number, upLeft: number): number => {
  if (kind === 0) return 0;
  if (kind === 1) return left;
  if (kind === 2) return up;
  if (kind === 3) return (left + up) >> 1;
  const guess = left + up - upLeft;
  const toLeft = Math.abs(guess - left);
  const toUp = Math.abs(guess - up);
  const toUpLeft = Math.abs(guess - upLeft);
  if (toLeft <= toUp && toLeft <= toUpLeft) return left;
  return toUp <= toUpLeft ? up : upLeft;
};

const listOf = (value: Value | undefined): Value[] =>
  value === undefined || value === null ? [] : Array.isArray(value) ? value : [value];
