// Who holds a key, and for which organization? As its certificate has to say.
import type { KeyHolder } from '../../domain/directory/key-holder.ts';
import type { Organization } from '../../domain/directory/organization.ts';
import { Refusal } from '../../domain/refusal.ts';
import type { Needs } from '../world.ts';

/** The holder's name, and the organization. Refusals: person_not_found, organization_not_found. */
export const holderNamed = async (
  { directory }: Needs<'directory'>,
  holder: KeyHolder,
): Promise<{ name: string; organization: Organization }> => {
  const person = holder.kind === 'person' ? await directory.person(holder.id) : null;
  if (holder.kind === 'person' && person === null) throw new Refusal('person_not_found');
  const organization = await directory.organization(person?.organizationId ?? holder.id);
  if (organization === null) throw new Refusal('organization_not_found');
  return { name: person?.name ?? organization.name, organization };
};
