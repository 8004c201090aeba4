// Who hears that an administrator has changed how somebody comes in? Whom it is about, at once, and whoever can agree or object.
import type { Person } from '../../domain/directory/organization.ts';
import type { Needs } from '../world.ts';

/** Of each change that `before` did not have; of all that are there when the press may have been cut off before it told. */
export const tellOfAccess = async (
  { notices }: Needs<'notices'>,
  before: Person | null,
  { id, accessChanges }: Person,
): Promise<void> => {
  const known = new Set(before?.accessChanges.map((change) => JSON.stringify(change)));
  const made = accessChanges.filter((change) => !known.has(JSON.stringify(change)));
  for (const { kind } of made) await notices.give({ accessOf: id, what: kind });
};
