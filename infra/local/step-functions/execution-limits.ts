// How much history may an execution have, how long is it known when it is over, and may it still be redriven? AWS's limits, in its words.
import type { Execution } from './execution-store.ts';

const DAY = 24 * 3600 * 1000;
/** An execution can be redriven for 14 days after it ended. */
const REDRIVABLE_FOR = 14 * DAY;
/** It may be open for a year, counted from its start. */
const LONGEST_OPEN = 365 * DAY;
/** Its history ends at 25,000 events; a redrive needs room for itself and what follows it. */
export const HISTORY_LIMIT = 25_000;
const ROOM_TO_REDRIVE = 24_999;
/** What ended so long ago is gone, and its name may be given again. */
const REMEMBERED_FOR = 90 * DAY;

/** AWS's reason why not, or null. */
export const whyNotRedrivable = (
  { status, startedAt, stoppedAt, history }: Execution,
  now: number,
): string | null => {
  if (status === 'RUNNING' || status === 'SUCCEEDED')
    return `Execution is ${status} and cannot be redriven.`;
  if (history.length >= ROOM_TO_REDRIVE) return 'Execution history event limit exceeded.';
  if (now - startedAt > LONGEST_OPEN) return 'Execution has exceeded the max execution time.';
  if (now - (stoppedAt ?? now) > REDRIVABLE_FOR) return 'Execution redrivable period exceeded.';
  return null;
};

export const isForgotten = ({ stoppedAt }: Execution, now: number): boolean =>
  stoppedAt !== undefined && now - stoppedAt > REMEMBERED_FOR;
