// What is said of a file's signatures? What was found of each one, every answer with its reason as a code.
import { z } from '@hono/zod-openapi';
import { Instant, Sha256 } from '../domain/ids.ts';
import { FileView } from './views.ts';

export const Valid = z.object({ verdict: z.literal('valid') });

/** `cannotJudge` is an honest answer: something is unknown here, and another verifier may know it. */
const judgement = <const Invalid extends string, const Unknown extends string>(
  invalid: readonly Invalid[],
  unknown: readonly Unknown[],
) =>
  z.discriminatedUnion('verdict', [
    Valid,
    z.object({ verdict: z.literal('invalid'), because: z.enum(invalid) }),
    z.object({ verdict: z.literal('cannotJudge'), because: z.enum(unknown) }),
  ]);

/** Of the file as a whole. */
const FileJudgement = judgement(
  [
    'no_signature',
    'signature_invalid',
    'signatures_overlap',
    'content_after_last_signature',
    'changed_after_signing',
    'seal_missing',
  ],
  [
    'file_unreadable',
    'file_encrypted',
    'file_too_large',
    'file_too_complex',
    'file_damaged',
    'signature_not_judged',
    'change_doubtful',
    'anchor_unreadable',
  ],
);

/** Is what it covers unchanged, and did its key sign it? */
const Integrity = judgement(
  [
    'byte_range_malformed',
    'byte_range_beyond_file',
    'byte_range_not_from_start',
    'hole_not_contents',
    'cms_malformed',
    'document_changed',
    'signature_wrong',
    'attributes_wrong',
    'signing_certificate_differs',
    'timestamp_of_something_else',
    'timestamp_wrong',
  ],
  [
    'several_signers',
    'algorithm_unknown',
    'algorithm_misnamed',
    'signer_misnamed',
    'signer_certificate_missing',
    'signing_certificate_missing',
    'attributes_missing',
    'attributes_not_der',
    'timestamp_malformed',
    'timestamp_misnamed',
    'timestamp_algorithm_unknown',
    'timestamp_hash_weak',
    'dictionary_ambiguous',
    'certificate_damaged',
    'padding_not_zero',
    'hash_weak',
    'signature_kind_unknown',
    'content_embedded',
    'key_short',
  ],
);

/** Does its certificate lead to one that is trusted here, and was it valid at the moment of signing? */
const Trust = judgement(
  [
    'certificate_expired',
    'certificate_not_yet_valid',
    'certificate_not_for_signing',
    'issuer_expired',
    'issuer_not_yet_valid',
    'issuer_may_not_certify',
  ],
  [
    'issuer_unknown',
    'extension_not_understood',
    'time_unknown',
    'certificate_unknown',
    'certificate_purpose_unusual',
    'expired_since',
    'distrusted_since',
  ],
);

/** Was the certificate revoked, by the word of what is embedded in the file? Nobody outside is asked. */
const Revocation = z.object({
  judgement: judgement(
    ['certificate_revoked', 'issuer_revoked'],
    ['revocation_not_embedded', 'revocation_not_usable', 'revoked_since'],
  ),
  source: z.enum(['crl', 'ocsp']).nullable(),
  saidAt: Instant.nullable(),
});

const ChangesAllowed = judgement(
  ['change_not_allowed', 'revision_incomplete', 'bytes_appended'],
  ['change_doubtful', 'changes_too_complex'],
);

const ChangeKind = z.enum([
  'validationData',
  'documentTimestamp',
  'signature',
  'visibleSignature',
  'emptyField',
  'formField',
  'annotation',
  'metadata',
  'structure',
  'unused',
  'other',
]);

/** Names of people and offices are long; what is longer than this was written to disturb. */
export const LONGEST_SHOWN = 200;
const Shown = z.string().max(LONGEST_SHOWN);

const Signer = z.object({
  commonName: Shown,
  organization: Shown,
  issuer: Shown,
  /** Hexadecimal. */
  serialNumber: Shown,
  sha256: Sha256,
});

export const SignatureView = z.object({
  field: Shown,
  /** A certification is a signature that says what may follow it. */
  kind: z.enum(['signature', 'certification', 'documentTimestamp']),
  subFilter: Shown,
  /** Null when the certificate cannot be read. */
  signer: Signer.nullable(),
  algorithm: z.object({ name: Shown, weak: z.boolean() }).nullable(),
  /** Claimed by the signer, proven by nobody. */
  claimedTime: Instant.nullable(),
  /** It existed by then, as a trusted timestamp says. */
  provenTime: Instant.nullable(),
  timestamp: z.object({ time: Instant, authority: Signer.nullable(), trust: Trust }).nullable(),
  reason: Shown.nullable(),
  integrity: Integrity,
  trust: Trust,
  revocation: Revocation,
  coversWholeFile: z.boolean(),
  /** /P of DocMDP: 1 nothing may follow, 2 filling in and signing, 3 comments too; null when it says nothing. */
  permission: z.union([z.literal(1), z.literal(2), z.literal(3)]).nullable(),
  /** What came after it. */
  changes: z.array(z.object({ kind: ChangeKind, count: z.number().int().min(1) })),
  changesAllowed: ChangesAllowed,
  /** All of the above in one word. */
  verdict: z.enum(['valid', 'invalid', 'cannotJudge']),
});
export type SignatureView = z.infer<typeof SignatureView>;

/** A document has two; what has more than this was made to disturb, and all of them count in `file`. */
export const MOST_SIGNATURES = 50;

export const VerificationView = z.object({
  /** Is this very file one that was issued here? Signatures say who signed, this says what was issued. */
  issued: FileView,
  file: FileJudgement,
  /** In the order in which they were made. */
  signatures: z.array(SignatureView).max(MOST_SIGNATURES),
  /** How many more there are than are shown. */
  moreSignatures: z.number().int().min(0),
});
export type VerificationView = z.infer<typeof VerificationView>;
