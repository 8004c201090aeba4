// What must the templates and the functions agree on? Names that neither could ask the other for, and how long a session is.

/** The index of the table that lists are read from. It carries `record` and never `content`: a page of drafts reads no words. */
export const INDEX = 'gsi1';

/** The kinds of keys. A partition of the table begins with its kind, and a role is held to kinds. */
export type Kind =
  | 'REPORT#'
  | 'REPORTWORD#'
  | 'SUBMISSION#'
  | 'OWED#'
  | 'ASKED#'
  | 'TOKEN#'
  | 'DELIVERY#'
  | 'DELIVERYWORD#'
  | 'REGISTER#'
  | 'INCOMING#'
  | 'FILE#'
  | 'VERDICT#'
  | 'TEMPLATE#'
  | 'DIRECTORY#'
  | 'UNSENT#'
  | 'IDEMPOTENCY#'
  // What the directory keeps apart: few write any of it, and whom to trust is nobody's to write.
  | `DIRECTORY#${'ORG#' | 'ORGS' | 'PERSON#' | 'PEOPLE#' | 'CHANGES#' | 'TRUST'}`;

/** A partition of the table. */
export type Partition = `${Kind}${string}`;

/** What a function is told by its deployment, each in a variable of this name; what may stand in it, whoever reads it knows. */
export type Setting =
  | 'TABLE_NAME'
  | 'WORKING_BUCKET'
  | 'SIGNED_BUCKET'
  | 'IMAGES_BUCKET'
  | 'TIMESTAMP_SERVERS'
  | 'PROVES_TIME'
  | 'STATE_MACHINE_ARN'
  | 'RENDER_FUNCTION_NAME'
  | 'IMPORT_FUNCTION_NAME'
  | 'SIGN_FUNCTION_NAME'
  | 'SEAL_FUNCTION_NAME'
  | 'KEYS_UNDER'
  | 'NOTIFY_FUNCTION_NAME'
  | 'USER_POOL_ID'
  | 'MAIL_FROM'
  | 'SIGN_IN_URL'
  | 'CLIENT_ID'
  | 'WEB_URL'
  | 'FRONT_DOOR_KEYS';

/** The header in which CloudFront shows the gateway that a request came by the app's own address. */
export const FRONT_DOOR_KEY = 'x-front-door-key';

/** An office day: who began in the morning is not thrown out in the afternoon. Signing asks for a fresh sign-in anyway. */
export const SIGNED_IN_SECONDS = 12 * 3_600;

/** What the log says of a mail that did not leave. The watch counts this sentence. */
export const UNSENT_MAIL = 'a mail was not sent';

/** What the log says of a task that ends in a way that was foreseen: somebody else carries it on. Nobody is called for it. */
export const FORESEEN = { refused: 'was refused', waits: 'must wait' } as const;

/** What the log says of an event when it is written; the full stop tells `opened` from whatever else begins so. */
export const happened = (kind: string): string => `it happened: ${kind}.`;
