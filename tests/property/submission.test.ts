// Does a submission keep its rules by itself, whatever order its transitions come in and whatever its report would say?
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Refusal } from '../../functions/domain/refusal.ts';
import { type Submission, stateOf } from '../../functions/domain/workflow/submission.ts';
import { aReport, aSignedSubmission, aSubmission, MORNING } from '../support/builders.ts';
import { actions, pressOn } from './life-of-a-report.ts';

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

const isAtItsEnd = ({ status }: Submission) => status === 'issued' || status === 'ended';

test.each([
  ['in review', aSubmission(aReport()).submission],
  ['signed', aSignedSubmission(aReport()).submission],
])('one that is %s never leaves an end it has come to', (_, start) => {
  fc.assert(
    fc.property(actions, (life) => {
      const states = historyOf(start, life);
      const end = states.findIndex(isAtItsEnd);
      if (end >= 0) expect(new Set(states.slice(end).map(stateOf)).size).toBe(1);
    }),
    { numRuns: 300 },
  );
});
