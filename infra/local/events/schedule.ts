// When is a schedule due next? EventBridge's `rate(5 minutes)` and `cron(0 18 ? * MON-FRI *)`, in UTC.
import { LocalStackError } from '../this-machine/local-stack-error.ts';

const MINUTE = 60_000;
const UNITS: Record<string, number> = { minute: MINUTE, hour: 60 * MINUTE, day: 24 * 60 * MINUTE };
const MONTHS = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'];
const DAYS = ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT'];

const numberIn = (text: string): number => {
  const month = MONTHS.indexOf(text) + 1;
  const day = DAYS.indexOf(text) + 1;
  return month || day || Number(text);
};

/** One field of a cron expression: `*`, `?`, `5`, `1,15`, `9-17`, `0/10`. */
const holds = (field: string, value: number): boolean =>
  field.split(',').some((part) => {
    const [range = '', step] = part.split('/');
    if (range === '*' || range === '?') return step === undefined || value % Number(step) === 0;
    const [from = 0, to = step === undefined ? from : Number.POSITIVE_INFINITY] = range
      .split('-')
      .map(numberIn);
    return value >= from && value <= to && (value - from) % Number(step ?? 1) === 0;
  });

/** Every schedule is due within a year and a leap day. */
const LATEST = 366 * 24 * 60 * MINUTE;

/** The first moment after `now` (milliseconds since 1970) at which the schedule is due. */
export const nextOf = (schedule: string, now: number): number => {
  const rate = schedule.match(/^rate\((\d+) (minute|hour|day)s?\)$/);
  if (rate) return now + Number(rate[1]) * (UNITS[rate[2] ?? ''] ?? MINUTE);
  const fields = schedule.match(/^cron\(([^)]*)\)$/)?.[1]?.split(' ') ?? [];
  const [minute = '', hour = '', dayOfMonth = '', month = '', dayOfWeek = '', year = ''] = fields;
  if (fields.length === 6) {
    for (let at = (Math.floor(now / MINUTE) + 1) * MINUTE; at <= now + LATEST; at += MINUTE) {
      const date = new Date(at);
      if (
        holds(minute, date.getUTCMinutes()) &&
        holds(hour, date.getUTCHours()) &&
        holds(dayOfMonth, date.getUTCDate()) &&
        holds(month, date.getUTCMonth() + 1) &&
        holds(dayOfWeek, date.getUTCDay() + 1) &&
        holds(year, date.getUTCFullYear())
      ) {
        return at;
      }
    }
  }
  throw new LocalStackError(`The schedule ${schedule} is never due, or not understood here.`);
};
