// What are the two signatures of a document of ours called? Whoever verifies it rests on what whoever signed it wrote.

// The name of a signature field (T; ISO 32000-1, 12.7.4.5) is its maker's to choose, without a full stop (12.7.3.2). What
// has been issued bears these for good: another name would be that of a stranger's file.

/** Of the person who signs: it certifies the document. */
export const SIGNER_FIELD = 'Signature1';

/** Of the agency, second: a certified file of ours without it was cut back, or never issued. */
export const SEAL_FIELD = 'Seal';

/** In the order in which they are made; a document is an original only with both (Decree 30/2020, Article 5). */
export const BOTH_FIELDS = [SIGNER_FIELD, SEAL_FIELD] as const;
