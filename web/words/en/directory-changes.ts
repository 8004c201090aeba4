// How is it said in English what administrators changed?
import type { AccessKind } from '../../../functions/domain/directory/access-change.ts';
import {
  changesOfPerson,
  type DirectoryChanges,
  dayIn,
  namesIn,
  type PartNames,
  partsIn,
  rolesIn,
} from '../directory-changes.ts';
import { life } from './life.ts';

const parts: PartNames = {
  role: life.role,
  person: {
    name: 'name',
    title: 'title',
    email: 'e-mail',
    roles: 'roles',
    signature: 'signature block',
  },
  organization: {
    name: 'name',
    superiorLine: 'superior agency',
    agencyLines: 'name at the head of documents',
    place: 'place',
    abbreviation: 'abbreviation',
    code: 'identification code',
  },
  settings: {
    sealing: 'sealing',
    series: 'numbering',
    chain: 'steps of approval',
    remindAfterSeconds: 'time until a reminder',
    remindersBeforeEscalation: 'number of reminders',
    sealDiameter: 'diameter of the seal',
    withoutTimestamp: 'when there is no timestamp',
  },
  none: '(nothing)',
  changed: (part, before, after) => `${part} from ${before} to ${after}`,
};

const access: Record<AccessKind, string> = {
  rights: 'role of administrator',
  secondFactor: 'reset of the second factor',
  email: 'another e-mail',
};

export const directoryChanges: DirectoryChanges = {
  personAdded: ({ name, roles }) => `added ${name}: ${rolesIn(parts, roles)}`,
  personChanged: (happening) => `changed ${happening.name}: ${changesOfPerson(parts, happening)}`,
  officeEnded: ({ name }) => `locked the account of ${name}`,
  officeResumed: ({ name }) => `unlocked the account of ${name}`,
  invitedAgain: ({ name }) => `sent ${name} the invitation again`,
  secondFactorForgotten: ({ name }) => `let ${name} set up another second factor`,
  accessAsked: ({ name, what, email }) =>
    what === 'email'
      ? `asked for another e-mail of ${name}: ${email}`
      : `asked for a reset of the second factor of ${name}`,
  accessSettled: ({ name, what, email, agreed }) =>
    `${agreed ? 'agreed' : 'let take effect after 24 hours'}: ${what.map((one) => access[one]).join(', ')} of ${name}${email ? ` (${email})` : ''}`,
  accessCalledOff: ({ name }) => `called off a change of how ${name} signs in`,
  organizationAdded: ({ name }) => `added ${name}`,
  organizationChanged: ({ name, after }) =>
    `changed ${name}: ${partsIn(parts.organization, after)}`,
  organizationClosed: ({ name }) => `closed ${name}`,
  organizationReopened: ({ name }) => `reopened ${name}`,
  settingsChanged: ({ after }) => `changed settings: ${partsIn(parts.settings, after)}`,
  registerOpened: ({ year, lastNumber }) =>
    `set the last number of ${year} on paper to ${lastNumber}`,
  registerConfirmed: ({ year, lastNumber }) =>
    `confirmed the register of ${year}, at number ${lastNumber}, against the one on paper`,
  keyEnrolled: () => 'enrolled a certificate',
  certificateRevoked: () => 'revoked a certificate',
  imageGiven: ({ holder }) =>
    holder.kind === 'person' ? 'gave the image of a signature' : 'gave the image of the seal',
  authoritiesTrusted: ({ authorities, reason }) =>
    `trusted a certificate authority: ${namesIn(authorities)}${reason ? ` (${reason})` : ''}`,
  authoritiesEnded: ({ authorities, until, reason }) =>
    `ended trust in a certificate authority: ${namesIn(authorities)}, for signatures from ${dayIn(until)} on (${reason})`,
};
