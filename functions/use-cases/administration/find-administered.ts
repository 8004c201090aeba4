// Who keeps which part of the directory? The administrators of an organization keep it and all that lies under it.

import {
  hasRole,
  isValidAt,
  type Organization,
  type Person,
} from '../../domain/directory/organization.ts';
import type { OrganizationId, PersonId } from '../../domain/ids.ts';
import { Refusal } from '../../domain/refusal.ts';
import { findOrganization } from '../reading/find.ts';
import { type Caller, requireRole } from '../reading/identify.ts';
import { lineOf } from '../reading/line-of.ts';
import type { Needs } from '../world.ts';

/** What a caller may do with an organization: everything, correct its entry, or look at that. */
export type Reach = 'administer' | 'describe' | 'look';

type Read = Needs<'directory'>;

/** Whoever lets others into it, as the directory says at this moment: its list lags, its entries do not. */
export const administratorsOf = async (
  { directory }: Read,
  id: OrganizationId,
  { at }: Caller,
): Promise<Person[]> => {
  const listed = (await directory.people(id)).filter(({ roles }) =>
    roles.includes('administrator'),
  );
  const present = await Promise.all(listed.map((one) => directory.person(one.id)));
  return present.filter((one) => one !== null).filter((one) => hasRole(one, 'administrator', at));
};

/** Whether anybody is in office there, as the directory says at this moment. */
export const isStaffed = async (
  { directory }: Read,
  id: OrganizationId,
  { at }: Caller,
): Promise<boolean> => {
  for (const listed of await directory.people(id)) {
    const present = await directory.person(listed.id);
    if (present !== null && isValidAt(present, at)) return true;
  }
  return false;
};

/**
 * Offices outside that are not on the system have nobody here who keeps them; their entries may be corrected by every
 * administrator, so that a commune that is alone on the system can enter its district. Who works there they cannot say, nor
 * whether it is no more; and an office whose own people are here is none of their business, whatever roles they hold.
 */
export const reachTo = async (
  world: Read,
  caller: Caller,
  organization: Organization,
): Promise<Reach> => {
  const line = await lineOf(world, organization);
  if (line.some(({ id }) => id === caller.organization.id)) return 'administer';
  for (const { id } of line) if (await isStaffed(world, id, caller)) return 'look';
  return 'describe';
};

/** Refusals: not_permitted, organization_not_found. */
const findWithin = async (
  world: Read,
  caller: Caller,
  id: OrganizationId,
  enough: readonly Reach[],
): Promise<Organization> => {
  requireRole(caller, 'administrator');
  const organization = await findOrganization(world, id);
  if (!enough.includes(await reachTo(world, caller, organization)))
    throw new Refusal('organization_not_found');
  return organization;
};

/**
 * An organization whose people and settings the caller keeps, and which the caller may close. Refusals:
 * not_permitted, organization_not_found.
 */
export const findAdministered = (world: Read, caller: Caller, id: OrganizationId) =>
  findWithin(world, caller, id, ['administer']);

/** An organization whose entry the caller may correct. Refusals: not_permitted, organization_not_found. */
export const findDescribed = (world: Read, caller: Caller, id: OrganizationId) =>
  findWithin(world, caller, id, ['administer', 'describe']);

/** Somebody of an organization whose people the caller keeps. Refusals: those of `findAdministered`, person_not_found. */
export const findAdministeredPerson = async (
  world: Read,
  caller: Caller,
  organizationId: OrganizationId,
  id: PersonId,
): Promise<Person> => {
  await findAdministered(world, caller, organizationId);
  const person = await world.directory.person(id);
  if (person?.organizationId !== organizationId) throw new Refusal('person_not_found');
  return person;
};
