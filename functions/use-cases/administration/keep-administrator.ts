// Does an office keep at least one administrator, who can let others in?
import { requireAdministrator } from '../../domain/directory/directory-entry.ts';
import { hasRole, type Person } from '../../domain/directory/organization.ts';
import type { Caller } from '../reading/identify.ts';
import type { Needs } from '../world.ts';
import { administratorsOf } from './find-administered.ts';

/** Somebody who let others in and does not any more must leave somebody who does. Refusal: administrator_missing. */
export const keepAdministrator = async (
  world: Needs<'directory'>,
  caller: Caller,
  before: Person,
  after: Person,
): Promise<void> => {
  if (!hasRole(before, 'administrator', caller.at)) return;
  const others = await administratorsOf(world, before.organizationId, caller);
  requireAdministrator([...others.filter(({ id }) => id !== before.id), after], caller.at);
};
