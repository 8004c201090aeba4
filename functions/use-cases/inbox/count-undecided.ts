// How many of the deliveries wait for somebody: not opened, opened and no more, and urgent among both?
import type { DeliveryStatus } from '../../domain/issued/delivery.ts';
import { type Caller, requireRole } from '../reading/identify.ts';
import type { WorldOf } from '../world.ts';

/** More is said as "more than": whoever has so many of them opens the list. */
const MOST_COUNTED = 99;

type Counted = { count: number; more: boolean };

const NEEDS = ['deliveries'] as const;

/** Reads as many as it counts, and no more than 99 of each state. Refusal: not_permitted. */
export const countUndecided = async (
  { deliveries }: WorldOf<typeof NEEDS>,
  caller: Caller,
): Promise<Record<'arrived' | 'opened' | 'urgent', Counted>> => {
  requireRole(caller, 'recipientOfficer');
  const newest = (status: DeliveryStatus) =>
    deliveries.to(caller.organization.id, status, { limit: MOST_COUNTED, cursor: null });
  const [arrived, opened] = await Promise.all([newest('arrived'), newest('opened')]);
  const both = [...arrived.items, ...opened.items];
  return {
    arrived: { count: arrived.items.length, more: arrived.cursor !== null },
    opened: { count: opened.items.length, more: opened.cursor !== null },
    urgent: {
      count: both.filter(({ issue }) => issue.urgency !== null).length,
      // What is not counted may be urgent as well.
      more: arrived.cursor !== null || opened.cursor !== null,
    },
  };
};
countUndecided.needs = NEEDS;
