// What do the lists say of those who decide in English?
import type * as vi from '../vi/waiting.ts';
import { counted } from './counted.ts';

export const waiting: typeof vi.waiting = {
  symbol: 'Symbol',
  reminded: (times: number) => (times === 1 ? 'reminded once' : `reminded ${times} times`),
  title: 'Waiting for me',
  help: 'What is urgent stands first, then what has waited longest. Open it to read and decide.',
  empty: 'Nothing waits for your signature.',
  since: 'Waiting since',
  sentBy: 'Submitted by',
  urgency: 'Urgency',
};

export const decided: typeof vi.decided = {
  title: 'My decisions',
  help: 'What you have signed, agreed to, returned or rejected, latest first.',
  empty: 'You have not decided anything yet.',
  decision: 'Decision',
  at: 'Decided at',
};

export const overview: typeof vi.overview = {
  title: 'Overview',
  waiting: 'waiting for me',
  issued: (month: string) => `issued in ${month}`,
  more: (count: number) => `more than ${count}`,
  rounds: 'Usual time of a step',
  days: (days: string) => (days === '1' ? '1 day' : `${days} days`),
  few: 'less than 0.1 day',
  window: (rounds: number, since: string) =>
    `the latest ${counted(rounds, 'step')}, since ${since}`,
  none: 'no step is over yet',
};
