// Who works in an office, or has worked there?
import type { PersonRecord } from '../../contracts/directory-views.ts';
import type { OrganizationId } from '../../domain/ids.ts';
import type { Caller } from '../reading/identify.ts';
import type { Needs } from '../world.ts';
import { findAdministered } from './find-administered.ts';
import { personRecordOf } from './person-record.ts';

/** Everybody, also those whose office is over. Refusals: not_permitted, organization_not_found (as of whatever is asked of its people). */
export const listStaff = async (
  world: Needs<'directory'>,
  caller: Caller,
  organizationId: OrganizationId,
): Promise<PersonRecord[]> => {
  await findAdministered(world, caller, organizationId);
  return (await world.directory.people(organizationId)).map(personRecordOf);
};
