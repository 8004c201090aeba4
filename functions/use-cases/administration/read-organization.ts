// What stands in the entry of an organization?
import type { OrganizationId } from '../../domain/ids.ts';
import { findOrganization } from '../reading/find.ts';
import { type Caller, requireRole } from '../reading/identify.ts';
import type { WorldOf } from '../world.ts';
import { type SeenOrganization, seenOrganization } from './seen-organization.ts';

const NEEDS = ['directory'] as const;

/** Refusal: organization_not_found. */
export const readOrganization = async (
  world: WorldOf<typeof NEEDS>,
  caller: Caller,
  id: OrganizationId,
): Promise<SeenOrganization> => {
  requireRole(caller, 'administrator');
  return seenOrganization(world, caller, await findOrganization(world, id));
};
readOrganization.needs = NEEDS;
