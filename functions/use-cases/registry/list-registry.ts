// What waits for a clerk: the seal, or help?
import type { WaitingRow } from '../../contracts/views.ts';
import type { Page, PageOf } from '../ports.ts';
import { type Caller, requireRole } from '../reading/identify.ts';
import { waitingRows } from '../reading/waiting-rows.ts';
import type { Needs } from '../world.ts';

/** Refusals: not_permitted, cursor_invalid. */
export const listRegistry = async (
  world: Needs<'records' | 'directory'>,
  caller: Caller,
  page: PageOf,
): Promise<Page<WaitingRow>> => {
  requireRole(caller, 'clerk');
  return waitingRows(world, caller, { role: 'clerk' }, page);
};
