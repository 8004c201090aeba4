// Which organizations are there, closed ones too?
import type { OrganizationRow } from '../../contracts/directory-views.ts';
import type { Page, PageOf } from '../ports.ts';
import { type Caller, requireRole } from '../reading/identify.ts';
import type { Needs } from '../world.ts';

/** All of the directory, by name, closed ones too. Refusals: not_permitted (as of whatever an administrator asks for), cursor_invalid. */
export const listDirectory = async (
  { directory }: Needs<'directory'>,
  caller: Caller,
  page: PageOf,
): Promise<Page<OrganizationRow>> => {
  requireRole(caller, 'administrator');
  const { items, cursor } = await directory.organizations(page);
  return {
    items: items.map(({ id, name, place, parentId, validUntil, successorId }) => ({
      id,
      name,
      place,
      parentId,
      validUntil,
      successorId,
    })),
    cursor,
  };
};
