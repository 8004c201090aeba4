// What do the signatures say of the document that came, before its officer receives it?
import type { DeliveryId } from '../../domain/ids.ts';
import { findOwnDelivery } from '../reading/find.ts';
import { type Caller, requireRole } from '../reading/identify.ts';
import type { JudgedFile } from '../reading/judge-file.ts';
import type { WorldOf } from '../world.ts';
import { judgeDelivered } from './judge-delivered.ts';

const NEEDS = ['deliveries', 'trust', 'signed'] as const;

/** Refusals: not_permitted, delivery_not_found, file_not_found, file_differs. */
export const verifyDelivery = async (
  world: WorldOf<typeof NEEDS>,
  caller: Caller,
  id: DeliveryId,
): Promise<JudgedFile> => {
  requireRole(caller, 'recipientOfficer');
  return judgeDelivered(world, await findOwnDelivery(world, caller, id));
};
verifyDelivery.needs = NEEDS;
