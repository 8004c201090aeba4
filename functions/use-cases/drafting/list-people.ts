// Whom can an approval chain name? The people of my organization whose office is not over.
import { isValidAt, type Person } from '../../domain/directory/organization.ts';
import type { Caller } from '../reading/identify.ts';
import type { WorldOf } from '../world.ts';

const NEEDS = ['directory'] as const;

export const listPeople = async (
  { directory }: WorldOf<typeof NEEDS>,
  { organization, at }: Caller,
): Promise<Person[]> =>
  (await directory.people(organization.id)).filter((person) => isValidAt(person, at));
listPeople.needs = NEEDS;
