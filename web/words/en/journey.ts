// What are the stations on the way of a report called in English, and how long did it take from one to the next?

import type { journey as vi } from '../vi/journey.ts';
import { counted } from './counted.ts';

export const journey: typeof vi = {
  title: 'Progress',
  submitted: (person) => `Submitted by ${person}`,
  number: 'Number and date, signature',
  seal: 'The agency’s seal',
  after: (time) => `after ${time}`,
  waiting: (time) => `Waiting for ${time}`,
  state: { done: 'done', present: 'here now', ahead: 'still ahead', ended: 'ended here' },
  lessThanMinute: 'less than a minute',
  minutes: (count) => counted(count, 'minute'),
  hours: (count) => counted(count, 'hour'),
  days: (count) => counted(count, 'day'),
};
