// How are a person's name and rights changed? At once; but not the address of whoever signs or seals.
import type { Happening } from '../../domain/audit-event.ts';
import {
  changedIn,
  entryOf,
  type PersonEntry,
  withEntry,
} from '../../domain/directory/directory-entry.ts';
import { expectVersion, versionOf } from '../../domain/directory/entry-version.ts';
import type { Person } from '../../domain/directory/organization.ts';
import { asWanted } from '../../domain/directory/settled-access.ts';
import type { OrganizationId, PersonId, Sha256 } from '../../domain/ids.ts';
import { changeDirectory } from '../effects/change-directory.ts';
import type { Caller } from '../reading/identify.ts';
import type { WorldOf } from '../world.ts';
import { findAdministeredPerson } from './find-administered.ts';
import { keepAdministrator } from './keep-administrator.ts';
import { tellOfAccess } from './tell-of-access.ts';

const NEEDS = ['directory', 'directoryDesk', 'accounts', 'notices'] as const;

/** What is so from now on, and what was asked for. */
const happeningsOf = (before: Person, after: Person, wanted: Person): Happening[] => {
  const whom = { personId: after.id, name: after.name };
  const changes = changedIn(entryOf(before), entryOf(after));
  const hasChanged = Object.keys(changes.after).length > 0;
  const isAsked = after.email !== wanted.email;
  return [
    ...(hasChanged ? [{ kind: 'personChanged', ...whom, ...changes } as const] : []),
    ...(isAsked
      ? [{ kind: 'accessAsked', ...whom, what: 'email', email: wanted.email } as const]
      : []),
  ];
};

/**
 * A new address is asked about, written, and then told to the account: a change that was refused has moved nobody, and
 * what the account did not hear of reaches it by the same press. Should somebody else be given the address in between,
 * it is refused afterwards and stands in the entry until another is given. That of whoever signs or seals is asked for
 * only: it takes effect by `settleAccess`.
 * Refusals: person_not_found, entry_changed, input_invalid, administrator_missing, email_taken.
 */
export const changePerson = async (
  world: WorldOf<typeof NEEDS>,
  caller: Caller,
  organizationId: OrganizationId,
  wish: { id: PersonId; seen: Sha256; entry: PersonEntry },
): Promise<Person> => {
  const before = await findAdministeredPerson(world, caller, organizationId, wish.id);
  const wanted = withEntry(before, wish.entry);
  const after = asWanted(before, wanted, { by: caller.person.id, at: caller.at });
  // What was sent once more has had its effect; only the account may not have heard of it.
  if (versionOf(after) === versionOf(before)) {
    await tellOfAccess(world, caller, null, before);
    await world.accounts.move(after.id, after.email);
    return before;
  }
  expectVersion(before, wish.seen);
  await keepAdministrator(world, caller, before, after);
  const moves = after.email !== before.email;
  if (wanted.email !== before.email) await world.accounts.expectFree(after.id, wanted.email);
  await changeDirectory(world, caller, organizationId, async () => {
    await keepAdministrator(world, caller, before, after);
    return { person: { before, after }, happening: happeningsOf(before, after, wanted) };
  });
  await tellOfAccess(world, caller, before, after);
  if (moves) await world.accounts.move(after.id, after.email);
  return after;
};
changePerson.needs = NEEDS;
