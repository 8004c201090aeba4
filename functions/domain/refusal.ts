// Why may the system say no? A closed list of codes; HTTP, the state machine and the screens each map it once.
import type { FieldProblem } from './field-problem.ts';

/**
 * Every reason for which a person's or the workflow's wish is refused.
 * A refusal changes nothing; what to do about it is said by its code.
 */
export const REFUSAL_CODES = [
  // What was sent is not right.
  'input_invalid',
  'text_unprintable',
  'document_secret',
  'content_too_large',
  'chain_empty',
  'chain_without_signer',
  'chain_person_unknown',
  'signature_unknown',
  'recipient_unknown',
  'recipient_closed',
  'recipient_unattended',
  'recipient_sent_back',
  'successor_unknown',
  'findings_open',
  'reason_missing',
  'cursor_invalid',
  'idempotency_key_missing',
  'idempotency_key_reused',
  'revision_missing',
  'file_too_large',
  'file_holds_too_much',
  'file_not_docx',
  'file_not_pdf',
  'file_old_format',
  'file_protected',
  'file_with_macros',
  'file_damaged',
  'attachment_missing',
  'attachment_not_as_named',
  'image_not_png',
  'image_too_large',
  'image_not_transparent',
  'image_blank',
  // Who asks may not.
  'signed_out',
  'person_unknown',
  'not_permitted',
  'not_asked',
  'signer_saved_this_version',
  'sign_in_stale',
  'access_unsettled',
  'second_administrator_missing',
  // What is asked for is not there, or not for this person to know of.
  'report_not_found',
  'submission_not_found',
  'delivery_not_found',
  'organization_not_found',
  'person_not_found',
  'file_not_found',
  'template_not_found',
  'words_not_found',
  'route_not_found',
  // It is there, but not in the state that the wish needs.
  'revision_conflict',
  'entry_changed',
  'status_wrong',
  'already_decided',
  'templates_full',
  'comments_full',
  'people_full',
  'revocations_full',
  'savers_full',
  'email_taken',
  'administrator_missing',
  'register_in_use',
  'content_changed',
  'rendering_changed',
  'layout_gone',
  'date_before_register',
  // Signing cannot be done with this key.
  'key_missing',
  'certificate_expired',
  'certificate_not_yet_valid',
  'certificate_not_for_signing',
  'certificate_key_mismatch',
  'certificate_unreadable',
  'certificate_untrusted',
  'certificate_revoked',
  'timestamp_unavailable',
  'signature_invalid',
  'file_differs',
  'kept_file_invalid',
] as const;

export type RefusalCode = (typeof REFUSAL_CODES)[number];

export type RefusalDetails = {
  /** Words for the developer or the log; never personal data. */
  message?: string;
  fields?: FieldProblem[];
  /** Facts that help the caller, such as the present revision. */
  facts?: Record<string, string | number | boolean | null>;
};

/** The caller can do something about it: tell the person. `name` is the code, so that a state machine can catch it. */
export class Refusal extends Error {
  readonly code: RefusalCode;
  readonly details: RefusalDetails;
  constructor(code: RefusalCode, details: RefusalDetails = {}) {
    super(details.message ?? code);
    this.name = code;
    this.code = code;
    this.details = details;
  }
}

/** Something outside did not answer; the same call may succeed later. The workflow retries it. */
export class Unavailable extends Error {
  constructor(what: string, cause?: unknown) {
    super(`${what} did not answer`, { cause });
    this.name = 'Unavailable';
  }
}
