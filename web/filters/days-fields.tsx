// Of which days? Typed as people here write them, or picked from a calendar: day before month, whatever the browser speaks.
import '@mantine/dates/styles.css';
import 'dayjs/locale/vi.js';
import { DateInput } from '@mantine/dates';
import dayjs from 'dayjs';
import customParseFormat from 'dayjs/plugin/customParseFormat.js';
import { useEffect, useEffectEvent, useState } from 'react';
import type { OfficeDay } from '../../functions/domain/office-calendar.ts';
import { language, words } from '../words/words.ts';
import { type DaysFilter, dayIn } from './filters.ts';

dayjs.extend(customParseFormat);

/** As days are shown on every screen. */
const SHOWN = 'DD/MM/YYYY';
const TYPED = [SHOWN, 'D/M/YYYY', 'DD-MM-YYYY', 'D-M-YYYY', 'DD.MM.YYYY', 'D.M.YYYY', 'DDMMYYYY'];

/** As the API says it, `2026-11-27`; null while it is no day yet. */
const typedDay = (typed: string): OfficeDay | null =>
  dayIn(dayjs(typed.trim(), TYPED, true).format('YYYY-MM-DD')) ?? null;

const { calendar, noSuchDay, reversed } = words.search;

type Bounds = { minDate?: OfficeDay; maxDate?: OfficeDay };

/** Why the list does not go by what is typed; null where it does. */
const wrongIn = (typed: string, { minDate, maxDate }: Bounds): string | null => {
  if (typed.trim() === '') return null;
  const day = typedDay(typed);
  if (day === null) return noSuchDay;
  const isOut = (minDate && day < minDate) || (maxDate && day > maxDate);
  return isOut ? reversed : null;
};

const DayField = ({
  label,
  day,
  choose,
  ...bounds
}: Bounds & {
  label: string;
  day: OfficeDay | undefined;
  choose: (day: OfficeDay | undefined) => void;
}) => {
  /** What stands there and is not what the list goes by; null where it is. */
  const [typed, setTyped] = useState<string | null>(null);
  const wrong = typed === null ? null : wrongIn(typed, bounds);
  const [isLeft, setLeft] = useState(true);
  // Another day has come by the calendar, by the other fields, or by going back.
  // biome-ignore lint/correctness/useExhaustiveDependencies: whichever day it is.
  useEffect(() => setTyped(null), [day]);
  const mended = isLeft && typed !== null && wrong === null ? typedDay(typed) : null;
  const take = useEffectEvent(choose);
  // The other day has been changed, and this one is none too early or late any more.
  useEffect(() => {
    if (mended !== null && mended !== day) take(mended);
  }, [mended, day]);
  return (
    <DateInput
      label={label}
      placeholder={words.search.dayAsTyped}
      value={day ?? null}
      onChange={(chosen) => choose(dayIn(chosen))}
      dateParser={typedDay}
      valueFormat={SHOWN}
      locale={language}
      clearable
      clearButtonProps={{ 'aria-label': words.search.clearDay(label) }}
      ariaLabels={calendar}
      // Its red and its grey are too pale to be read (WCAG 2.2, 1.4.3).
      weekendDays={[]}
      hideOutsideDates
      onInput={({ currentTarget: { value } }) => setTyped(value)}
      onFocus={() => setLeft(false)}
      onBlur={() => setLeft(true)}
      // What is wrong stays as it was typed, and says so once it is left.
      fixOnBlur={wrong === null}
      error={isLeft && wrong}
      {...bounds}
    />
  );
};

export const DaysFields = ({
  days: { from, until },
  choose,
}: {
  days: DaysFilter;
  choose: (days: { from: OfficeDay | undefined; until: OfficeDay | undefined }) => void;
}) => (
  <>
    <DayField
      label={words.search.from}
      day={from}
      choose={(day) => choose({ from: day, until })}
      {...(until && { maxDate: until })}
    />
    <DayField
      label={words.search.until}
      day={until}
      choose={(day) => choose({ from, until: day })}
      {...(from && { minDate: from })}
    />
  </>
);
