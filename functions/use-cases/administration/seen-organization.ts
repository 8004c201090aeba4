// What may an administrator see of an organization, and do about it? Its settings are for those who keep it.
import { versionOf } from '../../domain/directory/entry-version.ts';
import type { Organization, OrganizationSettings } from '../../domain/directory/organization.ts';
import type { Sha256 } from '../../domain/ids.ts';
import type { Caller } from '../reading/identify.ts';
import type { Needs } from '../world.ts';
import { type Reach, reachTo } from './find-administered.ts';
import { awaitsAdministrator } from './first-administrator.ts';

export type SeenOrganization = Omit<Organization, 'settings'> & {
  /** Null for those who do not keep it. */
  settings: OrganizationSettings | null;
  reach: Reach;
  /** The caller entered it, and may let its first administrator in. */
  awaitsAdministrator: boolean;
  /** Of the whole entry, with what is not seen of it. */
  version: Sha256;
};

export const seenOrganization = async (
  world: Needs<'directory'>,
  caller: Caller,
  organization: Organization,
): Promise<SeenOrganization> => {
  const reach = await reachTo(world, caller, organization);
  return {
    ...organization,
    settings: reach === 'administer' ? organization.settings : null,
    reach,
    awaitsAdministrator:
      reach !== 'administer' && (await awaitsAdministrator(world, caller, organization)),
    version: versionOf(organization),
  };
};
