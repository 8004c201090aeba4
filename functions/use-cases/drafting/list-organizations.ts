// To whom can a report be sent? Every organization that exists today.
import { isValidAt, type Organization } from '../../domain/directory/organization.ts';
import type { Page, PageOf } from '../ports.ts';
import type { Caller } from '../reading/identify.ts';
import type { WorldOf } from '../world.ts';

const NEEDS = ['directory'] as const;

/** By name. Refusal: cursor_invalid. */
export const listOrganizations = async (
  { directory }: WorldOf<typeof NEEDS>,
  { at }: Caller,
  page: PageOf,
): Promise<Page<Organization>> => {
  const { items, cursor } = await directory.organizations(page);
  return { items: items.filter((organization) => isValidAt(organization, at)), cursor };
};
listOrganizations.needs = NEEDS;
