// What does a recipient see first? The delivery; the first look is recorded as the opening.
import { chained } from '../../domain/audit-event.ts';
import type { DeliveryId } from '../../domain/ids.ts';
import { type Delivery, open } from '../../domain/issued/delivery.ts';
import { retryConflicts } from '../effects/retry-conflicts.ts';
import { findOwnDelivery } from '../reading/find.ts';
import { type Caller, requireRole } from '../reading/identify.ts';
import type { WorldOf } from '../world.ts';

const NEEDS = ['deliveries', 'commit'] as const;

/** Refusals: delivery_not_found, not_permitted. */
export const openDelivery = (
  world: WorldOf<typeof NEEDS>,
  caller: Caller,
  id: DeliveryId,
): Promise<Delivery> =>
  retryConflicts(async () => {
    requireRole(caller, 'recipientOfficer');
    const before = await findOwnDelivery(world, caller, id);
    const opened = open(before, caller.at);
    if (opened === before) return before;
    const { after, events } = chained(opened, caller.person.id, caller.at, { kind: 'opened' });
    await world.commit({ delivery: { before, after, events } });
    return after;
  });
openDelivery.needs = NEEDS;
