// Is this a holder whose keys the caller may enrol?
import type { KeyHolder } from '../../domain/directory/key-holder.ts';
import { Refusal } from '../../domain/refusal.ts';
import type { Caller } from '../reading/identify.ts';
import type { Needs } from '../world.ts';

/** Holders of other organizations are as good as not there. Refusals: person_not_found, organization_not_found. */
export const requireOwnHolder = async (
  { directory }: Needs<'directory'>,
  { organization }: Caller,
  holder: KeyHolder,
): Promise<void> => {
  if (holder.kind === 'organization') {
    if (holder.id !== organization.id) throw new Refusal('organization_not_found');
    return;
  }
  const person = await directory.person(holder.id);
  if (person?.organizationId !== organization.id) throw new Refusal('person_not_found');
};
