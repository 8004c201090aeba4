// How many of the deliveries has nobody opened yet?
import { type Caller, requireRole } from '../reading/identify.ts';
import type { WorldOf } from '../world.ts';

/** More is said as "more than": whoever has so many unread opens the list. */
const MOST_COUNTED = 99;

const NEEDS = ['deliveries'] as const;

/** How many nobody has opened yet. Reads as many as it counts. Refusal: not_permitted. */
export const countUnread = async (
  { deliveries }: WorldOf<typeof NEEDS>,
  caller: Caller,
): Promise<{ unread: number; more: boolean }> => {
  requireRole(caller, 'recipientOfficer');
  const page = { limit: MOST_COUNTED, cursor: null };
  const { items, cursor } = await deliveries.to(caller.organization.id, 'arrived', page);
  return { unread: items.length, more: cursor !== null };
};
countUnread.needs = NEEDS;
