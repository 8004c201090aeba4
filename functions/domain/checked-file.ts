// What may anyone hand in to have its signatures checked? A PDF.

/** How far into a file its mark may stand; readers of PDF look so far (ISO 32000-1, annex H.3.4.1). */
const MARK_WITHIN = 1024;

/** Does it say that it is a PDF? Whether it is a sound one is for the judgement to say. */
export const isPdf = (bytes: Uint8Array): boolean =>
  String.fromCharCode(...bytes.subarray(0, MARK_WITHIN)).includes('%PDF-');
