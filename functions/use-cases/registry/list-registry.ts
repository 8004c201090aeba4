// What waits for a clerk: the seal, or help?
import type { Page, PageOf } from '../ports.ts';
import { type Caller, requireRole } from '../reading/identify.ts';
import { type Waiting, waitingRows } from '../reading/waiting-rows.ts';
import type { WorldOf } from '../world.ts';

const NEEDS = ['waiting', 'directory'] as const;

/** Refusals: not_permitted, cursor_invalid. */
export const listRegistry = async (
  world: WorldOf<typeof NEEDS>,
  caller: Caller,
  page: PageOf,
): Promise<Page<Waiting>> => {
  requireRole(caller, 'clerk');
  return waitingRows(world, caller, { role: 'clerk' }, page);
};
listRegistry.needs = NEEDS;
