// By which names do the templates and the functions know the same thing? What neither could ask the other for.

/** The index of the table that lists are read from. It carries `record` and never `content`: a page of drafts reads no words. */
export const INDEX = 'gsi1';

/** What the log says of a mail that did not leave. The watch counts this sentence. */
export const UNSENT_MAIL = 'a mail was not sent';
