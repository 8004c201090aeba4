// How is a refusal said over HTTP? One code, one status, one RFC 9457 problem.
import { z } from '@hono/zod-openapi';
import { Wrong } from '../domain/field-problem.ts';
import { REFUSAL_CODES, type RefusalCode } from '../domain/refusal.ts';

/** Each refusal's HTTP status; the one place where they meet. */
export const STATUS_OF = {
  input_invalid: 422,
  text_unprintable: 422,
  document_secret: 422,
  content_too_large: 413,
  chain_empty: 422,
  chain_without_signer: 422,
  chain_person_unknown: 422,
  signature_unknown: 422,
  recipient_unknown: 422,
  recipient_closed: 422,
  recipient_unattended: 422,
  recipient_sent_back: 422,
  successor_unknown: 422,
  findings_open: 422,
  reason_missing: 422,
  cursor_invalid: 400,
  idempotency_key_missing: 400,
  idempotency_key_reused: 422,
  revision_missing: 400,
  file_too_large: 413,
  file_holds_too_much: 413,
  file_not_docx: 422,
  file_not_pdf: 422,
  file_old_format: 422,
  file_protected: 422,
  file_with_macros: 422,
  file_damaged: 422,
  attachment_missing: 422,
  attachment_not_as_named: 422,
  image_not_png: 422,
  image_too_large: 413,
  image_not_transparent: 422,
  image_blank: 422,
  signed_out: 401,
  person_unknown: 403,
  not_permitted: 403,
  not_asked: 403,
  signer_saved_this_version: 403,
  sign_in_stale: 401,
  access_unsettled: 403,
  second_administrator_missing: 403,
  report_not_found: 404,
  submission_not_found: 404,
  delivery_not_found: 404,
  organization_not_found: 404,
  person_not_found: 404,
  file_not_found: 404,
  template_not_found: 404,
  words_not_found: 404,
  route_not_found: 404,
  revision_conflict: 412,
  entry_changed: 412,
  status_wrong: 409,
  already_decided: 409,
  templates_full: 409,
  comments_full: 409,
  people_full: 409,
  revocations_full: 409,
  savers_full: 409,
  email_taken: 409,
  administrator_missing: 409,
  register_in_use: 409,
  content_changed: 409,
  rendering_changed: 409,
  layout_gone: 409,
  date_before_register: 409,
  key_missing: 409,
  certificate_expired: 409,
  certificate_not_yet_valid: 409,
  certificate_not_for_signing: 409,
  certificate_key_mismatch: 409,
  certificate_unreadable: 422,
  certificate_untrusted: 409,
  certificate_revoked: 409,
  timestamp_unavailable: 503,
  signature_invalid: 409,
  file_differs: 409,
  kept_file_invalid: 409,
} as const satisfies Record<RefusalCode, number>;

/** What is not a refusal: the call came by another door than the app's, the body is no JSON, a header is not what the route can read, the server is down for a moment, or we made a mistake. */
export const OTHER_PROBLEMS = {
  door_wrong: 403,
  body_malformed: 400,
  header_invalid: 400,
  media_type_unsupported: 415,
  unavailable: 503,
  internal: 500,
} as const;

export const ProblemCode = z.enum([
  ...REFUSAL_CODES,
  ...(Object.keys(OTHER_PROBLEMS) as (keyof typeof OTHER_PROBLEMS)[]),
]);
export type ProblemCode = z.infer<typeof ProblemCode>;

export const Problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  /** Stable; programs and translations go by it. */
  code: ProblemCode,
  /** Ends in the id by which the log is searched, as the answer's header says it. */
  instance: z.string().optional(),
  detail: z.string().optional(),
  /** Which fields are wrong, as paths into the request. */
  fields: z
    .array(
      z.object({
        path: z.array(z.union([z.string(), z.number()])),
        message: z.string(),
        /** What is wrong, and the limit, for whoever words it. */
        wrong: Wrong.optional(),
      }),
    )
    .optional(),
  /** Facts that help, such as the present revision. */
  facts: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])).optional(),
});

/** What the gateway says itself, where no function was asked or none could answer. */
export const GatewayMessage = z.object({ message: z.string() });
export type Problem = z.infer<typeof Problem>;
