// How does somebody's term of office begin again?
import { resumed } from '../../domain/directory/directory-entry.ts';
import type { Person } from '../../domain/directory/organization.ts';
import { takenBack } from '../../domain/directory/settled-access.ts';
import type { OrganizationId, PersonId } from '../../domain/ids.ts';
import { changeDirectory } from '../effects/change-directory.ts';
import { pressOnce } from '../effects/press-once.ts';
import type { Caller } from '../reading/identify.ts';
import type { WorldOf } from '../world.ts';
import { findAdministeredPerson } from './find-administered.ts';
import { tellOfAccess } from './tell-of-access.ts';

const NEEDS = ['presses', 'directory', 'directoryDesk', 'notices'] as const;

/**
 * They are back, with the roles of before; an administrator like one who has just been made one, and what is held of anybody
 * as if it had just been asked for. Refusals: person_not_found, status_wrong when their office is not over.
 */
export const resumeOffice = async (
  world: WorldOf<typeof NEEDS>,
  caller: Caller,
  organizationId: OrganizationId,
  id: PersonId,
): Promise<Person> => {
  const find = () => findAdministeredPerson(world, caller, organizationId, id);
  const welcome = async (told: Person | null): Promise<Person> => {
    const person = await find();
    await tellOfAccess(world, caller, told, person);
    return person;
  };
  const act = async () => {
    const told = await find();
    await changeDirectory(world, caller, organizationId, async () => {
      const before = await find();
      const asking = { by: caller.person.id, at: caller.at };
      const after = takenBack(resumed(before, caller.at), asking);
      return {
        person: { before, after },
        happening: { kind: 'officeResumed', personId: id, name: before.name },
      };
    });
    return welcome(told);
  };
  return pressOnce(world, caller, act, () => welcome(null));
};
resumeOffice.needs = NEEDS;
