// Of which days? Typed as people here write them, or picked from a calendar: day before month, whatever the browser speaks.
import '@mantine/dates/styles.css';
import 'dayjs/locale/vi.js';
import { DateInput } from '@mantine/dates';
import dayjs from 'dayjs';
import customParseFormat from 'dayjs/plugin/customParseFormat.js';
import { language, words } from '../words/words.ts';
import type { DaysFilter } from './filters.ts';

dayjs.extend(customParseFormat);

/** As days are shown on every screen. */
const SHOWN = 'DD/MM/YYYY';
const TYPED = [SHOWN, 'D/M/YYYY', 'DD-MM-YYYY', 'D-M-YYYY', 'DD.MM.YYYY', 'D.M.YYYY', 'DDMMYYYY'];

/** As the API says it, `2026-11-27`; null while it is no day yet. */
const dayIn = (typed: string): string | null => {
  const day = dayjs(typed.trim(), TYPED, true);
  return day.isValid() ? day.format('YYYY-MM-DD') : null;
};

const { calendar } = words.search;

const DayField = ({
  label,
  day,
  choose,
  ...bounds
}: {
  label: string;
  day: string | undefined;
  choose: (day: string | undefined) => void;
  minDate?: string;
  maxDate?: string;
}) => (
  <DateInput
    label={label}
    placeholder={words.search.dayAsTyped}
    value={day ?? null}
    onChange={(chosen) => choose(chosen ?? undefined)}
    dateParser={dayIn}
    valueFormat={SHOWN}
    locale={language}
    clearable
    clearButtonProps={{ 'aria-label': words.search.clearDay(label) }}
    ariaLabels={calendar}
    // Its red and its grey are too pale to be read (WCAG 2.2, 1.4.3).
    weekendDays={[]}
    hideOutsideDates
    {...bounds}
  />
);

export const DaysFields = ({
  days: { from, until },
  choose,
}: {
  days: DaysFilter;
  choose: (days: { from: string | undefined; until: string | undefined }) => void;
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
