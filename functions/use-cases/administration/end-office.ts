// How does somebody's term of office end? At once: a right that is taken away is gone.
import { ended } from '../../domain/directory/directory-entry.ts';
import type { Person } from '../../domain/directory/organization.ts';
import type { OrganizationId, PersonId } from '../../domain/ids.ts';
import { changeDirectory } from '../effects/change-directory.ts';
import { pressOnce } from '../effects/press-once.ts';
import type { Caller } from '../reading/identify.ts';
import type { WorldOf } from '../world.ts';
import { findAdministeredPerson } from './find-administered.ts';
import { keepAdministrator } from './keep-administrator.ts';

const NEEDS = ['presses', 'directory', 'directoryDesk'] as const;

/** From now on they may do nothing here. Refusals: person_not_found, status_wrong when it is over, administrator_missing. */
export const endOffice = async (
  world: WorldOf<typeof NEEDS>,
  caller: Caller,
  organizationId: OrganizationId,
  id: PersonId,
): Promise<Person> => {
  const find = () => findAdministeredPerson(world, caller, organizationId, id);
  const act = async () => {
    await changeDirectory(world, caller, organizationId, async () => {
      const before = await find();
      const after = ended(before, caller.at);
      await keepAdministrator(world, caller, before, after);
      return {
        person: { before, after },
        happening: { kind: 'officeEnded', personId: id, name: before.name },
      };
    });
    return find();
  };
  return pressOnce(world, caller, act, find);
};
endOffice.needs = NEEDS;
