// Who lets the first person into an office that is new to the system? Whoever entered it, once, and only one who lets others in.
import type { AuditEvent } from '../../domain/audit-event.ts';
import { isValidAt, type Organization, type Role } from '../../domain/directory/organization.ts';
import { Refusal } from '../../domain/refusal.ts';
import type { Page } from '../ports.ts';
import type { Caller } from '../reading/identify.ts';
import type { Needs } from '../world.ts';
import { isStaffed } from './find-administered.ts';

/** As many links of a chain as are read at once. Before its first person an office has few: who corrected its entry. */
const AT_ONCE = 100;

/**
 * Whether the caller entered it and nobody has been let in since. The office's chain says so, which is as it is at this
 * moment, where lists of people lag: of two presses at once the second finds the first.
 */
export const awaitsAdministrator = async (
  world: Needs<'directory'>,
  caller: Caller,
  organization: Organization,
): Promise<boolean> => {
  if (!isValidAt(organization, caller.at)) return false;
  if (await isStaffed(world, organization.id, caller)) return false;
  let cursor: string | null = null;
  do {
    const page: Page<AuditEvent> = await world.directory.changes(organization.id, {
      limit: AT_ONCE,
      cursor,
    });
    for (const { happening, actor } of page.items) {
      if (happening.kind === 'personAdded') return false;
      if (happening.kind === 'organizationAdded') return actor === caller.person.id;
    }
    cursor = page.cursor;
  } while (cursor !== null);
  return false;
};

/** What else people may do there is for the office itself to say. Refusal: input_invalid. */
export const requireAdministratorOnly = (roles: Role[]): void => {
  if (roles.length === 1 && roles[0] === 'administrator') return;
  const message = 'is administrator and nothing else for the first person of an office';
  throw new Refusal('input_invalid', { fields: [{ path: ['roles'], message }] });
};
