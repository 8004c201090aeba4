// How does an organization that was closed come back?
import { resumed } from '../../domain/directory/directory-entry.ts';
import type { OrganizationId } from '../../domain/ids.ts';
import { changeDirectory } from '../effects/change-directory.ts';
import { pressOnce } from '../effects/press-once.ts';
import type { Caller } from '../reading/identify.ts';
import type { WorldOf } from '../world.ts';
import { findAdministered } from './find-administered.ts';
import { type SeenOrganization, seenOrganization } from './seen-organization.ts';

const NEEDS = ['presses', 'directory', 'directoryDesk'] as const;

/**
 * It is there again, nothing takes its place any more, and those who were in office in it get in again. Refusals:
 * not_permitted, organization_not_found, status_wrong when it is not closed.
 */
export const reopenOrganization = async (
  world: WorldOf<typeof NEEDS>,
  caller: Caller,
  id: OrganizationId,
): Promise<SeenOrganization> => {
  const find = () => findAdministered(world, caller, id);
  const act = async () => {
    await changeDirectory(world, caller, id, async () => {
      const before = await find();
      return {
        organization: { before, after: { ...resumed(before, caller.at), successorId: null } },
        happening: { kind: 'organizationReopened', organizationId: id, name: before.name },
      };
    });
    return find();
  };
  return seenOrganization(world, caller, await pressOnce(world, caller, act, find));
};
reopenOrganization.needs = NEEDS;
