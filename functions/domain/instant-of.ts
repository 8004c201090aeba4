// How is a moment written, once it is known? Apart from its schema, so that screens that write one load no schemas.
import type { Instant } from './ids.ts';

/** The moment of a date, or of so many milliseconds since 1970. RangeError where there is none. */
export const instantOf = (date: Date | number): Instant => new Date(date).toISOString() as Instant;
