// Can somebody sign in, and have they done so? For those who keep their office.
import type { AccountState } from '../../domain/directory/first-day.ts';
import type { OrganizationId, PersonId } from '../../domain/ids.ts';
import type { Caller } from '../reading/identify.ts';
import type { WorldOf } from '../world.ts';
import { findAdministeredPerson } from './find-administered.ts';

const NEEDS = ['directory', 'accounts'] as const;

/** `none` when the pool knows nobody of that id. Refusals: not_permitted, organization_not_found, person_not_found. */
export const readAccount = async (
  world: WorldOf<typeof NEEDS>,
  caller: Caller,
  organizationId: OrganizationId,
  id: PersonId,
): Promise<{ state: AccountState }> => {
  const person = await findAdministeredPerson(world, caller, organizationId, id);
  const account = await world.accounts.find(person.id);
  return { state: account?.state ?? 'none' };
};
readAccount.needs = NEEDS;
