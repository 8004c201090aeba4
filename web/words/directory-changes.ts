// Which parts of the directory's entries did a change touch? The same in every language; each language names the parts.

import type { Happening } from '../../functions/domain/audit-event.ts';
import type {
  OrganizationEntry,
  PersonEntry,
  SettingsEntry,
} from '../../functions/domain/directory/directory-entry.ts';
import type { Role } from '../../functions/domain/directory/organization.ts';
import type { DIRECTORY_HAPPENINGS } from '../../functions/domain/directory-happening.ts';
import type { Instant } from '../../functions/domain/ids.ts';
import type { HappeningWords } from './happening-words.ts';

type DirectoryKind = (typeof DIRECTORY_HAPPENINGS)[number]['shape']['kind']['value'];

/** Words for everything that can happen to the directory. */
export type DirectoryChanges = Pick<HappeningWords, DirectoryKind>;

export type PartNames = {
  role: Record<Role, string>;
  person: Record<keyof PersonEntry, string>;
  organization: Record<keyof OrganizationEntry, string>;
  settings: Record<keyof SettingsEntry, string>;
  /** Instead of nothing at all. */
  none: string;
  changed: (part: string, before: string, after: string) => string;
};

type PersonChanged = Extract<Happening, { kind: 'personChanged' }>;

export const rolesIn = ({ role, none }: PartNames, roles: Role[] = []): string =>
  roles.map((one) => role[one]).join(', ') || none;

/** As it was and as it is: rights must be traceable. */
export const changesOfPerson = (names: PartNames, { before, after }: PersonChanged): string => {
  const { person, none, changed } = names;
  const told: string[] = [];
  for (const part of ['name', 'title', 'email'] as const) {
    if (after[part] !== undefined)
      told.push(changed(person[part], before[part] || none, after[part] || none));
  }
  if (after.roles)
    told.push(changed(person.roles, rolesIn(names, before.roles), rolesIn(names, after.roles)));
  if (after.signature !== undefined) told.push(person.signature);
  return told.join('; ');
};

/** The names of the parts that changed. */
export const partsIn = <Part extends string>(
  names: Record<Part, string>,
  after: { [part in Part]?: unknown },
): string =>
  (Object.keys(names) as Part[])
    .filter((part) => after[part] !== undefined)
    .map((part) => names[part])
    .join(', ');

export const namesIn = (all: { name: string }[]): string => all.map(({ name }) => name).join('; ');

const calendar = new Intl.DateTimeFormat('vi-VN', {
  timeZone: 'Asia/Ho_Chi_Minh',
  day: '2-digit',
  month: '2-digit',
  year: 'numeric',
});

/** In the office's time zone, day before month. */
export const dayIn = (at: Instant): string => calendar.format(new Date(at));
