// What stands in the entry of an organization?
import type { OrganizationRecord } from '../../contracts/directory-views.ts';
import type { OrganizationId } from '../../domain/ids.ts';
import { findOrganization } from '../reading/find.ts';
import { type Caller, requireRole } from '../reading/identify.ts';
import type { Needs } from '../world.ts';
import { presentOrganization } from './present-organization.ts';

/** Refusal: organization_not_found. */
export const readOrganization = async (
  world: Needs<'directory' | 'directoryDesk'>,
  caller: Caller,
  id: OrganizationId,
): Promise<OrganizationRecord> => {
  requireRole(caller, 'administrator');
  return presentOrganization(world, caller, await findOrganization(world, id));
};
