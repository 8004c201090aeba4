// With what may a function that another asks refuse? Whoever asked passes it on, so its routes may refuse with that too.
import type { RefusalCode } from '../domain/refusal.ts';

/** By what the other is asked to do. */
export const PASSED_ON = {
  /** A page without number and date: what was rendered for good is not looked at. */
  render: ['text_unprintable', 'file_not_found', 'rendering_changed', 'layout_gone'],
  readFile: [
    'content_too_large',
    'file_too_large',
    'file_holds_too_much',
    'file_not_docx',
    'file_old_format',
    'file_protected',
    'file_with_macros',
    'file_damaged',
    'file_not_found',
  ],
  requestCertificate: [
    'organization_not_found',
    'person_not_found',
    'key_missing',
    'certificate_key_mismatch',
  ],
  tryKey: [
    'organization_not_found',
    'person_not_found',
    'key_missing',
    'certificate_expired',
    'certificate_not_yet_valid',
    'certificate_not_for_signing',
    'certificate_key_mismatch',
    'certificate_untrusted',
    'certificate_revoked',
  ],
} as const satisfies Record<string, readonly RefusalCode[]>;
