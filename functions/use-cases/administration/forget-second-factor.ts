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
 * Their password stays, so whoever found the telephone is not let in. Refusals: not_permitted, also for whoever may sign;
 * organization_not_found, person_not_found.
 */
export const forgetSecondFactor = async (
  world: WorldOf<typeof NEEDS>,
  caller: Caller,
  organizationId: OrganizationId,
  id: PersonId,
): Promise<{ state: AccountState }> => {
  const act = async (): Promise<{ state: AccountState }> => {
    const { name } = await findResettable(world, caller, organizationId, id);
    await world.accounts.forgetSecondFactor(id);
    await changeDirectory(world, caller, organizationId, async () => ({
      happening: { kind: 'secondFactorForgotten', personId: id, name },
    }));
    return { state: 'active' };
  };
  return pressOnce(world, caller, act, async () => ({ state: 'active' }));
};
forgetSecondFactor.needs = NEEDS;
