// How do people and organizations look: to whoever works with them, and to those who keep the directory? Without keys and images.
import {
  type AccountView,
  OrganizationRecord,
  OrganizationRow,
  type PersonAtWork,
  PersonRecord,
} from '../../contracts/directory-views.ts';
import { type AccessChangeView, Me, OrganizationView, PersonView } from '../../contracts/views.ts';
import type { AccessChange } from '../../domain/directory/access-change.ts';
import { versionOf } from '../../domain/directory/entry-version.ts';
import type { Person } from '../../domain/directory/organization.ts';
import { hasPower, openChanges, standsFrom } from '../../domain/directory/settled-access.ts';
import type { BusyPerson } from '../../use-cases/administration/read-person.ts';
import type { SeenAccount } from '../../use-cases/administration/seen-account.ts';
import type { Caller } from '../../use-cases/reading/identify.ts';
import { cutTo } from './cut.ts';

export const personViewOf = cutTo(PersonView);

export const organizationViewOf = cutTo(OrganizationView);

export const organizationRowOf = cutTo(OrganizationRow);

const myOrganizationOf = cutTo(Me.shape.organization);

const accessChangeViewOf = (change: AccessChange): AccessChangeView => ({
  what: change.kind,
  to: change.kind === 'email' ? change.to : null,
  isHeld: change.isHeld,
  standsFrom: standsFrom(change),
});

export const meOf = ({
  person,
  organization,
  at,
}: Pick<Caller, 'person' | 'organization' | 'at'>): Me => ({
  person: personViewOf(person),
  organization: myOrganizationOf(organization),
  unsettled: hasPower(person) ? openChanges(person, at).map(accessChangeViewOf) : [],
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

export const accountViewOf = ({ state, changes, settling }: SeenAccount): AccountView => ({
  state,
  settling,
  changes: changes.map((change) => ({
    ...accessChangeViewOf(change),
    askedBy: change.askedByName,
    askedAt: change.askedAt,
  })),
});
