// What if somebody has lost the telephone that proves it is them? They set up another when they next sign in.
import type { AccountState } from '../../domain/directory/first-day.ts';
import { mayComeToSign } from '../../domain/directory/may-come-to-sign.ts';
import type { Person } from '../../domain/directory/organization.ts';
import type { OrganizationId, PersonId } from '../../domain/ids.ts';
import { Refusal } from '../../domain/refusal.ts';
import { changeDirectory } from '../effects/change-directory.ts';
import { pressOnce } from '../effects/press-once.ts';
import type { Caller } from '../reading/identify.ts';
import type { Needs, WorldOf } from '../world.ts';
import { findAdministeredPerson } from './find-administered.ts';

const NEEDS = ['presses', 'directory', 'directoryDesk', 'accounts'] as const;

/**
 * Whose second factor the caller may reset. Nobody's for themselves: who is signed in has theirs, and who has taken over a
 * screen must not bring their own. Nor that of whoever signs: an administrator says under which address they sign in, so
 * their password can be had by mail, and the second factor alone keeps the administrator from signing in their name.
 */
const findResettable = async (
  world: Needs<'directory'>,
  caller: Caller,
  organizationId: OrganizationId,
  id: PersonId,
): Promise<Person> => {
  const person = await findAdministeredPerson(world, caller, organizationId, id);
  const { roles, signingKey } = person;
  if (id === caller.person.id || mayComeToSign({ roles, hasKey: signingKey !== null }))
    throw new Refusal('not_permitted');
  return person;
};

/**
 * Their password stays, so whoever found the telephone is not let in. Told first and reset afterwards: nothing is reset that
 * nobody hears of, and a press that was cut off in between resets when it comes again; once more is harmless. The entry is
 * written as it was read, so that nobody comes to sign meanwhile. Refusals: not_permitted, also for whoever may sign;
 * organization_not_found, person_not_found; entry_changed when their entry was changed at this moment.
 */
export const forgetSecondFactor = async (
  world: WorldOf<typeof NEEDS>,
  caller: Caller,
  organizationId: OrganizationId,
  id: PersonId,
): Promise<{ state: AccountState }> => {
  const find = () => findResettable(world, caller, organizationId, id);
  const reset = async (): Promise<{ state: AccountState }> => {
    await find();
    await world.accounts.forgetSecondFactor(id);
    return { state: 'active' };
  };
  const act = async () => {
    await find();
    if ((await world.accounts.find(id)) === null) throw new Refusal('person_not_found');
    await changeDirectory(world, caller, organizationId, async () => {
      const person = await find();
      return {
        person: { before: person, after: person },
        happening: { kind: 'secondFactorForgotten', personId: id, name: person.name },
      };
    });
    return reset();
  };
  return pressOnce(world, caller, act, reset);
};
forgetSecondFactor.needs = NEEDS;
