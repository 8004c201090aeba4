// What are the stations on the way of a report called in English, and how long did it take from one to the next?

import type { journey as vi } from '../vi/journey.ts';
import { counted } from './counted.ts';

export const journey: typeof vi = {
  title: 'Progress',
  submitted: (person) => `Submitted by ${person}`,
  issue: 'Progress of the issue',
  steps: {
    number: 'Number',
    render: 'Final copy',
    sign: 'Signature',
    seal: 'Agency’s seal',
    send: 'Register, recipients',
  },
  at: (step, of, name) => `Step ${step}/${of}: ${name}`,
  goesOn: (place) => `${place}. You may leave this page; it goes on by itself.`,
  waitsForSeal: (place) => `${place}. It waits for the clerk; you may leave this page.`,
  stopped: (place) => `${place}. It stands still until the clerk has seen to it.`,
  after: (time) => `after ${time}`,
  waiting: (time) => `Waiting for ${time}`,
  state: { done: 'done', present: 'here now', ahead: 'still ahead', ended: 'ended here' },
  lessThanMinute: 'less than a minute',
  minutes: (count) => counted(count, 'minute'),
  hours: (count) => counted(count, 'hour'),
  days: (count) => counted(count, 'day'),
};
