// Who hears that an administrator has changed how somebody comes in? Whom it is about, at once, and whoever can agree or object.
import type { Person } from '../../domain/directory/organization.ts';
import { openChanges } from '../../domain/directory/settled-access.ts';
import type { Caller } from '../reading/identify.ts';
import type { Needs } from '../world.ts';

/**
 * Of each change that does not stand and that `before` did not have; of all of them when the press may have been cut off
 * before it told.
 */
export const tellOfAccess = async (
  { notices }: Needs<'notices'>,
  { at }: Caller,
  before: Person | null,
  after: Person,
): Promise<void> => {
  const known = new Set(before?.accessChanges.map((change) => JSON.stringify(change)));
  const made = openChanges(after, at).filter((change) => !known.has(JSON.stringify(change)));
  for (const { kind } of made) await notices.give({ accessOf: after.id, what: kind });
};
