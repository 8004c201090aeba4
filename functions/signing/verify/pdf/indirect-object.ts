// Which numbered object stands at a place of a PDF? `12 0 obj … endobj`, its stream with it (ISO 32000-1, 7.3.8, 7.3.10).
import type { Effort } from '../effort.ts';
import { Dict, Malformed, Ref, Stream, type Value } from './object.ts';
import { ObjectReader } from './read-object.ts';

export type IndirectObject = {
  number: number;
  generation: number;
  value: Value;
  /** The place behind it. */
  end: number;
};

export type Circumstances = {
  effort: Effort;
  /** Undoes the encryption of one object's strings or stream; undefined where nothing is encrypted. */
  decryptor?:
    | ((
        kind: 'string' | 'stream',
        of: Ref,
        dict?: Dict,
      ) => ((raw: Uint8Array) => Uint8Array) | undefined)
    | undefined;
  /** The number that a reference stands for; a stream may keep its length elsewhere. */
  lengthAt?: (ref: Ref) => number | undefined;
};

/** @throws Malformed when no object stands there */
export const readIndirectObject = (
  bytes: Uint8Array,
  place: number,
  end: number,
  { effort, decryptor, lengthAt }: Circumstances,
): IndirectObject => {
  const head = new ObjectReader(bytes, effort, { place, end });
  const [number, generation, keyword] = [head.word(), head.word(), head.word()];
  if (!/^\d{1,10}$/.test(number) || !/^\d{1,5}$/.test(generation) || keyword !== 'obj') {
    throw new Malformed('no object');
  }
  const ref = new Ref(Number(number), Number(generation));
  const reader = new ObjectReader(bytes, effort, {
    place: head.place,
    end,
    decrypt: decryptor?.('string', ref),
  });
  const value = reader.value();
  const behind = reader.place;
  const word = reader.word();
  if (value instanceof Dict && word === 'stream') {
    const [from, to] = streamSpan(reader, value, lengthAt, effort);
    const stream = new Stream(value, bytes.subarray(from, to), decryptor?.('stream', ref, value));
    return { number: ref.number, generation: ref.generation, value: stream, end: reader.place };
  }
  // Some writers forget the closing word; the value is whole without it.
  const closing = word === 'endobj' ? reader.place : behind;
  return { number: ref.number, generation: ref.generation, value, end: closing };
};

const LINE_FEED = 10;
const RETURN = 13;

/** From behind the line of the word `stream`, over /Length bytes; up to `endstream` where that is not so. */
const streamSpan = (
  reader: ObjectReader,
  dict: Dict,
  lengthAt: Circumstances['lengthAt'],
  effort: Effort,
): [from: number, to: number] => {
  const { bytes } = reader;
  let from = reader.place;
  if (bytes[from] === RETURN) from += 1;
  if (bytes[from] === LINE_FEED) from += 1;
  const stated = dict.entries.get('Length');
  const length = stated instanceof Ref ? lengthAt?.(stated) : stated;
  if (typeof length === 'number' && Number.isInteger(length) && length >= 0) {
    reader.place = from + length;
    if (reader.place <= reader.end && closes(reader)) return [from, from + length];
  }
  const found = Buffer.from(bytes.buffer, bytes.byteOffset, reader.end).indexOf('endstream', from);
  effort.spendOnSearch((found === -1 ? reader.end : found) - from);
  if (found === -1) throw new Malformed('stream not closed');
  reader.place = found + 'endstream'.length;
  const feed = bytes[found - 1] === LINE_FEED ? found - 1 : found;
  return [from, bytes[feed - 1] === RETURN ? feed - 1 : feed];
};

const closes = (reader: ObjectReader): boolean => {
  try {
    return reader.word() === 'endstream';
  } catch (error) {
    if (error instanceof Malformed) return false;
    throw error;
  }
};
