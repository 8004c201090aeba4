// How is an organization shown to an administrator? With what they may do about it, and its settings if they keep them.
import type { OrganizationRecord } from '../../contracts/directory-views.ts';
import { versionOf } from '../../domain/directory/entry-version.ts';
import type { Organization } from '../../domain/directory/organization.ts';
import type { Caller } from '../reading/identify.ts';
import type { Needs } from '../world.ts';
import { reachTo } from './find-administered.ts';
import { awaitsAdministrator } from './first-administrator.ts';

export const presentOrganization = async (
  world: Needs<'directory' | 'directoryDesk'>,
  caller: Caller,
  organization: Organization,
): Promise<OrganizationRecord> => {
  const reach = await reachTo(world, caller, organization);
  const { sealKey: _, sealImage: __, settings, ...shown } = organization;
  return {
    ...shown,
    settings: reach === 'administer' ? settings : null,
    reach,
    awaitsAdministrator:
      reach !== 'administer' && (await awaitsAdministrator(world, caller, organization)),
    version: versionOf(organization),
  };
};
