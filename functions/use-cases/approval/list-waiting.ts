// What waits for me as reviewer or signer? The most urgent first.
import type { Page, PageOf } from '../ports.ts';
import { type Caller, requireRole } from '../reading/identify.ts';
import { type Waiting, waitingRows } from '../reading/waiting-rows.ts';
import type { Needs } from '../world.ts';

/** Refusals: not_permitted, cursor_invalid. */
export const listWaiting = async (
  world: Needs<'waiting' | 'directory'>,
  caller: Caller,
  page: PageOf,
): Promise<Page<Waiting>> => {
  requireRole(caller, 'reviewer', 'signer');
  return waitingRows(world, caller, { person: caller.person.id }, page);
};
