// Which organizations are there, closed ones too?
import type { Organization } from '../../domain/directory/organization.ts';
import type { Page, PageOf } from '../ports.ts';
import { type Caller, requireRole } from '../reading/identify.ts';
import type { WorldOf } from '../world.ts';

const NEEDS = ['directory'] as const;

/** All of the directory, by name, closed ones too. Refusals: not_permitted (as of whatever an administrator asks for), cursor_invalid. */
export const listDirectory = async (
  { directory }: WorldOf<typeof NEEDS>,
  caller: Caller,
  page: PageOf,
): Promise<Page<Organization>> => {
  requireRole(caller, 'administrator');
  return directory.organizations(page);
};
listDirectory.needs = NEEDS;
