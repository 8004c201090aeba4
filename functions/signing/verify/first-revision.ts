// What did a file look like when it had only its first signature?
import { endOf, readByteRange } from './byte-range.ts';
import { findSignatures } from './find-signatures.ts';

/** An update changes no earlier byte, so it is the beginning of the file; undefined where there is no such beginning. */
export const firstRevision = (pdf: Uint8Array): Uint8Array | undefined => {
  const found = findSignatures(pdf);
  const ends = (found.readable ? found.signatures : []).flatMap((signature) => {
    const range = readByteRange(pdf, signature);
    return range.exact ? [endOf(range.byteRange)] : [];
  });
  return ends.length === 0 ? undefined : pdf.subarray(0, Math.min(...ends));
};
