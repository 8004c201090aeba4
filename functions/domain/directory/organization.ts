// Who takes part? Organizations, the people in them, and what each person may do there.
import * as z from 'zod';
import { LONGEST_PART } from '../content/lengths.ts';
import { SignatureBlock } from '../content/report-content.ts';
import { IN_SYMBOL, line } from '../content/text.ts';
import { Instant, OrganizationId, PersonId, Sha256 } from '../ids.ts';
import { Refusal } from '../refusal.ts';
import { AccessChange, EmailAddress } from './access-change.ts';

/** A certificate takes some 2 kB; names in many languages and alternatives may make it long. */
export const CertificatePem = z.string().max(20_000);

/** The certificates above it, its issuer first; the root may be left out. */
export const ChainPem = z.string().max(100_000);

/** One every few years: half a century. */
export const MOST_FORMER = 20;

/** SHA-256 of the certificates that it took the place of, the latest first; left out where there was none. */
const former = z.array(Sha256).max(MOST_FORMER).optional();

/**
 * Which private key signs: a PKCS#12 file in a secret, which holds the chain too, or a key that never leaves AWS KMS.
 * The certificate stands here, so that everybody may know whose key it is and until when, and sees it exchanged.
 */
export const KeyReference = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('secret'),
    secretId: z.string().min(1).max(2048),
    certificatePem: CertificatePem,
    former,
  }),
  z.strictObject({
    kind: z.literal('kms'),
    keyId: z.string().min(1).max(2048),
    certificatePem: CertificatePem,
    chainPem: ChainPem,
    former,
  }),
]);
export type KeyReference = z.infer<typeof KeyReference>;

export const ROLES = [
  'drafter',
  'reviewer',
  'signer',
  'clerk',
  'recipientOfficer',
  'administrator',
] as const;
export const Role = z.enum(ROLES);
export type Role = z.infer<typeof Role>;

export const RoundKind = z.enum(['review', 'sign']);
export type RoundKind = z.infer<typeof RoundKind>;

/** More people never agree in one round, and the votes live in one item. */
export const MOST_ASKED = 20;

/** One round of the approval chain: who is asked together, and how many must agree. */
export const ApprovalRound = z
  .strictObject({
    kind: RoundKind,
    people: z.array(PersonId).min(1).max(MOST_ASKED),
    needed: z.number().int().min(1).max(MOST_ASKED),
  })
  .superRefine((round, context) => {
    const refuse = (path: string, message: string) =>
      context.addIssue({ code: 'custom', path: [path], message });
    if (new Set(round.people).size !== round.people.length)
      refuse('people', 'names somebody twice');
    if (round.needed > round.people.length) refuse('needed', 'asks for more votes than people');
    if (round.kind === 'sign' && round.people.length !== 1) refuse('people', 'one person signs');
  })
  .describe(
    'Nobody is named twice, no more votes are needed than there are people, and one person signs',
  );
export type ApprovalRound = z.infer<typeof ApprovalRound>;

/** In the order in which they are asked; no office has ten steps before its head. */
export const Chain = z.array(ApprovalRound).max(10);

/** An office has tens of keys, each replaced every few years: this is some decades of every second one being lost. */
const MOST_REVOKED = 200;

/** An office has tens of people, who are always read together; more than these, with those who left, are several offices. */
export const MOST_PEOPLE = 500;

/** Decree 30/2020, Article 32: the clerk applies the seal; `automatic` is said in the register. */
export const WhoSeals = z.enum(['clerk', 'automatic']);
export type WhoSeals = z.infer<typeof WhoSeals>;

/** An hour, in seconds, which reading a report may take. */
export const LEAST_PATIENT = 3_600;
/** Thirty days, in seconds: whoever waits longer than that for a reminder has none. */
const MOST_PATIENT = 2_592_000;

/** The seal of a commune's People's Committee, in millimetres. */
export const USUAL_SEAL_DIAMETER = 36;

