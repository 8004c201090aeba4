// Whom can an approval chain name? The people of my organization whose office is not over.
import { isValidAt, type Person } from '../../domain/directory/organization.ts';
import type { Caller } from '../reading/identify.ts';
import type { Needs } from '../world.ts';

export const listPeople = async (
  { directory }: Needs<'directory'>,
  { organization, at }: Caller,
): Promise<Person[]> =>
  (await directory.people(organization.id)).filter((person) => isValidAt(person, at));
