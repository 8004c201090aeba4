// What if nobody should have asked for it? Before it takes effect, an administrator calls it off, or whom it is about, who was
// told of it.
import type { Person } from '../../domain/directory/organization.ts';
import { calledOff } from '../../domain/directory/settled-access.ts';
import type { OrganizationId, PersonId } from '../../domain/ids.ts';
import { Refusal } from '../../domain/refusal.ts';
import { changeDirectory } from '../effects/change-directory.ts';
import { pressOnce } from '../effects/press-once.ts';
import type { Caller } from '../reading/identify.ts';
import type { Needs, WorldOf } from '../world.ts';
import { findAdministeredPerson } from './find-administered.ts';

const NEEDS = ['presses', 'directory', 'directoryDesk'] as const;

/** Themselves, or somebody of an office that the caller keeps. Refusals: those of `findAdministeredPerson`. */
const findOwnOrAdministered = async (
  world: Needs<'directory'>,
  caller: Caller,
  organizationId: OrganizationId,
  id: PersonId,
): Promise<Person> => {
  if (id !== caller.person.id || organizationId !== caller.organization.id)
    return findAdministeredPerson(world, caller, organizationId, id);
  const person = await world.directory.person(id);
  if (person === null) throw new Refusal('person_not_found');
  return person;
};

/** Refusals: not_permitted, organization_not_found, person_not_found, entry_changed; status_wrong when nothing waits to take effect. */
export const callOffAccess = async (
  world: WorldOf<typeof NEEDS>,
  caller: Caller,
  organizationId: OrganizationId,
  id: PersonId,
): Promise<Record<string, never>> => {
  const act = async () => {
    await changeDirectory(world, caller, organizationId, async () => {
      const before = await findOwnOrAdministered(world, caller, organizationId, id);
      return {
        person: { before, after: calledOff(before) },
        happening: { kind: 'accessCalledOff', personId: id, name: before.name },
      };
    });
    return {};
  };
  return pressOnce(world, caller, act, async () => ({}));
};
callOffAccess.needs = NEEDS;
