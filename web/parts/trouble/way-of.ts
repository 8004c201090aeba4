// Where is each refusal mended? Said once for every code, so that none is without a way.
import type { TroubleCode } from '../../api/problem.ts';
import type { RefusedPress } from '../../words/vi/refused.ts';

/** A screen of its own. */
export type Screen =
  | 'home'
  | 'waiting'
  | 'newReport'
  | 'settings'
  | 'directory'
  | 'keys'
  | 'templates';

type Way =
  | Screen
  /** In what is said, chosen or attached where the press is. */
  | 'here'
  /** By the same press, in a moment or after a sign-in. */
  | 'again'
  /** In what there is now: something has moved. */
  | 'anew'
  /** In a page that begins anew. */
  | 'reload'
  /** Nowhere in this system. */
  | 'nowhere';

const WAY_OF = {
  input_invalid: 'here',
  text_unprintable: 'here',
  document_secret: 'nowhere',
  content_too_large: 'here',
  chain_empty: 'settings',
  chain_without_signer: 'settings',
  chain_person_unknown: 'settings',
  signature_unknown: 'directory',
  recipient_unknown: 'here',
  recipient_closed: 'here',
  recipient_unattended: 'here',
  recipient_sent_back: 'here',
  successor_unknown: 'here',
  findings_open: 'here',
  reason_missing: 'here',
  cursor_invalid: 'reload',
  idempotency_key_missing: 'reload',
  idempotency_key_reused: 'reload',
  revision_missing: 'reload',
  file_too_large: 'here',
  file_holds_too_much: 'here',
  file_not_docx: 'here',
  file_not_pdf: 'here',
  file_old_format: 'here',
  file_protected: 'here',
  file_with_macros: 'here',
  file_damaged: 'here',
  attachment_missing: 'here',
  attachment_not_as_named: 'here',
  image_not_png: 'here',
  image_too_large: 'here',
  image_not_transparent: 'here',
  image_blank: 'here',
  signed_out: 'again',
  person_unknown: 'nowhere',
  not_permitted: 'directory',
  not_asked: 'waiting',
  signer_saved_this_version: 'here',
  sign_in_stale: 'again',
  access_unsettled: 'nowhere',
  second_administrator_missing: 'nowhere',
  report_not_found: 'home',
  submission_not_found: 'home',
  delivery_not_found: 'home',
  organization_not_found: 'directory',
  person_not_found: 'directory',
  file_not_found: 'here',
  template_not_found: 'reload',
  words_not_found: 'reload',
  route_not_found: 'home',
  revision_conflict: 'reload',
  entry_changed: 'anew',
  status_wrong: 'anew',
  already_decided: 'anew',
  templates_full: 'templates',
  comments_full: 'here',
  people_full: 'directory',
  revocations_full: 'here',
  savers_full: 'newReport',
  email_taken: 'directory',
  administrator_missing: 'directory',
  register_in_use: 'anew',
  content_changed: 'anew',
  rendering_changed: 'anew',
  layout_gone: 'nowhere',
  date_before_register: 'nowhere',
  key_missing: 'keys',
  certificate_expired: 'keys',
  certificate_not_yet_valid: 'keys',
  certificate_not_for_signing: 'keys',
  certificate_key_mismatch: 'keys',
  certificate_unreadable: 'keys',
  certificate_untrusted: 'keys',
  certificate_revoked: 'keys',
  timestamp_unavailable: 'again',
  signature_invalid: 'here',
  file_differs: 'here',
  kept_file_invalid: 'nowhere',
  door_wrong: 'reload',
  body_malformed: 'reload',
  header_invalid: 'reload',
  media_type_unsupported: 'reload',
  unavailable: 'again',
  internal: 'again',
  offline: 'again',
} as const satisfies Record<TroubleCode, Way>;

/** Where the same code is mended elsewhere. */
const OTHERWISE: { [Each in RefusedPress]?: Partial<Record<TroubleCode, Way>> } = {
  // Who signs cannot un-write what they wrote; a report that they never touched can be signed.
  submit: { signer_saved_this_version: 'newReport' },
  // No role may be wanting: it is for others to do.
  comment: { not_permitted: 'nowhere' },
  existence: { not_permitted: 'nowhere' },
};

export const wayOf = (code: TroubleCode, press: RefusedPress): Way =>
  OTHERWISE[press]?.[code] ?? WAY_OF[code];
