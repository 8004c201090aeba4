// By whom must signatures be vouched for? By those who are trusted, and by those who were when the signature was made.

/** Certificates (DER) of authorities. */
export type Trusted = {
  /** They vouch for whatever they have certified. */
  anchors: readonly Uint8Array[];
  /** They vouch for what was signed before that moment (ISO 8601), and for nothing since. */
  former?: readonly { certificate: Uint8Array; until: string }[];
};
