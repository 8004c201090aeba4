// How does an organization that was closed come back?
import { resumed } from '../../domain/directory/directory-entry.ts';
import { isValidAt, type Organization, type Person } from '../../domain/directory/organization.ts';
import { heldAnew } from '../../domain/directory/settled-access.ts';
import type { Instant, OrganizationId } from '../../domain/ids.ts';
import { changeDirectory } from '../effects/change-directory.ts';
import { pressOnce } from '../effects/press-once.ts';
import type { Caller } from '../reading/identify.ts';
import type { Needs, WorldOf } from '../world.ts';
import { findAdministered } from './find-administered.ts';
import { type SeenOrganization, seenOrganization } from './seen-organization.ts';
import { tellOfAccess } from './tell-of-access.ts';

const NEEDS = ['presses', 'directory', 'directoryDesk', 'notices'] as const;

/** Those of it of whom something is held, who get in when it is open. */
const waitingIn = async (
  { directory }: Needs<'directory'>,
  id: OrganizationId,
  at: Instant,
): Promise<Person[]> =>
  (await directory.people(id)).filter(
    (person) => isValidAt(person, at) && person.accessChanges.some(({ isHeld }) => isHeld),
  );

/** While it is closed no day lets anything take effect, so this may come before, and again when the press broke off. */
const holdAnew = async (
  world: Needs<'directory' | 'directoryDesk'>,
  caller: Caller,
  id: OrganizationId,
): Promise<void> => {
  for (const { id: personId } of await waitingIn(world, id, caller.at)) {
    await changeDirectory(world, { ...caller, press: null }, id, async () => {
      const before = await world.directory.person(personId);
      if (before === null) return null;
      // It was told of when it was asked for; that they are open again is told below.
      return { person: { before, after: heldAnew(before, caller.at) }, happening: [] };
    });
  }
};

/**
 * It is there again, nothing takes its place any more, and those who were in office in it get in again; what is held of them
 * has its day before it and is told to them anew, for they could object to nothing. Refusals: not_permitted,
 * organization_not_found, status_wrong when it is not closed.
 */
export const reopenOrganization = async (
  world: WorldOf<typeof NEEDS>,
  caller: Caller,
  id: OrganizationId,
): Promise<SeenOrganization> => {
  const find = () => findAdministered(world, caller, id);
  const welcome = async (): Promise<Organization> => {
    for (const person of await waitingIn(world, id, caller.at))
      await tellOfAccess(world, caller, null, person);
    return find();
  };
  const act = async () => {
    // Refused before anybody's day is moved.
    resumed(await find(), caller.at);
    await holdAnew(world, caller, id);
    await changeDirectory(world, caller, id, async () => {
      const before = await find();
      return {
        organization: { before, after: { ...resumed(before, caller.at), successorId: null } },
        happening: { kind: 'organizationReopened', organizationId: id, name: before.name },
      };
    });
    return welcome();
  };
  return seenOrganization(world, caller, await pressOnce(world, caller, act, welcome));
};
reopenOrganization.needs = NEEDS;
