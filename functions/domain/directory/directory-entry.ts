// What does an administrator write into the directory, and what does it become there?
import type * as z from 'zod';
import { SignatureBlock } from '../content/report-content.ts';
import type { FieldProblem } from '../field-problem.ts';
import type { Instant, OrganizationId, PersonId } from '../ids.ts';
import { Refusal } from '../refusal.ts';
import {
  hasRole,
  isValidAt,
  LEAST_PATIENT,
  Organization,
  OrganizationSettings,
  Person,
  ROLES,
  USUAL_SEAL_DIAMETER,
} from './organization.ts';

/** Of a person. Their signature block bears their own name, so it is not asked for twice. */
export const PersonEntry = Person.pick({
  name: true,
  title: true,
  email: true,
  roles: true,
}).extend({
  signature: SignatureBlock.omit({ name: true })
    .nullable()
    .describe('With a title for a signer, null for anybody else'),
});
export type PersonEntry = z.infer<typeof PersonEntry>;

/** Of an organization. What it lies under never changes: a reorganized office is a new one, and the old one's successor. */
export const OrganizationEntry = Organization.pick({
  name: true,
  superiorLine: true,
  agencyLines: true,
  place: true,
  abbreviation: true,
  code: true,
});
export type OrganizationEntry = z.infer<typeof OrganizationEntry>;

/** What administrators say of how their office works; certificates are revoked where keys are enrolled. */
export const Settings = OrganizationSettings.omit({ revokedCertificates: true });
/** Said from now on: people are reminded after an hour at least. */
export const SettingsEntry = Settings.extend({
  remindAfterSeconds: OrganizationSettings.shape.remindAfterSeconds.min(LEAST_PATIENT),
});
export type SettingsEntry = z.infer<typeof SettingsEntry>;

const wrong = (...fields: FieldProblem[]) => new Refusal('input_invalid', { fields });

/** The person as entered. Refusal: input_invalid, for a signer without a block or a block without a signer. */
export const withEntry = (
  person: Omit<Person, keyof PersonEntry | 'signatureBlock'>,
  { signature, ...entry }: PersonEntry,
): Person => {
  const signs = entry.roles.includes('signer');
  if (signs && (signature?.titles ?? ['']).every((title) => title === ''))
    throw wrong({
      path: ['signature', 'titles'],
      message: 'is required of a signer',
      wrong: { what: 'missing' },
    });
  if (!signs && signature !== null)
    throw wrong({ path: ['signature'], message: 'is for signers only' });
  return {
    ...person,
    ...entry,
    roles: ROLES.filter((role) => entry.roles.includes(role)),
    signatureBlock: signature && { ...signature, name: entry.name },
  };
};

/** What of a person an administrator wrote. */
export const entryOf = ({ name, title, email, roles, signatureBlock }: Person): PersonEntry => ({
  name,
  title,
  email,
  roles,
  signature: signatureBlock && {
    authority: signatureBlock.authority,
    titles: signatureBlock.titles,
  },
});

/** Somebody new: they may sign when they have a key. */
export const newPerson = (
  id: PersonId,
  organizationId: OrganizationId,
  entry: PersonEntry,
  at: Instant,
): Person =>
  withEntry(
    {
      id,
      organizationId,
      validFrom: at,
      validUntil: null,
      signingKey: null,
      signatureImage: null,
      accessChanges: [],
    },
    entry,
  );

/** Half a working day, three times, and the seal that every commune has; the chain is for its administrator to say. */
const FIRST_SETTINGS: OrganizationSettings = {
  sealing: 'clerk',
  series: 'perType',
  chain: [],
  remindAfterSeconds: 4 * 3_600,
  remindersBeforeEscalation: 3,
  sealDiameter: USUAL_SEAL_DIAMETER,
  withoutTimestamp: 'goOn',
  revokedCertificates: [],
};

export const newOrganization = (
  id: OrganizationId,
  parentId: OrganizationId | null,
  entry: OrganizationEntry,
  at: Instant,
): Organization => ({
  ...entry,
  id,
  parentId,
  validFrom: at,
  validUntil: null,
  successorId: null,
  settings: FIRST_SETTINGS,
  sealKey: null,
  sealImage: null,
});

/** The same, its office or existence over from that moment on. Refusal: status_wrong when it is over already. */
export const ended = <Thing extends Pick<Person, 'validFrom' | 'validUntil'>>(
  thing: Thing,
  at: Instant,
): Thing => {
  if (thing.validUntil !== null || !isValidAt(thing, at)) {
    throw new Refusal('status_wrong', { facts: { status: 'over' } });
  }
  return { ...thing, validUntil: at };
};

/** The same, there again from now on. Refusal: status_wrong when it is not over. */
export const resumed = <Thing extends Pick<Person, 'validFrom' | 'validUntil'>>(
  thing: Thing,
  at: Instant,
): Thing => {
  if (thing.validUntil === null || isValidAt(thing, at)) throw new Refusal('status_wrong');
  return { ...thing, validUntil: null };
};

/** An office always has somebody who can let others in. Refusal: administrator_missing. */
export const requireAdministrator = (people: Person[], at: Instant): void => {
  if (!people.some((person) => hasRole(person, 'administrator', at)))
    throw new Refusal('administrator_missing');
};

/** What of `after` is not as it was in `before`. */
export const changedIn = <Thing extends object>(
  before: Thing,
  after: Thing,
): { before: Partial<Thing>; after: Partial<Thing> } => {
  const differs = (name: keyof Thing) =>
    JSON.stringify(before[name]) !== JSON.stringify(after[name]);
  const pick = (thing: Thing): Partial<Thing> => {
    const picked: Partial<Thing> = {};
    for (const name in thing) if (differs(name)) picked[name] = thing[name];
    return picked;
  };
  return { before: pick(before), after: pick(after) };
};
