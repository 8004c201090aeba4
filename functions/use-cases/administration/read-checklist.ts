// What does an office lack before it can issue its first report? For those who keep it.
import type { ChecklistLine } from '../../domain/directory/checklist.ts';
import type { OrganizationId } from '../../domain/ids.ts';
import type { Caller } from '../reading/identify.ts';
import { checkOffice } from '../reading/office-checklist.ts';
import type { WorldOf } from '../world.ts';
import { findAdministered } from './find-administered.ts';

const NEEDS = ['registers', 'directory', 'trust', 'installation'] as const;

/** Every line, done or not. Refusals: not_permitted, organization_not_found. */
export const readChecklist = async (
  world: WorldOf<typeof NEEDS>,
  caller: Caller,
  id: OrganizationId,
): Promise<ChecklistLine[]> =>
  checkOffice(world, await findAdministered(world, caller, id), caller.at);
readChecklist.needs = NEEDS;
