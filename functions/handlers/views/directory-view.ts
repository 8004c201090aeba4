// How do people and organizations look: to whoever works with them, and to those who keep the directory? Without keys and images.
import {
  OrganizationRecord,
  OrganizationRow,
  type PersonAtWork,
  PersonRecord,
} from '../../contracts/directory-views.ts';
import { Me, OrganizationView, PersonView } from '../../contracts/views.ts';
import { versionOf } from '../../domain/directory/entry-version.ts';
import type { Person } from '../../domain/directory/organization.ts';
import type { BusyPerson } from '../../use-cases/administration/read-person.ts';
import type { Caller } from '../../use-cases/reading/identify.ts';
import { cutTo } from './cut.ts';

export const personViewOf = cutTo(PersonView);

export const organizationViewOf = cutTo(OrganizationView);

export const organizationRowOf = cutTo(OrganizationRow);

const myOrganizationOf = cutTo(Me.shape.organization);

export const meOf = ({ person, organization }: Pick<Caller, 'person' | 'organization'>): Me => ({
  person: personViewOf(person),
  organization: myOrganizationOf(organization),
});

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
