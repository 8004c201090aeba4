// Tiếp nhận, vào sổ, many in one press: each is checked, numbered and acknowledged as if it had been pressed alone, in the
// order given, so that their numbers follow each other; one that is refused holds up no other.
import type { DeliveryId } from '../../domain/ids.ts';
import type { Delivery } from '../../domain/issued/delivery.ts';
import { Refusal } from '../../domain/refusal.ts';
import { partOf } from '../effects/press-once.ts';
import { type Caller, requireRole } from '../reading/identify.ts';
import type { WorldOf } from '../world.ts';
import { enterRegister, REGISTERING } from './enter-register.ts';

/** What became of one of them. */
export type Received =
  | { id: DeliveryId; delivery: Delivery }
  | { id: DeliveryId; refusal: Refusal };

const receivedOr = async (id: DeliveryId, received: Promise<Delivery>): Promise<Received> => {
  try {
    return { id, delivery: await received };
  } catch (error) {
    if (error instanceof Refusal) return { id, refusal: error };
    throw error;
  }
};

/**
 * One after the other. What is not refused but fails ends it: the same press again finds what is received by then, and goes on.
 * Refusals: not_permitted; of each those of `enterRegister`.
 */
export const receiveDeliveries = async (
  world: WorldOf<typeof REGISTERING>,
  caller: Caller,
  ids: readonly DeliveryId[],
): Promise<Received[]> => {
  requireRole(caller, 'recipientOfficer');
  const results: Received[] = [];
  for (const id of ids)
    results.push(await receivedOr(id, enterRegister(world, partOf(caller, id), id)));
  return results;
};
receiveDeliveries.needs = REGISTERING;
