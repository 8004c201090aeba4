// How long may people's own words be, in UTF-16 units? Apart from the schemas that hold them to it, which a screen loads only where it needs them.

/** Why somebody decided as he did: a page. */
export const LONGEST_REASON = 2_000;

/** What somebody remarks: half a page, for it is read beside the document. */
export const LONGEST_COMMENT = 1_000;
