// How are moments and days written? As in the office: its time zone, day before month.
import type { Instant } from '../../functions/domain/ids.ts';
import type { OfficeDay } from '../../functions/domain/office-calendar.ts';
import { language, words } from '../words/words.ts';

const timeZone = 'Asia/Ho_Chi_Minh';
const clock = new Intl.DateTimeFormat('vi-VN', { timeZone, hour: '2-digit', minute: '2-digit' });
const calendar = new Intl.DateTimeFormat('vi-VN', {
  timeZone,
  day: '2-digit',
  month: '2-digit',
  year: 'numeric',
});

/** `09:05` */
export const clockOf = (at: Instant): string => clock.format(new Date(at));

export const dayOf = (at: Instant): string => calendar.format(new Date(at));

/** `09:05 22/11/2026` */
export const momentOf = (at: Instant): string => `${clockOf(at)} ${dayOf(at)}`;

/** `2026-11-22` as `22/11/2026`. */
export const writtenDay = (day: OfficeDay): string => day.split('-').reverse().join('/');

/** The year in whose registers the office writes now. */
export const presentYear = (): number =>
  Number(new Intl.DateTimeFormat('en', { timeZone, year: 'numeric' }).format(new Date()));

const MINUTE_MS = 60_000;
const HOUR = 60;
const DAY = 24 * HOUR;

/** The office's days since 1970; it keeps UTC+7 all year. */
export const dayNumber = (ms: number) => Math.floor((ms / MINUTE_MS + 7 * HOUR) / DAY);
/** Of what is older one wants to know the day. */
const MOST_DAYS_AGO = 30;
const relative = new Intl.RelativeTimeFormat(language, { numeric: 'auto' });

/** How long ago a moment was, at least a minute: `5 phút trước`, `hôm qua`, after a month its day. */
export const ago = (at: Instant, now: number): string => {
  const then = Date.parse(at);
  const minutes = Math.max(1, Math.floor((now - then) / MINUTE_MS));
  if (minutes < HOUR) return relative.format(-minutes, 'minute');
  if (minutes < DAY) return relative.format(-Math.floor(minutes / HOUR), 'hour');
  const days = dayNumber(now) - dayNumber(then);
  return days > MOST_DAYS_AGO ? dayOf(at) : relative.format(-days, 'day');
};

/** How long it was from one moment to the other, in its two largest units: `2 ngày 3 giờ`. */
export const lasted = (from: Instant, to: Instant): string => {
  const journey = words.journey;
  const minutes = Math.floor((Date.parse(to) - Date.parse(from)) / MINUTE_MS);
  if (minutes < 1) return journey.lessThanMinute;
  const days = Math.floor(minutes / DAY);
  const hours = Math.floor((minutes % DAY) / HOUR);
  const parts: [count: number, word: (count: number) => string][] = [
    [days, journey.days],
    [hours, journey.hours],
    [minutes % HOUR, journey.minutes],
  ];
  const largest = parts.findIndex(([count]) => count > 0);
  return parts
    .slice(largest, largest + 2)
    .flatMap(([count, word]) => (count > 0 ? [word(count)] : []))
    .join(' ');
};
