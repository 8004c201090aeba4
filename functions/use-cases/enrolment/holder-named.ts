// Who holds a key, and for which organization? As its certificate has to say.
import type { KeyHolder } from '../../domain/directory/key-holder.ts';
import type { Organization, Person } from '../../domain/directory/organization.ts';
import type { PersonId } from '../../domain/ids.ts';
import { Refusal } from '../../domain/refusal.ts';
import type { Directory } from '../ports.ts';
import type { Needs } from '../world.ts';

const findPerson = async (directory: Directory, id: PersonId): Promise<Person> => {
  const person = await directory.person(id);
  if (person === null) throw new Refusal('person_not_found');
  return person;
};

/** The holder's name, and the organization. Refusals: person_not_found, organization_not_found. */
export const holderNamed = async (
  { directory }: Needs<'directory'>,
  holder: KeyHolder,
): Promise<{ name: string; organization: Organization }> => {
  const { name, organizationId } =
    holder.kind === 'person'
      ? await findPerson(directory, holder.id)
      : { name: null, organizationId: holder.id };
  const organization = await directory.organization(organizationId);
  if (organization === null) throw new Refusal('organization_not_found');
  return { name: name ?? organization.name, organization };
};
