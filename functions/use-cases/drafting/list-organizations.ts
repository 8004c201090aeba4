// To whom can a report be sent? Every organization that exists today.
import type { OrganizationView } from '../../contracts/views.ts';
import { isValidAt } from '../../domain/directory/organization.ts';
import type { Page, PageOf } from '../ports.ts';
import type { Caller } from '../reading/identify.ts';
import type { Needs } from '../world.ts';

/** By name. Refusal: cursor_invalid. */
export const listOrganizations = async (
  { directory }: Needs<'directory'>,
  { at }: Caller,
  page: PageOf,
): Promise<Page<OrganizationView>> => {
  const { items, cursor } = await directory.organizations(page);
  const open = items.filter((organization) => isValidAt(organization, at));
  return {
    items: open.map(({ id, name, place, parentId, successorId }) => ({
      id,
      name,
      place,
      parentId,
      successorId,
    })),
    cursor,
  };
};
