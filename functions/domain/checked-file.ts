// What may anyone hand in to have its signatures checked? A PDF, no larger than any office sends.

/** Bytes: a scanned plan of 40 pages has some 20 MB. */
export const LARGEST_CHECKED_FILE = 25 * 1024 * 1024;

/** How far into a file its mark may stand; readers of PDF look so far (ISO 32000-1, annex H.3.4.1). */
const MARK_WITHIN = 1024;

/** Does it say that it is a PDF? Whether it is a sound one is for the judgement to say. */
export const isPdf = (bytes: Uint8Array): boolean =>
  String.fromCharCode(...bytes.subarray(0, MARK_WITHIN)).includes('%PDF-');
