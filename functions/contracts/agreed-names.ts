// Which names must the templates and the functions agree on? Those that neither could ask the other for.

/** The index of the table that lists are read from. It carries `record` and never `content`: a page of drafts reads no words. */
export const INDEX = 'gsi1';

type Kind =
  | 'REPORT'
  | 'REPORTWORD'
  | 'SUBMISSION'
  | 'OWED'
  | 'ASKED'
  | 'TOKEN'
  | 'DELIVERY'
  | 'DELIVERYWORD'
  | 'REGISTER'
  | 'INCOMING'
  | 'FILE'
  | 'TEMPLATE'
  | 'DIRECTORY'
  | 'UNSENT'
  | 'IDEMPOTENCY';

/** A partition of the table, or what several begin with: a role is held to kinds. */
export type Partition = `${Kind}#${string}`;

/** What the log says of a mail that did not leave. The watch counts this sentence. */
export const UNSENT_MAIL = 'a mail was not sent';
