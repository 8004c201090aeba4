// How is the entry of an organization corrected, from which the head of its papers is printed?
import { changedIn, OrganizationEntry } from '../../domain/directory/directory-entry.ts';
import { expectVersion, versionOf } from '../../domain/directory/entry-version.ts';
import type { OrganizationId, Sha256 } from '../../domain/ids.ts';
import { changeDirectory } from '../effects/change-directory.ts';
import type { Caller } from '../reading/identify.ts';
import type { WorldOf } from '../world.ts';
import { findDescribed } from './find-administered.ts';
import { type SeenOrganization, seenOrganization } from './seen-organization.ts';

const NEEDS = ['directory', 'directoryDesk'] as const;

/** Refusals: organization_not_found, entry_changed. */
export const changeOrganization = async (
  world: WorldOf<typeof NEEDS>,
  caller: Caller,
  { id, seen, entry }: { id: OrganizationId; seen: Sha256; entry: OrganizationEntry },
): Promise<SeenOrganization> => {
  const before = await findDescribed(world, caller, id);
  const after = { ...before, ...entry };
  if (versionOf(after) === versionOf(before)) return seenOrganization(world, caller, before);
  expectVersion(before, seen);
  const { name } = after;
  const changes = changedIn(OrganizationEntry.strip().parse(before), entry);
  await changeDirectory(world, caller, id, async () => ({
    organization: { before, after },
    happening: { kind: 'organizationChanged', organizationId: id, name, ...changes },
  }));
  return seenOrganization(world, caller, after);
};
changeOrganization.needs = NEEDS;
