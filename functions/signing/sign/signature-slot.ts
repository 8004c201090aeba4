// Where in the bytes of the file does a signature go? The hole of /Contents, and the /ByteRange around it (ISO 32000-1, 12.8.1).
import { PdfArray, PdfNumber, PdfString } from '@libpdf/core';

/** A CMS with its chain takes 2.5 to 3 kB; twice that leaves room for a longer chain. */
const CMS_BYTES = 6_144;

/**
 * The longest timestamp token that finds room: those in use take 3 to 6 kB. What long-term levels need besides (the
 * chains and revocation lists of B-LT, the archive timestamps of B-LTA) goes into updates of its own, not in here.
 */
export const TIMESTAMP_BYTES = 8_192;

const SLOT_BYTES = CMS_BYTES + TIMESTAMP_BYTES;

/** Ten digits, so that the real numbers fit in their place: no file here reaches ten gigabytes. */
const UNKNOWN_OFFSET = 9_999_999_999;

/** Start and length, twice: what is before the hole, and what is after it. */
export type ByteRange = [number, number, number, number];

/** What a signature dictionary holds until the real values are known. */
export const emptyByteRange = (): PdfArray =>
  PdfArray.of(
    PdfNumber.of(0),
    PdfNumber.of(UNKNOWN_OFFSET),
    PdfNumber.of(UNKNOWN_OFFSET),
    PdfNumber.of(UNKNOWN_OFFSET),
  );
export const emptyContents = (): PdfString => PdfString.fromBytes(new Uint8Array(SLOT_BYTES));

const BYTE_RANGE_PLACEHOLDER = `[0 ${UNKNOWN_OFFSET} ${UNKNOWN_OFFSET} ${UNKNOWN_OFFSET}]`;
const CONTENTS_PLACEHOLDER = `<${'0'.repeat(2 * SLOT_BYTES)}>`;

/**
 * Writes the byte range into the one empty slot of an update and answers it.
 * `updateStart` is where the update begins. Two candidates (a text that imitates the placeholder) are an error.
 */
export const openSlot = (pdf: Uint8Array, updateStart: number): ByteRange => {
  const bytes = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength);
  const holeStart = onlyPlace(bytes, CONTENTS_PLACEHOLDER, updateStart);
  const holeEnd = holeStart + CONTENTS_PLACEHOLDER.length;
  const byteRange: ByteRange = [0, holeStart, holeEnd, bytes.length - holeEnd];
  const place = onlyPlace(bytes, BYTE_RANGE_PLACEHOLDER, updateStart);
  const written = `[${byteRange.join(' ')}]`.padEnd(BYTE_RANGE_PLACEHOLDER.length);
  bytes.write(written, place, 'latin1');
  return byteRange;
};

/** Writes a CMS into the hole; the rest of the hole stays zero. */
export const fillSlot = (pdf: Uint8Array, byteRange: ByteRange, cms: Uint8Array): Uint8Array => {
  if (cms.length > SLOT_BYTES) {
    throw new Error(`the signature takes ${cms.length} bytes, more than ${SLOT_BYTES}`);
  }
  const filled = Buffer.from(pdf);
  // One further than the hole's start: the angle bracket stays.
  filled.write(Buffer.from(cms).toString('hex'), byteRange[1] + 1, 'latin1');
  return filled;
};

const onlyPlace = (bytes: Buffer, text: string, from: number): number => {
  const place = bytes.indexOf(text, from, 'latin1');
  if (place === -1 || bytes.indexOf(text, place + 1, 'latin1') !== -1) {
    throw new Error('the update has not exactly one empty signature');
  }
  return place;
};
