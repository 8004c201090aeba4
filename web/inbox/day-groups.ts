// Under which title does a document stand in the inbox? Those of today and yesterday, of the last seven days, then month by month.
import type { Instant } from '../../functions/domain/ids.ts';
import { dayNumber } from '../parts/time.ts';
import { words } from '../words/words.ts';

const A_WEEK = 7;
const { group } = words.inbox;

/** `now` in milliseconds; days are the office's. */
export const groupOf = (at: Instant, now: number): string => {
  const then = dayNumber(Date.parse(at));
  const days = dayNumber(now) - then;
  if (days <= 0) return group.today;
  if (days === 1) return group.yesterday;
  if (days < A_WEEK) return group.week;
  const day = new Date(then * 24 * 3_600_000);
  return group.month(day.getUTCMonth() + 1, day.getUTCFullYear());
};
