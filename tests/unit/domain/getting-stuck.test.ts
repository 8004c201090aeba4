// What becomes of a submission that is stuck, and of what it owes?
import { expect, test } from 'vitest';
import {
  completeIssue,
  getStuck,
  keepFiles,
  number,
  pressSeal,
  resume,
  sealingSaidBy,
  stop,
} from '../../../functions/domain/workflow/issuing.ts';
import { settle } from '../../../functions/domain/workflow/submission.ts';
import { A_NUMBER, aSignedSubmission, CLERK, KEPT, MORNING } from '../../support/builders.ts';

const LATER = '2026-03-02T09:00:00Z';
const numbered = () => number(aSignedSubmission().submission, A_NUMBER);
const stuck = () => getStuck(numbered(), 'key_missing', LATER);

test('what an issued report owes its recipients stays owed, so that the sweep delivers what it can', () => {
  const issued = completeIssue(keepFiles(numbered(), KEPT), MORNING);

  expect(getStuck(issued, 'key_missing', LATER).owedSince).toBe(MORNING);
  expect(getStuck(settle(issued), 'key_missing', LATER).owedSince).toBe(LATER);
  expect(stuck().owedSince).toBeNull();
});

test('the seal cannot be pressed on it, unless its machine has stopped and begins anew', () => {
  expect(() => pressSeal(stuck(), CLERK.id, LATER)).toThrow('status_wrong');
  const stopped = stop(numbered(), 'workflow FAILED', LATER);
  expect(pressSeal(stopped, CLERK.id, LATER)).toMatchObject({ sealPressedBy: CLERK.id, turn: 2 });
});

test('whoever is asked after it went on is not reminded of what was before', () => {
  expect(resume({ ...stuck(), reminders: 7 }, LATER)).toMatchObject({
    reminders: 0,
    stuck: null,
  });
});

test('who seals it is said in it, or by what has been done, or not at all', () => {
  const { sealing: _, ...before } = numbered();
  const byItself = keepFiles(before, KEPT);

  expect(sealingSaidBy({ ...byItself, sealing: 'clerk' })).toBe('clerk');
  expect(sealingSaidBy(byItself)).toBe('automatic');
  expect(sealingSaidBy({ ...before, sealPressedBy: CLERK.id })).toBe('clerk');
  expect(sealingSaidBy(before)).toBeNull();
});
