// Which day is it in the office? Dates of documents, years of registers and deadlines follow Asia/Ho_Chi_Minh.
import * as z from 'zod';
import { type Instant, knownAs } from './ids.ts';
import { instantOf } from './instant-of.ts';

/** A day in the office's calendar, `2026-11-22`; only days that exist. */
export const OfficeDay = knownAs<`${number}-${number}-${number}`>()(z.iso.date());
export type OfficeDay = z.infer<typeof OfficeDay>;

/** Viet Nam keeps UTC+7 all year; there has been no other offset since 1975. */
const OFFSET_MS = 7 * 60 * 60 * 1000;

/** The day of a moment in Asia/Ho_Chi_Minh. */
export const officeDayOf = (at: Instant): OfficeDay =>
  instantOf(Date.parse(at) + OFFSET_MS).slice(0, 10) as OfficeDay;

/** A moment as it is written in letters: `09:05 22/11/2026`. */
export const writtenMoment = (at: Instant): string => {
  const [day = '', time = ''] = instantOf(Date.parse(at) + OFFSET_MS).split('T');
  return `${time.slice(0, 5)} ${day.split('-').reverse().join('/')}`;
};

/** The year whose register a day belongs to. */
export const yearOf = (day: OfficeDay): number => Number(day.slice(0, 4));

/** Days from one to another, both with it; null is without an end. */
export type Days = { from: OfficeDay | null; until: OfficeDay | null };
export const EVER: Days = { from: null, until: null };

/** The first and the last millisecond of a day in the office. */
export const beginningOf = (day: OfficeDay): Instant =>
  instantOf(Date.parse(`${day}T00:00:00.000Z`) - OFFSET_MS);
export const endOf = (day: OfficeDay): Instant =>
  instantOf(Date.parse(`${day}T23:59:59.999Z`) - OFFSET_MS);

/** Is this day among those? */
export const isAmong = ({ from, until }: Days, day: OfficeDay): boolean =>
  (from === null || from <= day) && (until === null || day <= until);
