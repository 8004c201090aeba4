// How is an organization entered? Under one that the administrator keeps or may describe, or under none.
import { newOrganization, type OrganizationEntry } from '../../domain/directory/directory-entry.ts';
import { OrganizationId } from '../../domain/ids.ts';
import { changeDirectory } from '../effects/change-directory.ts';
import { pressOnce } from '../effects/press-once.ts';
import { findOrganization } from '../reading/find.ts';
import { type Caller, requireRole } from '../reading/identify.ts';
import type { WorldOf } from '../world.ts';
import { findDescribed } from './find-administered.ts';
import { type SeenOrganization, seenOrganization } from './seen-organization.ts';

const NEEDS = ['presses', 'directory', 'directoryDesk', 'ids'] as const;

/** Under one that the caller keeps or may describe, or under none. Refusal: organization_not_found. */
export const addOrganization = async (
  world: WorldOf<typeof NEEDS>,
  caller: Caller,
  { parentId, ...entry }: OrganizationEntry & { parentId: OrganizationId | null },
): Promise<SeenOrganization> => {
  requireRole(caller, 'administrator');
  const act = async () => {
    if (parentId !== null) await findDescribed(world, caller, parentId);
    const after = newOrganization(world.ids.organization(), parentId, entry, caller.at);
    await changeDirectory(world, caller, after.id, async () => ({
      organization: { before: null, after },
      happening: { kind: 'organizationAdded', organizationId: after.id, name: after.name },
      made: after.id,
    }));
    return after;
  };
  const found = (made: string) => findOrganization(world, OrganizationId.parse(made));
  return seenOrganization(world, caller, await pressOnce(world, caller, act, found));
};
addOrganization.needs = NEEDS;
