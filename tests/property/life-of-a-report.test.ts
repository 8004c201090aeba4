// What is true of a report in every life it can have, whoever presses what and in whichever order?
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Report, type ReportStatus } from '../../functions/domain/report.ts';
import { Submission, type SubmissionStatus } from '../../functions/domain/submission.ts';
import { type Outcome, outcomeOf, type Wait } from '../../functions/domain/wait.ts';
import { brokenAt } from '../support/audit-chain.ts';
import { actions, type Desk, play, type Step } from './life-of-a-report.ts';

/** Enough that every status is reached many times; the first test would tell. */
const LIVES = 150;

const inEveryLife = (holds: (steps: Step[]) => void) =>
  fc.assert(
    fc.property(actions, (life) => {
      holds(play(life));
    }),
    { numRuns: LIVES },
  );

const atEveryStep = (holds: (step: Step) => void) => inEveryLife((steps) => steps.forEach(holds));

const ENDS: ReportStatus[] = ['issued', 'rejected'];
const SUBMISSION_ENDS: SubmissionStatus[] = [
  'issued',
  'returned',
  'withdrawn',
  'replaced',
  'rejected',
  'handedBack',
  'voided',
];

/** The statuses of a report that go with each status of its last submission. */
const IN_STEP: Record<SubmissionStatus, ReportStatus> = {
  inReview: 'inReview',
  issuing: 'issuing',
  issued: 'issued',
  rejected: 'rejected',
  replaced: 'inReview',
  returned: 'draft',
  withdrawn: 'draft',
  handedBack: 'draft',
  voided: 'draft',
};

const cameBack = ({ before, after }: Step) =>
  before.report.status !== 'draft' && after.report.status === 'draft';

const waitsOf = ({ submission }: Desk): Wait[] => [
  ...(submission?.chain ?? []).map((_, round): Wait => ({ kind: 'round', round })),
  { kind: 'seal' },
];

test('the lives played here reach every status, several reviews and several votes', () => {
  const reached = new Set<string>();

  for (const life of fc.sample(actions, { numRuns: LIVES, seed: 30 })) {
    for (const { after } of play(life)) {
      const { submission } = after;
      if (submission === null) continue;
      reached.add(submission.status);
      if (submission.status === 'issued' && submission.chain.length > 2) reached.add('two reviews');
      if (submission.decisions.length > submission.chain.length) reached.add('many votes');
      if (submission.stuck !== null && submission.number !== null) reached.add('stuck');
    }
  }

  // One that was replaced is never a report's last submission: its successor is.
  const statuses = Object.keys(IN_STEP).filter((status) => status !== 'replaced');
  expect([...reached].toSorted()).toEqual(
    [...statuses, 'many votes', 'stuck', 'two reviews'].toSorted(),
  );
});

describe('a report', () => {
  test('never leaves an end', () => {
    atEveryStep(({ before, after }) => {
      if (ENDS.includes(before.report.status))
        expect(after.report.status).toBe(before.report.status);
    });
  });

  test('raises its revision with every change and is unchanged by what is refused', () => {
    atEveryStep(({ before, after }) => {
      if (after === before) return;
      expect(after.report.revision).toBe(before.report.revision + 1);
    });
  });

  test('that comes back is the same record with the words as submitted, in the next version', () => {
    atEveryStep((step) => {
      if (!cameBack(step)) return;
      const { before, after } = step;
      const { id, createdAt, drafterId, version } = before.report;
      expect(after.report).toMatchObject({ id, createdAt, drafterId, version: version + 1 });
      expect(after.report).toHaveProperty('content', before.frozen);
    });
  });

  test('keeps its version until it comes back', () => {
    atEveryStep((step) => {
      if (!cameBack(step)) expect(step.after.report.version).toBe(step.before.report.version);
    });
  });

  test('is in step with its submission', () => {
    atEveryStep(({ after: { report, submission } }) => {
      if (submission === null) expect(report.status).toBe('draft');
      else if (report.status !== 'draft') {
        expect(report.status).toBe(IN_STEP[submission.status]);
        expect(report.submissionId).toBe(submission.id);
      } else expect(IN_STEP[submission.status]).toBe('draft');
    });
  });

  test('and its submission are always what their schemas say', () => {
    inEveryLife((steps) => {
      const last = steps.at(-1)?.after;
      expect(Report.parse(last?.report)).toEqual(last?.report);
      if (last?.submission) expect(Submission.parse(last.submission)).toEqual(last.submission);
    });
  });

  test('has a history in which nothing is missing', () => {
    inEveryLife((steps) => {
      const last = steps.at(-1)?.after;
      if (last) expect(brokenAt(last.events, last.report.events)).toBeNull();
    });
  });
});

