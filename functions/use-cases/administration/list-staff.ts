// Who works in an office, or has worked there?
import type { Person } from '../../domain/directory/organization.ts';
import type { OrganizationId } from '../../domain/ids.ts';
import type { Caller } from '../reading/identify.ts';
import type { Needs } from '../world.ts';
import { findAdministered } from './find-administered.ts';

/** Everybody, also those whose office is over. Refusals: not_permitted, organization_not_found (as of whatever is asked of its people). */
export const listStaff = async (
  world: Needs<'directory'>,
  caller: Caller,
  organizationId: OrganizationId,
): Promise<Person[]> => {
  await findAdministered(world, caller, organizationId);
  return world.directory.people(organizationId);
};
