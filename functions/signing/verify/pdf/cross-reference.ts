// Where in a PDF does each object stand, as one of its revisions has it? Tables, streams and both (ISO 32000-1, 7.5).
import type { Effort } from '../effort.ts';
import { decodeStream } from './decode-stream.ts';
import { readIndirectObject } from './indirect-object.ts';
import { Dict, Malformed, Name, Stream, type Value } from './object.ts';
import { ObjectReader } from './read-object.ts';

/** At an offset of the file, or the one of that index in an object stream. */
export type Entry =
  | { kind: 'at'; offset: number; generation: number }
  | { kind: 'in'; stream: number; index: number }
  | { kind: 'free' };

export type CrossReference = {
  entries: Map<number, Entry>;
  /** What the trailers say, the newest first to be heard. */
  trailer: Dict;
  /** Where the sections begin, newest first. */
  sections: Set<number>;
  /** The place behind the `startxref` that this revision ends with, its number included. */
  end: number;
};

/** More updates than any file has seen. */
const MOST_SECTIONS = 2_000;
/** ISO 32000-1, annex C: the most indirect objects of a file. */
const HIGHEST_NUMBER = 8_388_607;

/**
 * As the revision that ends at `limit` has it: its last `startxref`, and all that it leads back to.
 *
 * @throws Malformed where a section cannot be read
 */
export const readCrossReference = (
  bytes: Uint8Array,
  limit: number,
  effort: Effort,
): CrossReference => {
  const last = Buffer.from(bytes.buffer, bytes.byteOffset, limit).lastIndexOf('startxref');
  effort.spendOnSearch(limit - last);
  if (last === -1) throw new Malformed('no startxref');
  const reader = new ObjectReader(bytes, effort, { place: last + 'startxref'.length, end: limit });
  const found: CrossReference = {
    entries: new Map(),
    trailer: new Dict(),
    sections: new Set(),
    end: 0,
  };
  let next: number | undefined = Number(reader.word() || Number.NaN);
  found.end = reader.place;
  while (next !== undefined) {
    if (!(next >= 0 && next < limit)) throw new Malformed('section outside the file');
    if (found.sections.has(next)) throw new Malformed('sections in a circle');
    if (found.sections.size >= MOST_SECTIONS) throw new Malformed('too many sections');
    found.sections.add(next);
    next = readSection(bytes, next, limit, effort, found);
  }
  return found;
};

/** Adds what is not known yet, and answers where the section before it begins. */
const readSection = (
  bytes: Uint8Array,
  offset: number,
  limit: number,
  effort: Effort,
  found: CrossReference,
): number | undefined => {
  const reader = new ObjectReader(bytes, effort, { place: offset, end: limit });
  if (reader.word() !== 'xref') {
    return merge(readStreamSection(bytes, offset, limit, effort, found.entries), found.trailer);
  }
  const table = new Map<number, Entry>();
  const trailer = readTable(reader, table, effort);
  for (const [number, entry] of table) {
    if (entry.kind !== 'free' && !found.entries.has(number)) found.entries.set(number, entry);
  }
  // A hybrid file hides its compressed objects behind free entries (7.5.8.4).
  const hidden = trailer.entries.get('XRefStm');
  if (typeof hidden === 'number') {
    readStreamSection(bytes, hidden, limit, effort, found.entries);
    found.sections.add(hidden);
  }
  for (const [number, entry] of table) {
    if (!found.entries.has(number)) found.entries.set(number, entry);
  }
  return merge(trailer, found.trailer);
};

const merge = (section: Dict, trailer: Dict): number | undefined => {
  if (section.ambiguous) throw new Malformed('key twice');
  for (const key of ['Root', 'Encrypt', 'ID', 'Info']) {
    const value = section.entries.get(key);
    if (value !== undefined && !trailer.entries.has(key)) trailer.entries.set(key, value);
  }
  const previous = section.entries.get('Prev');
  if (previous !== undefined && typeof previous !== 'number')
    throw new Malformed('previous section');
  return previous;
};

/** It is made, and finds its place in two maps. */
const COST_OF_ENTRY = 5;

/** `0000000016 00000 n` and its end of line. */
const ENTRY_LENGTH = 20;

const readTable = (reader: ObjectReader, table: Map<number, Entry>, effort: Effort): Dict => {
  for (;;) {
    const word = reader.word();
    if (word === 'trailer') break;
    const first = wholeNumber(word);
    const count = wholeNumber(reader.word());
    if (first + count > HIGHEST_NUMBER) throw new Malformed('numbers too high');
    for (let index = 0; index < count; index += 1) {
      effort.spend(COST_OF_ENTRY);
      const quick = quickEntry(reader);
      const entry = quick ?? slowEntry(reader);
      addOnce(table, first + index, entry);
    }
  }
  const trailer = reader.value();
  if (!(trailer instanceof Dict)) throw new Malformed('no trailer');
  return trailer;
};

