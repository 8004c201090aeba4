// What if somebody has lost the telephone that proves it is them? They set up another when they next sign in; whoever signs or
// seals, once a second administrator agrees or a day has passed.
import type { Person } from '../../domain/directory/organization.ts';
import {
  isProtected,
  openChanges,
  withoutSecondFactor,
} from '../../domain/directory/settled-access.ts';
import type { Instant, OrganizationId, PersonId } from '../../domain/ids.ts';
import { Refusal } from '../../domain/refusal.ts';
import { changeDirectory } from '../effects/change-directory.ts';
import { pressOnce } from '../effects/press-once.ts';
import type { Caller } from '../reading/identify.ts';
import type { Needs, WorldOf } from '../world.ts';
import { findAdministeredPerson } from './find-administered.ts';
import { type SeenAccount, seenAccount } from './seen-account.ts';
import { tellOfAccess } from './tell-of-access.ts';

const NEEDS = ['presses', 'directory', 'directoryDesk', 'accounts', 'notices'] as const;

/** Nobody resets their own: who is signed in has theirs, and who has taken over a screen must not bring another. */
const findResettable = async (
  world: Needs<'directory'>,
  caller: Caller,
  organizationId: OrganizationId,
  id: PersonId,
): Promise<Person> => {
  const person = await findAdministeredPerson(world, caller, organizationId, id);
  if (id === caller.person.id) throw new Refusal('not_permitted');
  return person;
};

/**
 * Whoever has come to sign since the press that comes again is asked about like anybody who signs; and nothing is reset
 * that is not, from then on, what nobody else stands behind.
 */
const isDoneFor = (person: Person, at: Instant): boolean =>
  !isProtected(person) &&
  openChanges(person, at).some(({ kind, isHeld }) => kind === 'secondFactor' && !isHeld);

/**
 * Their password stays, so whoever found the telephone is not let in. Told first and reset afterwards: nothing is reset that
 * nobody hears of, and a press that was cut off in between resets when it comes again; once more is harmless. Of whoever
 * signs or seals nothing is reset by this press. Refusals: not_permitted for one's own; organization_not_found,
 * person_not_found; entry_changed when their entry was changed at this moment.
 */
export const forgetSecondFactor = async (
  world: WorldOf<typeof NEEDS>,
  caller: Caller,
  organizationId: OrganizationId,
  id: PersonId,
): Promise<SeenAccount> => {
  const find = () => findResettable(world, caller, organizationId, id);
  const reset = async (told: Person | null): Promise<SeenAccount> => {
    const person = await find();
    await tellOfAccess(world, caller, told, person);
    if (isDoneFor(person, caller.at)) await world.accounts.forgetSecondFactor(id);
    return seenAccount(world, caller, person);
  };
  const act = async () => {
    const told = await find();
    if ((await world.accounts.find(id)) === null) throw new Refusal('person_not_found');
    await changeDirectory(world, caller, organizationId, async () => {
      const before = await find();
      const after = withoutSecondFactor(before, { by: caller.person.id, at: caller.at });
      if (after === before) return null;
      const whom = { personId: id, name: before.name };
      return {
        person: { before, after },
        happening: isProtected(before)
          ? { kind: 'accessAsked', ...whom, what: 'secondFactor' }
          : { kind: 'secondFactorForgotten', ...whom },
      };
    });
    return reset(told);
  };
  return pressOnce(world, caller, act, () => reset(null));
};
forgetSecondFactor.needs = NEEDS;
