// How does somebody's term of office begin again?
import { resumed } from '../../domain/directory/directory-entry.ts';
import type { Person } from '../../domain/directory/organization.ts';
import type { OrganizationId, PersonId } from '../../domain/ids.ts';
import { changeDirectory } from '../effects/change-directory.ts';
import { pressOnce } from '../effects/press-once.ts';
import type { Caller } from '../reading/identify.ts';
import type { WorldOf } from '../world.ts';
import { findAdministeredPerson } from './find-administered.ts';

const NEEDS = ['presses', 'directory', 'directoryDesk'] as const;

/** They are back, with the roles of before. Refusals: person_not_found, status_wrong when their office is not over. */
export const resumeOffice = async (
  world: WorldOf<typeof NEEDS>,
  caller: Caller,
  organizationId: OrganizationId,
  id: PersonId,
): Promise<Person> => {
  const find = () => findAdministeredPerson(world, caller, organizationId, id);
  const act = async () => {
    await changeDirectory(world, caller, organizationId, async () => {
      const before = await find();
      return {
        person: { before, after: resumed(before, caller.at) },
        happening: { kind: 'officeResumed', personId: id, name: before.name },
      };
    });
    return find();
  };
  return pressOnce(world, caller, act, find);
};
resumeOffice.needs = NEEDS;
