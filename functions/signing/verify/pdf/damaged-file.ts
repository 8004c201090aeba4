// Which objects does a PDF hold when its offsets lead nowhere? All that look like one, in the order of the file.
import type { Effort } from '../effort.ts';
import type { Entry } from './cross-reference.ts';
import { decodeStream } from './decode-stream.ts';
import { readIndirectObject } from './indirect-object.ts';
import { Dict, Malformed, Name, Ref, Stream } from './object.ts';
import { PdfFile } from './pdf-file.ts';
import { ObjectReader } from './read-object.ts';

/** Looks for `12 0 obj`; of two with one number the later counts. Other readers may guess otherwise. */
export const openDamaged = (bytes: Uint8Array, effort: Effort): PdfFile => {
  const entries = new Map<number, Entry>();
  const trailer = new Dict();
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  effort.spendOnSearch(2 * bytes.length);
  for (let at = buffer.indexOf('obj'); at !== -1; at = buffer.indexOf('obj', at + 3)) {
    effort.spend(5);
    const head = /(?:^|[^\d])(\d{1,10})\s{1,8}(\d{1,5})\s{1,8}$/.exec(
      buffer.toString('latin1', Math.max(0, at - 34), at),
    );
    if (head?.[1] === undefined || head[2] === undefined) continue;
    const offset = at - head[0].length + head[0].indexOf(head[1]);
    const [number, generation] = [Number(head[1]), Number(head[2])];
    entries.set(number, { kind: 'at', offset, generation });
    // Whatever only looks like an object ends in an exception.
    effort.spendOnFailure();
    unpackOrCatalog(bytes, offset, new Ref(number, generation), effort, entries, trailer);
  }
  for (let at = buffer.indexOf('trailer'); at !== -1; at = buffer.indexOf('trailer', at + 7)) {
    effort.spendOnFailure();
    readTrailer(bytes, at + 'trailer'.length, effort, trailer);
  }
  const crossReference = { entries, trailer, sections: new Set<number>(), end: bytes.length };
  return PdfFile.from(bytes, effort, crossReference);
};

/** Object streams open up into what they hold; a cross-reference stream is a trailer; a catalog is the root. */
const unpackOrCatalog = (
  bytes: Uint8Array,
  offset: number,
  ref: Ref,
  effort: Effort,
  entries: Map<number, Entry>,
  trailer: Dict,
): void => {
  try {
    const { value } = readIndirectObject(bytes, offset, bytes.length, { effort });
    const dict = value instanceof Stream ? value.dict : value;
    if (!(dict instanceof Dict)) return;
    const type = dict.entries.get('Type');
    if (!(type instanceof Name)) return;
    if (type.value === 'Catalog') trailer.entries.set('Root', ref);
    if (type.value === 'XRef') copyTrailer(dict, trailer);
    if (type.value === 'ObjStm' && value instanceof Stream && !trailer.entries.has('Encrypt')) {
      unpack(value, ref.number, effort, entries);
    }
  } catch (error) {
    if (!(error instanceof Malformed)) throw error;
  }
};

const unpack = (
  stream: Stream,
  number: number,
  effort: Effort,
  entries: Map<number, Entry>,
): void => {
  const count = Number(stream.dict.entries.get('N'));
  const data = decodeStream(stream, effort);
  const head = new ObjectReader(data, effort, { hasSpans: false });
  for (let index = 0; index < count; index += 1) {
    const packed = Number(head.word() || Number.NaN);
    head.word();
    if (!Number.isInteger(packed)) return;
    entries.set(packed, { kind: 'in', stream: number, index });
  }
};

const readTrailer = (bytes: Uint8Array, place: number, effort: Effort, trailer: Dict): void => {
  try {
    const value = new ObjectReader(bytes, effort, { place }).value();
    if (value instanceof Dict) copyTrailer(value, trailer);
  } catch (error) {
    if (!(error instanceof Malformed)) throw error;
  }
};

const copyTrailer = (from: Dict, trailer: Dict): void => {
  for (const key of ['Root', 'Encrypt', 'ID']) {
    const value = from.entries.get(key);
    if (value !== undefined) trailer.entries.set(key, value);
  }
};
