// Which bytes does a signature cover, and is what it leaves out exactly its own hole?
import type { ByteRange } from '../sign/signature-slot.ts';

/** What a signature says that it covers, and where it stands itself. */
export type Coverage = {
  /** As it stands there: any numbers, any count. */
  byteRange: number[];
  /** Where /Contents stands in the file, delimiters included; undefined when it is in no place of its own. */
  contentsSpan: readonly [start: number, end: number] | undefined;
};

export type ByteRangeFlaw =
  | 'byte_range_malformed'
  | 'byte_range_beyond_file'
  | 'byte_range_not_from_start'
  | 'hole_not_contents';

export type ReadByteRange =
  | { exact: true; byteRange: ByteRange }
  | { exact: false; because: ByteRangeFlaw };

/**
 * Accepts two stretches, the first from the file's first byte, with nothing between them but the hexadecimal string
 * that stands there as this signature's /Contents. Everything else leaves room for bytes that nobody signed.
 */
export const readByteRange = (pdf: Uint8Array, signature: Coverage): ReadByteRange => {
  const [start, length, holeEnd, rest, ...more] = signature.byteRange;
  if (start === undefined || length === undefined || holeEnd === undefined || rest === undefined) {
    return { exact: false, because: 'byte_range_malformed' };
  }
  const byteRange: ByteRange = [start, length, holeEnd, rest];
  const isPlace = (place: number) => Number.isSafeInteger(place) && place >= 0;
  if (more.length > 0 || !byteRange.every(isPlace)) {
    return { exact: false, because: 'byte_range_malformed' };
  }
  if (start !== 0) return { exact: false, because: 'byte_range_not_from_start' };
  if (endOf(byteRange) > pdf.length) return { exact: false, because: 'byte_range_beyond_file' };
  if (length >= holeEnd) return { exact: false, because: 'byte_range_malformed' };
  const [from, to] = signature.contentsSpan ?? [];
  const isHole = from === length && to === holeEnd && pdf[length] === LESS_THAN;
  return isHole ? { exact: true, byteRange } : { exact: false, because: 'hole_not_contents' };
};

/** What a hexadecimal string begins with. */
const LESS_THAN = 0x3c;

/** Where the signed revision of the file ends. */
export const endOf = ([, , holeEnd, rest]: ByteRange): number => holeEnd + rest;

/** The bytes that are signed, in their two stretches. */
export const signedBytes = (pdf: Uint8Array, range: ByteRange): [Uint8Array, Uint8Array] => [
  pdf.subarray(0, range[1]),
  pdf.subarray(range[2], endOf(range)),
];