describe('a submission', () => {
  test('never leaves an end', () => {
    atEveryStep(({ before: { submission: before }, after: { submission: after } }) => {
      if (before?.id !== after?.id || before === null || after === null) return;
      if (SUBMISSION_ENDS.includes(before.status)) expect(after.status).toBe(before.status);
    });
  });

  test('raises its revision with every change', () => {
    atEveryStep(({ before: { submission: before }, after: { submission: after } }) => {
      if (before?.id !== after?.id || before === null || after === null) return;
      expect(after.revision - before.revision).toBe(after === before ? 0 : 1);
    });
  });

  test('is never given another answer to a wait that has been answered', () => {
    inEveryLife((steps) => {
      const answers = new Map<string, Outcome>();
      for (const { after } of steps) {
        const { submission } = after;
        if (submission === null) continue;
        for (const wait of waitsOf(after)) {
          const outcome = outcomeOf(submission, wait);
          const name = `${submission.id} ${JSON.stringify(wait)}`;
          const earlier = answers.get(name);
          if (earlier !== undefined) expect(outcome).toBe(earlier);
          if (outcome !== null) answers.set(name, outcome);
        }
      }
    });
  });

  test('is issued only after every round had its votes, each from another person who was asked', () => {
    atEveryStep(({ after: { submission } }) => {
      if (submission?.status !== 'issuing' && submission?.status !== 'issued') return;
      for (const [index, round] of submission.chain.entries()) {
        const word = round.kind === 'sign' ? 'sign' : 'agree';
        const voters = submission.decisions
          .filter((decision) => decision.round === index && decision.kind === word)
          .map(({ personId }) => personId);
        expect(new Set(voters).size).toBe(voters.length);
        expect(voters.length).toBeGreaterThanOrEqual(round.needed);
        expect(round.people).toEqual(expect.arrayContaining(voters));
      }
    });
  });

  test('is signed by nobody who has put words into what he signs', () => {
    atEveryStep(({ after: { submission, writers } }) => {
      // What came back is written on, by whomever; its old signature counts no more.
      const counts = ['inReview', 'issuing', 'issued'].includes(submission?.status ?? '');
      for (const decision of (counts && submission?.decisions) || []) {
        if (decision.kind === 'sign') expect(writers).not.toContain(decision.personId);
      }
    });
  });

  test('holds no decision on other words than its own', () => {
    atEveryStep(({ after: { submission } }) => {
      for (const { contentHash } of submission?.decisions ?? [])
        expect(contentHash).toBe(submission?.contentHash);
    });
  });
});

describe('a number', () => {
  const numbersIn = (steps: Step[]) =>
    new Map(
      steps.flatMap(({ after: { submission } }) =>
        submission?.number ? [[submission.id, submission.number.number] as const] : [],
      ),
    );

  test('is given once, without a gap', () => {
    inEveryLife((steps) => {
      const given = [...numbersIn(steps).values()];
      expect(given).toEqual(given.map((_, index) => 118 + index));
      expect(steps.at(-1)?.after.counter.lastNumber).toBe(117 + given.length);
    });
  });

  test('stays with its submission as it was given', () => {
    atEveryStep(({ before: { submission: before }, after: { submission: after } }) => {
      if (before?.number && after?.id === before.id) expect(after.number).toBe(before.number);
    });
  });

  test('is given only to what has been signed', () => {
    atEveryStep(({ after: { submission } }) => {
      if (submission?.number)
        expect(submission.decisions.some(({ kind }) => kind === 'sign')).toBe(true);
    });
  });
});
