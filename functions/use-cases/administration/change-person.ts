// How are a person's name and rights changed?
import {
  changedIn,
  entryOf,
  type PersonEntry,
  withEntry,
} from '../../domain/directory/directory-entry.ts';
import { expectVersion, versionOf } from '../../domain/directory/entry-version.ts';
import type { Person } from '../../domain/directory/organization.ts';
import type { OrganizationId, PersonId, Sha256 } from '../../domain/ids.ts';
import { changeDirectory } from '../effects/change-directory.ts';
import type { Caller } from '../reading/identify.ts';
import type { WorldOf } from '../world.ts';
import { findAdministeredPerson } from './find-administered.ts';
import { keepAdministrator } from './keep-administrator.ts';

const NEEDS = ['directory', 'directoryDesk', 'accounts'] as const;

/**
 * A new address is asked about, written, and then told to the account: a change that was refused has moved nobody, and
 * what the account did not hear of reaches it by the same press. Should somebody else be given the address in between,
 * it is refused afterwards and stands in the entry until another is given.
 * Refusals: person_not_found, entry_changed, input_invalid, administrator_missing, email_taken.
 */
export const changePerson = async (
  world: WorldOf<typeof NEEDS>,
  caller: Caller,
  organizationId: OrganizationId,
  wish: { id: PersonId; seen: Sha256; entry: PersonEntry },
): Promise<Person> => {
  const before = await findAdministeredPerson(world, caller, organizationId, wish.id);
  const after = withEntry(before, wish.entry);
  // What was sent once more has had its effect; only the account may not have heard of it.
  if (versionOf(after) === versionOf(before)) {
    await world.accounts.move(after.id, after.email);
    return before;
  }
  expectVersion(before, wish.seen);
  await keepAdministrator(world, caller, before, after);
  const moves = after.email !== before.email;
  if (moves) await world.accounts.expectFree(after.id, after.email);
  const { id: personId, name } = after;
  await changeDirectory(world, caller, organizationId, async () => {
    await keepAdministrator(world, caller, before, after);
    const changes = changedIn(entryOf(before), entryOf(after));
    return {
      person: { before, after },
      happening: { kind: 'personChanged', personId, name, ...changes },
    };
  });
  if (moves) await world.accounts.move(after.id, after.email);
  return after;
};
changePerson.needs = NEEDS;
