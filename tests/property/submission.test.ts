// Does a submission keep its rules by itself, whatever order its transitions come in and whatever its report would say?
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Refusal } from '../../functions/domain/refusal.ts';
import type { Submission, SubmissionStatus } from '../../functions/domain/submission.ts';
import { aReport, aSignedSubmission, aSubmission, MORNING } from '../support/builders.ts';
import { actions, pressOn } from './life-of-a-report.ts';

const ENDS: SubmissionStatus[] = [
  'issued',
  'returned',
  'withdrawn',
  'replaced',
  'rejected',
  'handedBack',
  'voided',
];

const historyOf = (start: Submission, life: Parameters<typeof pressOn>[1][]): Submission[] => {
  const states = [start];
  for (const wish of life) {
    try {
      states.push(pressOn(states.at(-1) ?? start, wish, MORNING));
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
    }
  }
  return states;
};

test.each([
  ['in review', aSubmission(aReport()).submission],
  ['signed', aSignedSubmission(aReport()).submission],
])('one that is %s never leaves an end it has come to', (_, start) => {
  fc.assert(
    fc.property(actions, (life) => {
      const statuses = historyOf(start, life).map(({ status }) => status);
      const end = statuses.findIndex((status) => ENDS.includes(status));
      if (end >= 0) expect(new Set(statuses.slice(end)).size).toBe(1);
    }),
    { numRuns: 300 },
  );
});
