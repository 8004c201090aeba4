// What becomes of a submission that is stuck, and of what it owes?
import { expect, test } from 'vitest';
import { getStuck, pressSeal, resume, sealingSaidBy } from '../../../functions/domain/issuing.ts';
import { next } from '../../../functions/domain/submission.ts';
import { anIssue, aSignedSubmission, CLERK, MORNING } from '../../support/builders.ts';

const LATER = '2026-03-02T09:00:00Z';
const number = { number: 118, symbol: 'BC-UBND', date: '2026-03-02', series: 'baoCao' } as const;
const numbered = () => next(aSignedSubmission().submission, { number });
const stuck = (submission = numbered()) => getStuck(submission, 'key_missing', LATER, false);

test('what an issued report owes its recipients stays owed, so that the sweep delivers what it can', () => {
  const issued = next(numbered(), { status: 'issued', owedSince: MORNING });

  expect(stuck(issued).owedSince).toBe(MORNING);
  expect(stuck(next(issued, { owedSince: null })).owedSince).toBe(LATER);
  expect(stuck().owedSince).toBeNull();
});

test('the seal cannot be pressed on it, unless its machine has stopped and begins anew', () => {
  expect(() => pressSeal(stuck(), CLERK.id, LATER)).toThrow('status_wrong');
  const stopped = getStuck(numbered(), 'workflow FAILED', LATER, true);
  expect(pressSeal(stopped, CLERK.id, LATER)).toMatchObject({ sealPressedBy: CLERK.id, turn: 2 });
});

test('whoever is asked after it went on is not reminded of what was before', () => {
  expect(resume(next(stuck(), { reminders: 7 }), LATER)).toMatchObject({
    reminders: 0,
    stuck: null,
  });
});

test('who seals it is said in it, or by what has been done, or not at all', () => {
  const { sealing: _, ...before } = numbered();
  const { pdf, docx } = anIssue();
  const byItself = { ...before, files: { pdf, docx, attachments: [], timestamped: true } };

  expect(sealingSaidBy({ ...byItself, sealing: 'clerk' })).toBe('clerk');
  expect(sealingSaidBy(byItself)).toBe('automatic');
  expect(sealingSaidBy({ ...before, sealPressedBy: CLERK.id })).toBe('clerk');
  expect(sealingSaidBy(before)).toBeNull();
});
