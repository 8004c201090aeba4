// Trả lại nơi gửi: how is a wrongly sent document given back? It waits for the sender's clerks, who are told, as its drafter is.
import { chained } from '../../domain/audit-event.ts';
import type { DeliveryId } from '../../domain/ids.ts';
import { type Delivery, type DeliveryIn, sendBack } from '../../domain/issued/delivery.ts';
import { type HeldIn, hold } from '../../domain/issued/held-delivery.ts';
import { markOf, pressOnce } from '../effects/press-once.ts';
import { retryConflicts } from '../effects/retry-conflicts.ts';
import { findOwnDelivery } from '../reading/find.ts';
import { type Caller, requireRole } from '../reading/identify.ts';
import type { WorldOf } from '../world.ts';

/** What waits for the sender's clerks from now on. */
const heldOf = (
  delivery: DeliveryIn<'sentBack'>,
  recipientName: string,
): Omit<HeldIn<'waiting'>, 'status' | 'revision'> => {
  const { reportId, submissionId, senderId, recipientId, type, subject, issue, sentBack } =
    delivery;
  const { number, symbol, date, urgency } = issue;
  return {
    ...{ reportId, submissionId, senderId, recipientId, recipientName, type, subject },
    ...{ number, symbol, date, urgency },
    why: 'sentBack',
    sentBackReason: sentBack.reason,
    since: sentBack.at,
  };
};

const NEEDS = ['deliveries', 'commit', 'presses', 'notices'] as const;

/**
 * The sender's people are told by two mails rather than by none, where the function ended before the press was answered.
 * Refusals: delivery_not_found, not_permitted, already_decided, reason_missing.
 */
export const sendDeliveryBack = async (
  world: WorldOf<typeof NEEDS>,
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
    const earlier = await world.deliveries.held(before.reportId, before.recipientId);
    await world.commit({
      delivery: { before, after, events },
      held: { before: earlier, after: hold(heldOf(after, caller.organization.name), earlier) },
      ...markOf(caller),
    });
    return after;
  };
  const after: Delivery = await retryConflicts(() => pressOnce(world, caller, act, find));
  const { submissionId, recipientId, status } = after;
  // When the same press is carried out again, the clerk may have sent it there once more.
  if (status === 'sentBack') await world.notices.give({ submissionId, sentBackBy: recipientId });
  return after;
};
sendDeliveryBack.needs = NEEDS;
