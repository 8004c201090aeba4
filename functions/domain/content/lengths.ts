// How long may words be, in UTF-16 units? Apart from the schemas that hold them to it, which a screen loads only where it needs them.

/** Why somebody decided as they did: a page. */
export const LONGEST_REASON = 2_000;

/** What somebody remarks: half a page, for it is read beside the document. */
export const LONGEST_COMMENT = 1_000;

/** What somebody types to find a document: a subject is longer than that, but nobody types it whole. */
export const LONGEST_SEARCH = 200;

/** The name of a template: what a list shows of it on one line. */
export const LONGEST_TEMPLATE_NAME = 120;

/** The parts of a document, each longer than any real one, and short enough for the place where it is printed. */
export const LONGEST_PART = {
  /** Of the agency above, and of its own name: two printed lines. */
  agencyLine: 200,
  place: 100,
  /** Trích yếu: five printed lines. */
  subject: 500,
  /** Of Kính gửi or Nơi nhận. */
  recipient: 200,
  archive: 100,
  /** In whose name somebody signs, and as what. */
  authority: 120,
  title: 120,
  personName: 100,
  appendixTitle: 500,
} as const;

/** Lines of Kính gửi and of Nơi nhận: more are a list, which is an appendix. */
export const MOST_ADDRESSEES = 50;
export const MOST_RECIPIENTS = 100;
