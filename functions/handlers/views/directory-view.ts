// How do people and organizations look to those who keep the directory? Without keys and images.
import {
  OrganizationRecord,
  OrganizationRow,
  type PersonAtWork,
  PersonRecord,
} from '../../contracts/directory-views.ts';
import { versionOf } from '../../domain/directory/entry-version.ts';
import type { Person } from '../../domain/directory/organization.ts';
import type { BusyPerson } from '../../use-cases/administration/read-person.ts';
import { cutTo } from './cut.ts';

export const organizationRowOf = cutTo(OrganizationRow);

export const organizationRecordOf = cutTo(OrganizationRecord);

const cutPerson = cutTo(PersonRecord);

/** Of a key only its presence is said. */
export const personRecordOf = (person: Person): PersonRecord =>
  cutPerson({ ...person, hasKey: person.signingKey !== null, version: versionOf(person) });

export const personAtWorkOf = ({ person, waiting, hasMore }: BusyPerson): PersonAtWork => ({
  ...personRecordOf(person),
  waiting,
  hasMore,
});
