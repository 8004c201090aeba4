// How does an organization end? Those above close it, and may say which takes its place.
import { ended } from '../../domain/directory/directory-entry.ts';
import { isValidAt } from '../../domain/directory/organization.ts';
import type { OrganizationId } from '../../domain/ids.ts';
import { Refusal } from '../../domain/refusal.ts';
import { changeDirectory } from '../effects/change-directory.ts';
import { pressOnce } from '../effects/press-once.ts';
import type { Caller } from '../reading/identify.ts';
import type { WorldOf } from '../world.ts';
import { findAdministered } from './find-administered.ts';
import { type SeenOrganization, seenOrganization } from './seen-organization.ts';

const NEEDS = ['presses', 'directory', 'directoryDesk'] as const;

/**
 * Nothing is sent to it any more, and nobody of it gets in. Refusals: organization_not_found, not_permitted for one's own,
 * status_wrong when it is closed, successor_unknown when the one that takes its place is not there or closed.
 */
export const closeOrganization = async (
  world: WorldOf<typeof NEEDS>,
  caller: Caller,
  id: OrganizationId,
  successorId: OrganizationId | null,
): Promise<SeenOrganization> => {
  const find = () => findAdministered(world, caller, id);
  const act = async () => {
    await changeDirectory(world, caller, id, async () => {
      const before = await find();
      if (id === caller.organization.id) throw new Refusal('not_permitted');
      if (successorId !== null) {
        const successor = await world.directory.organization(successorId);
        if (successorId === id || successor === null || !isValidAt(successor, caller.at)) {
          const fields = [{ path: ['successorId'], message: 'is no open organization' }];
          throw new Refusal('successor_unknown', { fields });
        }
      }
      const { name } = before;
      return {
        organization: { before, after: { ...ended(before, caller.at), successorId } },
        happening: { kind: 'organizationClosed', organizationId: id, name, successorId },
      };
    });
    return find();
  };
  return seenOrganization(world, caller, await pressOnce(world, caller, act, find));
};
closeOrganization.needs = NEEDS;