/** An entry of exactly 20 bytes; undefined when it is written otherwise. */
const quickEntry = (reader: ObjectReader): Entry | undefined => {
  reader.skipSpace();
  const { bytes, place } = reader;
  if (place + ENTRY_LENGTH > reader.end) return undefined;
  let offset = 0;
  for (let digit = 0; digit < 10; digit += 1) {
    const value = (bytes[place + digit] ?? 0) - 48;
    if (value < 0 || value > 9) return undefined;
    offset = offset * 10 + value;
  }
  let generation = 0;
  for (let digit = 11; digit < 16; digit += 1) {
    const value = (bytes[place + digit] ?? 0) - 48;
    if (value < 0 || value > 9) return undefined;
    generation = generation * 10 + value;
  }
  if (bytes[place + 10] !== 32 || bytes[place + 16] !== 32) return undefined;
  const kind = bytes[place + 17];
  if (kind !== 110 && kind !== 102) return undefined;
  reader.place = place + 18;
  return kind === 110 ? { kind: 'at', offset, generation } : { kind: 'free' };
};

const slowEntry = (reader: ObjectReader): Entry => {
  const offset = wholeNumber(reader.word());
  const generation = wholeNumber(reader.word());
  const kind = reader.word();
  if (kind === 'n') return { kind: 'at', offset, generation };
  if (kind === 'f') return { kind: 'free' };
  throw new Malformed('entry');
};

const wholeNumber = (word: string): number => {
  if (!/^\d{1,15}$/.test(word)) throw new Malformed('number expected');
  return Number(word);
};

const readStreamSection = (
  bytes: Uint8Array,
  offset: number,
  limit: number,
  effort: Effort,
  entries: Map<number, Entry>,
): Dict => {
  if (!(offset >= 0 && offset < limit)) throw new Malformed('section outside the file');
  const { value: stream } = readIndirectObject(bytes, offset, limit, { effort });
  if (!(stream instanceof Stream) || !isName(stream.dict.entries.get('Type'), 'XRef')) {
    throw new Malformed('no cross-reference stream');
  }
  const { dict } = stream;
  const widths = numbersIn(dict.entries.get('W'));
  const [kindWidth = -1, firstWidth = -1, secondWidth = -1] = widths;
  if (widths.some((width) => width > 8) || secondWidth < 0) throw new Malformed('field widths');
  const size = dict.entries.get('Size');
  const index = dict.entries.has('Index')
    ? numbersIn(dict.entries.get('Index'))
    : [0, Number(size)];
  const data = decodeStream(stream, effort);
  const length = kindWidth + firstWidth + secondWidth;
  const section = new Map<number, Entry>();
  let place = 0;
  const field = (width: number): number => {
    let value = 0;
    for (let left = width; left > 0; left -= 1) {
      value = value * 256 + (data[place] ?? 0);
      place += 1;
    }
    return value;
  };
  for (let part = 0; part + 1 < index.length; part += 2) {
    const first = index[part] ?? 0;
    const count = index[part + 1] ?? 0;
    if (first + count > HIGHEST_NUMBER || length === 0) throw new Malformed('numbers too high');
    for (let number = first; number < first + count && place + length <= data.length; number += 1) {
      effort.spend(COST_OF_ENTRY);
      // Without a field for it, the kind is 1 (7.5.8.3).
      const kind = kindWidth === 0 ? 1 : field(kindWidth);
      const entry = entryOf(kind, field(firstWidth), field(secondWidth));
      addOnce(section, number, entry);
    }
  }
  for (const [number, entry] of section) if (!entries.has(number)) entries.set(number, entry);
  return dict;
};

/** Readers differ in which of two entries for one number counts. @throws Malformed */
const addOnce = (section: Map<number, Entry>, number: number, entry: Entry): void => {
  if (section.has(number)) throw new Malformed('number twice');
  section.set(number, entry);
};

const entryOf = (kind: number, first: number, second: number): Entry => {
  if (kind === 1) return { kind: 'at', offset: first, generation: second };
  if (kind === 2) return { kind: 'in', stream: first, index: second };
  return { kind: 'free' };
};

const numbersIn = (value: Value | undefined): number[] => {
  if (!Array.isArray(value)) throw new Malformed('numbers expected');
  return value.map((each) => {
    if (typeof each !== 'number' || !Number.isInteger(each) || each < 0) {
      throw new Malformed('numbers expected');
    }
    return each;
  });
};

const isName = (value: Value | undefined, name: string): boolean =>
  value instanceof Name && value.value === name;
