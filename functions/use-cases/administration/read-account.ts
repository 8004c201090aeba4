// Can somebody sign in, and have they done so? For those who keep their office.
import type { AccountState } from '../../domain/directory/first-day.ts';
import type { OrganizationId, PersonId } from '../../domain/ids.ts';
import type { Caller } from '../reading/identify.ts';
import type { Needs } from '../world.ts';
import { findAdministeredPerson } from './find-administered.ts';

/** `none` when the pool knows nobody of that id. Refusals: not_permitted, organization_not_found, person_not_found. */
export const readAccount = async (
  world: Needs<'directory' | 'accounts'>,
  caller: Caller,
  organizationId: OrganizationId,
  id: PersonId,
): Promise<{ state: AccountState }> => {
  const person = await findAdministeredPerson(world, caller, organizationId, id);
  const account = await world.accounts.find(person.id);
  return { state: account?.state ?? 'none' };
};
