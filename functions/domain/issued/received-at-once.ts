// How many documents are received in one press at most?

/** A file may have 25 MB, of which a second reads and judges four: these are done well within the gateway's 30 seconds. */
export const MOST_RECEIVED = 20;
