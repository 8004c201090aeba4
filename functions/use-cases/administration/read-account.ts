// Can somebody sign in, have they done so, and what of it does not stand yet? For those who keep their office.
import type { OrganizationId, PersonId } from '../../domain/ids.ts';
import type { Caller } from '../reading/identify.ts';
import type { WorldOf } from '../world.ts';
import { findAdministeredPerson } from './find-administered.ts';
import { type SeenAccount, seenAccount } from './seen-account.ts';

const NEEDS = ['directory', 'accounts'] as const;

/** `none` when the pool knows nobody of that id. Refusals: not_permitted, organization_not_found, person_not_found. */
export const readAccount = async (
  world: WorldOf<typeof NEEDS>,
  caller: Caller,
  organizationId: OrganizationId,
  id: PersonId,
): Promise<SeenAccount> =>
  seenAccount(world, caller, await findAdministeredPerson(world, caller, organizationId, id));
readAccount.needs = NEEDS;
