// How are moments and days written? As in the office: its time zone, day before month.
import type { Instant } from '../../functions/domain/ids.ts';
import type { OfficeDay } from '../../functions/domain/office-calendar.ts';

const timeZone = 'Asia/Ho_Chi_Minh';
const clock = new Intl.DateTimeFormat('vi-VN', { timeZone, hour: '2-digit', minute: '2-digit' });
const calendar = new Intl.DateTimeFormat('vi-VN', {
  timeZone,
  day: '2-digit',
  month: '2-digit',
  year: 'numeric',
});

export const dayOf = (at: Instant): string => calendar.format(new Date(at));

/** `09:05 22/11/2026` */
export const momentOf = (at: Instant): string => `${clock.format(new Date(at))} ${dayOf(at)}`;

/** `2026-11-22` as `22/11/2026`. */
export const writtenDay = (day: OfficeDay): string => day.split('-').reverse().join('/');

/** The year in whose registers the office writes now. */
export const presentYear = (): number =>
  Number(new Intl.DateTimeFormat('en', { timeZone, year: 'numeric' }).format(new Date()));
