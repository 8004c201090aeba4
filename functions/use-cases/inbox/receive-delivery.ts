// Tiếp nhận, vào sổ: one document that came, in one press.
import type { DeliveryId } from '../../domain/ids.ts';
import type { Delivery } from '../../domain/issued/delivery.ts';
import { type Caller, requireRole } from '../reading/identify.ts';
import type { WorldOf } from '../world.ts';
import { enterRegister, REGISTERING } from './enter-register.ts';

/** Refusals: delivery_not_found, not_permitted, already_decided, file_not_found, file_differs, signature_invalid. */
export const receiveDelivery = async (
  world: WorldOf<typeof REGISTERING>,
  caller: Caller,
  id: DeliveryId,
): Promise<Delivery> => {
  requireRole(caller, 'recipientOfficer');
  return enterRegister(world, caller, id);
};
receiveDelivery.needs = REGISTERING;
