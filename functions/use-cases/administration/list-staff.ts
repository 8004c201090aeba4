// Who works in an office, or has worked there?
import type { Person } from '../../domain/directory/organization.ts';
import type { OrganizationId } from '../../domain/ids.ts';
import type { Caller } from '../reading/identify.ts';
import type { WorldOf } from '../world.ts';
import { findAdministered } from './find-administered.ts';

const NEEDS = ['directory'] as const;

/** Everybody, also those whose office is over. Refusals: not_permitted, organization_not_found (as of whatever is asked of its people). */
export const listStaff = async (
  world: WorldOf<typeof NEEDS>,
  caller: Caller,
  organizationId: OrganizationId,
): Promise<Person[]> => {
  await findAdministered(world, caller, organizationId);
  return world.directory.people(organizationId);
};
listStaff.needs = NEEDS;
