// What if somebody has lost the telephone that proves it is them? They set up another when they next sign in.
import type { AccountState } from '../../domain/directory/first-day.ts';
import type { OrganizationId, PersonId } from '../../domain/ids.ts';
import { Refusal } from '../../domain/refusal.ts';
import { changeDirectory } from '../effects/change-directory.ts';
import { pressOnce } from '../effects/press-once.ts';
import type { Caller } from '../reading/identify.ts';
import type { WorldOf } from '../world.ts';
import { findAdministeredPerson } from './find-administered.ts';

const NEEDS = ['presses', 'directory', 'directoryDesk', 'accounts'] as const;

/**
 * Their password stays, so whoever found the telephone is not let in. Nobody does it for themselves: who is signed in has
 * theirs, and who has taken over a screen must not bring their own. Refusals: not_permitted, organization_not_found,
 * person_not_found.
 */
export const forgetSecondFactor = async (
  world: WorldOf<typeof NEEDS>,
  caller: Caller,
  organizationId: OrganizationId,
  id: PersonId,
): Promise<{ state: AccountState }> => {
  const act = async (): Promise<{ state: AccountState }> => {
    const { name } = await findAdministeredPerson(world, caller, organizationId, id);
    if (id === caller.person.id) throw new Refusal('not_permitted');
    await world.accounts.forgetSecondFactor(id);
    await changeDirectory(world, caller, organizationId, async () => ({
      happening: { kind: 'secondFactorForgotten', personId: id, name },
    }));
    return { state: 'active' };
  };
  return pressOnce(world, caller, act, async () => ({ state: 'active' }));
};
forgetSecondFactor.needs = NEEDS;
