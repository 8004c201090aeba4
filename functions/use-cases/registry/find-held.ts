// Is there a delivery that is held for this clerk?

import type { OrganizationId, ReportId } from '../../domain/ids.ts';
import type { HeldDelivery } from '../../domain/issued/held-delivery.ts';
import { Refusal } from '../../domain/refusal.ts';
import { type Caller, requireRole } from '../reading/identify.ts';
import type { Needs } from '../world.ts';

export type Which = { reportId: ReportId; recipientId: OrganizationId };

/** Refusals: not_permitted; delivery_not_found, also for other organizations. */
export const findHeld = async (
  { deliveries }: Needs<'deliveries'>,
  caller: Caller,
  { reportId, recipientId }: Which,
): Promise<HeldDelivery> => {
  requireRole(caller, 'clerk');
  const held = await deliveries.held(reportId, recipientId);
  if (held === null || held.senderId !== caller.organization.id) {
    throw new Refusal('delivery_not_found');
  }
  return held;
};
