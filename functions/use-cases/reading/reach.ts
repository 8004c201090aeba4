// Can something be delivered to an organization at this moment, and if not, why?

import type { Organization } from '../../domain/directory/organization.ts';
import type { Instant, OrganizationId } from '../../domain/ids.ts';
import { type Unreachable, unreachableAt } from '../../domain/issued/held-delivery.ts';
import type { Needs } from '../world.ts';

/** The organization, and why nothing can be delivered there now; null when it can. */
export const reach = async (
  { directory }: Needs<'directory'>,
  id: OrganizationId,
  at: Instant,
): Promise<{ organization: Organization | null; why: Unreachable | null }> => {
  const [organization, people] = await Promise.all([
    directory.organization(id),
    directory.people(id),
  ]);
  return { organization, why: unreachableAt(organization, people, at) };
};
