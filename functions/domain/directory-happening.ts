// What can happen to the directory? Who changed somebody's rights or an office's settings is recorded for good.
// Decree 30/2020, Annex VI: changes of rights and settings are logged.
import * as z from 'zod';
import { LONGEST_REASON } from './content/lengths.ts';
import { AccessKind, EmailAddress } from './directory/access-change.ts';
import { OrganizationEntry, PersonEntry, Settings } from './directory/directory-entry.ts';
import { KeyHolder } from './directory/key-holder.ts';
import { Instant, OrganizationId, PersonId, Sha256 } from './ids.ts';
import { Series } from './issued/register.ts';

const event = <Kind extends string, Shape extends z.ZodRawShape>(kind: Kind, shape: Shape) =>
  z.strictObject({ kind: z.literal(kind), ...shape });

/** Only the parts that changed, as they were and as they are. */
const change = <Parts extends z.ZodType>(parts: Parts) => ({ before: parts, after: parts });
export const PersonChange = PersonEntry.partial();
export const OrganizationChange = OrganizationEntry.partial();
export const SettingsChange = Settings.partial();

const person = { personId: PersonId, name: z.string() };
const register = { year: z.number().int(), series: Series, lastNumber: z.number().int() };
/** `anchors` is the hash of all that are trusted or were, after it: whoever changes them past the chain is found out. */
const authorities = {
  authorities: z.array(z.strictObject({ certificate: Sha256, name: z.string() })),
  anchors: Sha256,
};
const organization = { organizationId: OrganizationId, name: z.string() };

export const DIRECTORY_HAPPENINGS = [
  event('personAdded', { ...person, roles: PersonEntry.shape.roles }),
  event('personChanged', { ...person, ...change(PersonChange) }),
  event('officeEnded', person),
  event('officeResumed', person),
  event('invitedAgain', person),
  event('secondFactorForgotten', person),
  /** Of whoever signs or seals: it takes effect when it stands. */
  event('accessAsked', { ...person, what: AccessKind, email: EmailAddress.optional() }),
  /** `agreed` by a second administrator, or a day had passed. */
  event('accessSettled', {
    ...person,
    what: z.array(AccessKind),
    email: EmailAddress.optional(),
    agreed: z.boolean(),
  }),
  event('accessCalledOff', person),
  event('organizationAdded', organization),
  event('organizationChanged', { ...organization, ...change(OrganizationChange) }),
  event('organizationClosed', { ...organization, successorId: OrganizationId.nullable() }),
  event('organizationReopened', organization),
  event('settingsChanged', change(SettingsChange)),
  event('registerOpened', register),
  event('registerConfirmed', register),
  event('keyEnrolled', { holder: KeyHolder, certificate: Sha256 }),
  event('certificateRevoked', { certificate: Sha256 }),
  event('imageGiven', { holder: KeyHolder, image: Sha256 }),
  /** In the chain of the office with which the directory began; without a reason on its first day. */
  event('authoritiesTrusted', {
    ...authorities,
    reason: z.string().max(LONGEST_REASON).optional(),
  }),
  /** They vouch for nothing that is signed from `until` on. */
  event('authoritiesEnded', {
    ...authorities,
    until: Instant,
    reason: z.string().max(LONGEST_REASON),
  }),
] as const;
