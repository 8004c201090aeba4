// Which deliveries wait for a clerk, because a recipient could not be reached or sent them back?
import type { HeldDelivery } from '../../domain/issued/held-delivery.ts';
import type { Page, PageOf } from '../ports.ts';
import { type Caller, requireRole } from '../reading/identify.ts';
import type { WorldOf } from '../world.ts';

const NEEDS = ['deliveries'] as const;

/** What waits for the clerks of an organization, most urgent first, then longest waiting. Refusals: not_permitted, cursor_invalid. */
export const listHeldDeliveries = async (
  { deliveries }: WorldOf<typeof NEEDS>,
  caller: Caller,
  page: PageOf,
): Promise<Page<HeldDelivery>> => {
  requireRole(caller, 'clerk');
  return deliveries.heldBy(caller.organization.id, page);
};
listHeldDeliveries.needs = NEEDS;
