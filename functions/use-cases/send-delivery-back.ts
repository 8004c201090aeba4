// Trả lại nơi gửi: how is a wrongly sent document given back?
import { chained } from '../domain/audit-event.ts';
import { type Delivery, sendBack } from '../domain/delivery.ts';
import type { DeliveryId } from '../domain/ids.ts';
import { findOwnDelivery } from './find.ts';
import { type Caller, requireRole } from './identify.ts';
import { markOf, pressOnce } from './press-once.ts';
import { retryConflicts } from './retry-conflicts.ts';
import type { Needs } from './world.ts';

/** Refusals: delivery_not_found, not_permitted, already_decided, reason_missing. */
export const sendDeliveryBack = (
  world: Needs<'records' | 'presses'>,
  caller: Caller,
  id: DeliveryId,
  reason: string,
): Promise<Delivery> => {
  const find = async () => {
    requireRole(caller, 'recipientOfficer');
    return findOwnDelivery(world, caller, id);
  };
  const act = async () => {
    const before = await find();
    const { after, events } = chained(
      sendBack(before, caller.person.id, reason, caller.at),
      caller.person.id,
      caller.at,
      { kind: 'sentBack', reason: reason.trim() },
    );
    await world.records.commit({ delivery: { before, after, events }, ...markOf(caller) });
    return after;
  };
  return retryConflicts(() => pressOnce(world, caller, act, find));
};