export const OrganizationSettings = z.strictObject({
  sealing: WhoSeals,
  /** Article 15.1c: the head decides whether each type has its own numbers. */
  series: z.enum(['perType', 'allTypes']),
  chain: Chain.describe('What a new submission starts from'),
  remindAfterSeconds: z
    .number()
    .int()
    .min(1)
    .max(MOST_PATIENT)
    .describe('Until somebody who was asked is reminded; an hour at least, whatever stands here'),
  remindersBeforeEscalation: z
    .number()
    .int()
    .min(1)
    .max(20)
    .describe('After so many the clerk and the drafter are told as well'),
  sealDiameter: z.number().min(20).max(50).describe('As it is pressed on paper, in millimetres'),
  withoutTimestamp: z
    .enum(['refuse', 'goOn'])
    .describe('When no timestamp server answers: sign nothing, or with a time that nobody proves'),
  revokedCertificates: z
    .array(Sha256)
    .max(MOST_REVOKED)
    .describe('Of certificates that must not sign any more'),
});
export type OrganizationSettings = z.infer<typeof OrganizationSettings>;

export const Organization = z.strictObject({
  id: OrganizationId,
  name: line(200, 1),
  parentId: OrganizationId.nullable(),
  /** As printed at the head of its documents. */
  superiorLine: line(LONGEST_PART.agencyLine).nullable(),
  agencyLines: z.array(line(LONGEST_PART.agencyLine, 1)).min(1).max(3),
  place: line(LONGEST_PART.place, 1),
  /** In symbols: `UBND`. */
  abbreviation: z
    .string()
    .regex(/^[\p{L}\d.&-]{1,20}$/u)
    .meta({ pattern: `^${IN_SYMBOL}{1,20}$` }),
  /** Mã định danh, old or new form; its parts are never read. */
  code: z.string().regex(/^[A-Z0-9]{2,3}(\.[A-Z0-9]{2,3}){0,6}$/),
  validFrom: Instant,
  validUntil: Instant.nullable(),
  successorId: OrganizationId.nullable(),
  settings: OrganizationSettings,
  sealKey: KeyReference.nullable(),
  /** Of its seal, by the hash of the PNG. */
  sealImage: Sha256.nullable(),
});
export type Organization = z.infer<typeof Organization>;

export const Person = z.strictObject({
  id: PersonId,
  organizationId: OrganizationId,
  name: line(LONGEST_PART.personName, 1),
  title: line(LONGEST_PART.title),
  email: EmailAddress,
  roles: z.array(Role).max(ROLES.length),
  validFrom: Instant,
  validUntil: Instant.nullable(),
  /** How this person's signature block is printed; only signers have one. */
  signatureBlock: SignatureBlock.nullable(),
  signingKey: KeyReference.nullable(),
  /** Of this person's handwritten signature, by the hash of the PNG. */
  signatureImage: Sha256.nullable(),
  /** Of how they come in, and that they keep the office: what one administrator alone stands behind, and what is held. */
  accessChanges: z.array(AccessChange).default([]),
});
export type Person = z.infer<typeof Person>;

/**
 * Seconds until the next reminder, after so many: always as long, until clerk and drafter are told as well; then twice as
 * long each time. So a year of waiting is some forty reminders, and far from the 25,000 events that an execution may have.
 */
export const patienceAfter = (
  reminders: number,
  { remindAfterSeconds, remindersBeforeEscalation }: OrganizationSettings,
): number => {
  const doublings = Math.max(0, reminders - remindersBeforeEscalation + 1);
  return Math.min(MOST_PATIENT, Math.max(LEAST_PATIENT, remindAfterSeconds) * 2 ** doublings);
};

/** It signs nothing any more; once more changes nothing. Refusal: revocations_full. */
export const revoke = (organization: Organization, certificate: Sha256): Organization => {
  const { settings } = organization;
  const revokedCertificates = [...new Set([...settings.revokedCertificates, certificate])];
  if (revokedCertificates.length > MOST_REVOKED) {
    throw new Refusal('revocations_full', { facts: { most: MOST_REVOKED } });
  }
  return { ...organization, settings: { ...settings, revokedCertificates } };
};

type Validity = { validFrom: Instant; validUntil: Instant | null };

/** Does this organization or this person's office exist at that moment? */
export const isValidAt = ({ validFrom, validUntil }: Validity, at: Instant): boolean =>
  Date.parse(validFrom) <= Date.parse(at) &&
  (validUntil === null || Date.parse(at) < Date.parse(validUntil));

/** A right ends with the office it comes from. */
export const hasRole = (person: Person, role: Role, at: Instant): boolean =>
  isValidAt(person, at) && person.roles.includes(role);
