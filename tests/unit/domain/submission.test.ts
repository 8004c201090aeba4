// Which way can a submission go, and what is there of it at each stage? What is not there cannot be said, let alone done.
import { describe, expect, test } from 'vitest';
import { withdraw } from '../../../functions/domain/workflow/approving.ts';
import {
  completeIssue,
  getStuck,
  giveUp,
  handBack,
  keepFiles,
  number,
} from '../../../functions/domain/workflow/issuing.ts';
import {
  expectSubmission,
  roundsAgreed,
  Submission,
  SubmissionState,
  stateOf,
} from '../../../functions/domain/workflow/submission.ts';
import {
  A_CHAIN,
  A_NUMBER,
  aReport,
  aSignedSubmission,
  aSubmission,
  KEPT,
  MORNING,
} from '../../support/builders.ts';

const asked = aSubmission(aReport()).submission;
const signed = aSignedSubmission(aReport()).submission;
const numbered = number(signed, A_NUMBER);
const issued = completeIssue(keepFiles(numbered, KEPT), MORNING);
const stuck = (submission = numbered) => getStuck(submission, 'key_missing', MORNING);

const ENDED = {
  withdrawn: withdraw(asked, MORNING),
  'handed back while it is decided': handBack(asked),
  'handed back when all have agreed': handBack(signed),
  'given up before its number': giveUp(stuck(signed), MORNING),
  'given up with its number': giveUp(stuck(), MORNING),
};

test('a transition is for those that it may leave; another does not compile', () => {
  const astray = [
    // @ts-expect-error what is signed is taken back by nobody
    () => withdraw(signed, MORNING),
    // @ts-expect-error a number is for what all have agreed to
    () => number(asked, A_NUMBER),
    // @ts-expect-error what is issued stays issued
    () => giveUp(issued, MORNING),
    // @ts-expect-error nor is it handed back
    () => handBack(issued),
    // @ts-expect-error what has ended does not get stuck
    () => getStuck(ENDED.withdrawn, 'key_missing', MORNING),
    // @ts-expect-error nor is it issued
    () => completeIssue(ENDED.withdrawn, MORNING),
  ];
  expect(astray).toHaveLength(6);
});

test('what comes from the table is one of those, or the refusal says how it stands', () => {
  expect(expectSubmission(signed, 'inReview', 'issuing')).toBe(signed);
  expect(() => expectSubmission(ENDED.withdrawn, 'inReview')).toThrow(
    expect.objectContaining({
      code: 'status_wrong',
      details: { facts: { status: 'withdrawn' } },
    }),
  );
});

describe('one that has ended', () => {
  test.each(Object.entries(ENDED))('%s is what its schema says', (_, ended) => {
    expect(Submission.parse(ended)).toEqual(ended);
  });

  test('has a number only if that is void', () => {
    expect(ENDED['given up with its number']).toMatchObject({ how: 'voided', number: A_NUMBER });
    for (const ended of Object.values(ENDED).filter(({ how }) => how !== 'voided'))
      expect(ended).not.toHaveProperty('number');
  });

  test('says how many rounds had agreed', () => {
    expect(roundsAgreed(ENDED['handed back while it is decided'])).toBe(0);
    expect(roundsAgreed(ENDED['handed back when all have agreed'])).toBe(A_CHAIN.length);
    expect(roundsAgreed(ENDED['given up with its number'])).toBe(A_CHAIN.length);
  });
});

test('nobody is told that one has ended, but how', () => {
  const told = [asked, signed, issued, ...Object.values(ENDED)].map(stateOf);
  expect(SubmissionState.options).toEqual(expect.arrayContaining(told));
  expect(told).not.toContain('ended');
});
