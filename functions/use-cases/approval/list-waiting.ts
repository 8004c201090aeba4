// What waits for me as reviewer or signer? The most urgent first.
import type { Page, PageOf } from '../ports.ts';
import { type Caller, requireRole } from '../reading/identify.ts';
import { type Waiting, waitingRows } from '../reading/waiting-rows.ts';
import type { WorldOf } from '../world.ts';

const NEEDS = ['waiting', 'directory'] as const;

/** Refusals: not_permitted, cursor_invalid. */
export const listWaiting = async (
  world: WorldOf<typeof NEEDS>,
  caller: Caller,
  page: PageOf,
): Promise<Page<Waiting>> => {
  requireRole(caller, 'reviewer', 'signer');
  return waitingRows(world, caller, { person: caller.person.id }, page);
};
listWaiting.needs = NEEDS;
