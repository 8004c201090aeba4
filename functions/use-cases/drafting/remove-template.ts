// How is a template removed?
import type { ReportId } from '../../domain/ids.ts';
import { type Caller, requireRole } from '../reading/identify.ts';
import type { WorldOf } from '../world.ts';

const NEEDS = ['templates'] as const;

/** Repeatable. The reports that began with it keep their words. Refusal: not_permitted. */
export const removeTemplate = async (
  { templates }: WorldOf<typeof NEEDS>,
  caller: Caller,
  id: ReportId,
): Promise<void> => {
  requireRole(caller, 'administrator');
  await templates.remove(caller.organization.id, id);
};
removeTemplate.needs = NEEDS;
