// Who is somebody of an office, and what waits for them before a role is taken from them?
import type { Person } from '../../domain/directory/organization.ts';
import type { OrganizationId, PersonId } from '../../domain/ids.ts';
import type { Caller } from '../reading/identify.ts';
import type { WorldOf } from '../world.ts';
import { findAdministeredPerson } from './find-administered.ts';

export type BusyPerson = {
  person: Person;
  /** What waits for them, by its subject. */
  waiting: string[];
  /** There is more than is named. */
  hasMore: boolean;
};

/** As many as are read before somebody's role is taken from them; that there are others is said. */
const MOST_NAMED = 5;

const NEEDS = ['waiting', 'directory'] as const;

/**
 * As they are at this moment, for the list lags, and what waits for them: by its subject to their own office; to who keeps the
 * office from above, that something does, for what an office has not issued is nobody else's business.
 * Refusal: person_not_found.
 */
export const readPerson = async (
  world: WorldOf<typeof NEEDS>,
  caller: Caller,
  organizationId: OrganizationId,
  id: PersonId,
): Promise<BusyPerson> => {
  const person = await findAdministeredPerson(world, caller, organizationId, id);
  const isOurs = organizationId === caller.organization.id;
  const page = { limit: isOurs ? MOST_NAMED : 1, cursor: null };
  const { items, cursor } = await world.waiting.of(organizationId, { person: id }, page);
  return isOurs
    ? { person, waiting: items.map(({ subject }) => subject), hasMore: cursor !== null }
    : { person, waiting: [], hasMore: items.length > 0 };
};
readPerson.needs = NEEDS;
