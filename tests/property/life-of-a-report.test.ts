// What is true of a report in every life it can have, whoever presses what and in whichever order?
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Happening } from '../../functions/domain/audit-event.ts';
import { brokenAt } from '../../functions/domain/broken-link.ts';
import { Report, type ReportStatus } from '../../functions/domain/workflow/report.ts';
import {
  numberOf,
  Submission,
  SubmissionState,
  stateOf,
} from '../../functions/domain/workflow/submission.ts';
import { type Outcome, outcomeOf, type Wait } from '../../functions/domain/workflow/wait.ts';
import {
  type Action,
  actIfAllowed,
  actions,
  actorOf,
  begin,
  IN_STEP,
  type LifeState,
  type LifeStep,
  play,
  WHY,
} from './life-of-a-report.ts';

/** Enough that every status is reached many times; the first test would tell. */
const LIVES = 150;
/** Each rule draws lives of its own, so a dozen rules see four times as many as the first test does; `SLOW=1` plays all for each. */
const LIVES_OF_A_RULE = process.env.SLOW ? LIVES : LIVES / 3;

const inEveryLife = (holds: (steps: LifeStep[]) => void) =>
  fc.assert(
    fc.property(actions, (life) => {
      holds(play(life));
    }),
    { numRuns: LIVES_OF_A_RULE },
  );

const atEveryStep = (holds: (step: LifeStep) => void) =>
  inEveryLife((steps) => steps.forEach(holds));

const ENDS: ReportStatus[] = ['issued', 'rejected'];

/** What the history says of the time between two moments. */
const happened = (after: LifeState, before: LifeState): Happening[] =>
  after.events.slice(before.events.length).map(({ happening }) => happening);

/** Which of these is told of a press; a save is told once a sitting. */
const tellsOf = (action: Action, before: LifeState, after: LifeState): Happening['kind'][] => {
  switch (action.kind) {
    case 'save':
      return after.events.length > before.events.length ? ['edited'] : [];
    case 'submit':
      return ['submitted'];
    case 'ask':
      return isAsked(before.submission) ? [] : ['asked'];
    case 'vote':
    case 'decide': {
      const told = {
        agree: 'agreed',
        sign: 'signed',
        return: 'returned',
        reject: 'rejected',
      } as const;
      return (after.submission?.decisions ?? []).slice(-1).map(({ kind }) => told[kind]);
    }
    case 'comment':
      return ['commented'];
    case 'urgency':
      return ['urgencyDecided'];
    case 'remind':
      return ['reminded', 'escalated'];
    case 'withdraw':
      return ['withdrawn'];
    case 'number':
      return ['numbered'];
    case 'press':
      return ['sealPressed'];
    case 'stop':
      return ['stuck'];
    case 'resume':
      return ['resumed'];
    case 'giveUp':
      return [before.submission && numberOf(before.submission) ? 'voided' : 'handedBack'];
    case 'handBack':
      return ['handedBack'];
    case 'complete':
      return ['issued'];
    case 'keepFiles':
    case 'settle':
      return [];
  }
};

/** Where these lead; whatever else is told leaves the report where it is. */
const LEADS_TO: { [Kind in Happening['kind']]?: ReportStatus } = {
  submitted: 'inReview',
  signed: 'issuing',
  issued: 'issued',
  rejected: 'rejected',
  returned: 'draft',
  withdrawn: 'draft',
  handedBack: 'draft',
  voided: 'draft',
};

const isAsked = (submission: Submission | null): boolean =>
  submission?.status === 'inReview' && submission.askedAt !== null;

const yetToDecide = ({ chain, decisions, ...submission }: Submission): string[] => {
  const round = 'round' in submission ? submission.round : chain.length;
  const done = decisions.filter((decision) => decision.round === round);
  const people = chain[round]?.people ?? [];
  return people.filter((one) => done.every(({ personId }) => personId !== one));
};

/** Who returns it says why. */
const WHY_BACK: { [Kind in Action['kind']]?: string | null } = {
  withdraw: null,
  giveUp: WHY,
  handBack: WHY,
};

const cameBack = ({ before, after }: LifeStep) =>
  before.report.status !== 'draft' && after.report.status === 'draft';

const waitsOf = ({ submission }: LifeState): Wait[] => [
  ...(submission?.chain ?? []).map((_, round): Wait => ({ kind: 'round', round })),
  { kind: 'seal' },
];

test('the lives played here reach every status, several reviews and several votes', () => {
  const reached = new Set<string>();

  for (const life of fc.sample(actions, { numRuns: LIVES, seed: 30 })) {
    for (const { after } of play(life)) {
      const { submission } = after;
      if (submission === null) continue;
      reached.add(stateOf(submission));
      if (submission.status === 'issued' && submission.chain.length > 2) reached.add('two reviews');
      if (submission.decisions.length > submission.chain.length) reached.add('many votes');
      if (submission.status === 'issuing' && submission.stuck && submission.number)
        reached.add('stuck');
      if (happened(after, begin()).some(({ kind }) => kind === 'urgencyDecided'))
        reached.add('replaced');
    }
  }

  expect([...reached].toSorted()).toEqual(
    [...SubmissionState.options, 'many votes', 'stuck', 'two reviews'].toSorted(),
  );
});

describe('a report', () => {
  test('never leaves an end', () => {
    atEveryStep(({ before, after }) => {
      if (ENDS.includes(before.report.status))
        expect(after.report.status).toBe(before.report.status);
    });
  });

  test('raises its revision with every change', () => {
    atEveryStep(({ action, before, after }) => {
      const isOfTheSubmission = action.kind === 'keepFiles' || action.kind === 'settle';
      const isChanged = !isOfTheSubmission && after.submission !== before.submission;
      const isHeardOf = isChanged || after.report !== before.report;
      expect(after.report.revision - before.report.revision).toBe(isHeardOf ? 1 : 0);
    });
  });

  test('and its submission and history are unchanged by what is refused', () => {
    fc.assert(
      fc.property(actions, (life) => {
        let desk = begin();
        for (const [index, action] of life.entries()) {
          const was = structuredClone(desk);
          const after = actIfAllowed(desk, action, index + 1);
          if (after === null) expect(desk).toEqual(was);
          desk = after ?? desk;
        }
      }),
      // A copy and a comparison at each step.
      { numRuns: LIVES / 3 },
    );
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
        expect(report.status).toBe(IN_STEP[stateOf(submission)]);
        expect(report.submissionId).toBe(submission.id);
      } else expect(IN_STEP[stateOf(submission)]).toBe('draft');
    });
  });

  test('and its submission are always what their schemas say', () => {
    inEveryLife((steps) => {
      const last = steps.at(-1)?.after;
      expect(Report.parse(last?.report)).toEqual(last?.report);
      if (last?.submission) expect(Submission.parse(last.submission)).toEqual(last.submission);
    });
  });

  test('says that nobody is waited for who is not', () => {
    atEveryStep(({ after: { report, submission } }) => {
      if (submission === null || !('standing' in report)) return;
      const { wait, people, round } = report.standing;
      if (submission.status === 'inReview') expect(round?.number).toBe(submission.round + 1);
      if (wait === 'round') {
        expect(isAsked(submission)).toBe(true);
        expect(people).toEqual(yetToDecide(submission));
      } else expect(people).toEqual([]);
      if (wait === 'stuck') expect(submission).toHaveProperty('stuck.reason');
    });
  });

  test('that comes back says why and by whom', () => {
    atEveryStep((step) => {
      if (!cameBack(step)) return;
      const { submission, report } = step.after;
      const last = submission?.decisions.at(-1);
      const by = actorOf(step.before, step.action);
      expect(report).toMatchObject({
        comeBack: {
          how: submission && stateOf(submission),
          reason:
            WHY_BACK[step.action.kind] === undefined ? last?.reason : WHY_BACK[step.action.kind],
          by: by === 'workflow' ? null : by,
          submissionId: submission?.id,
        },
      });
    });
  });
});

describe('its history', () => {
  test('is whole, and every link of the chain is stored', () => {
    inEveryLife((steps) => {
      const last = steps.at(-1)?.after;
      if (last) expect(brokenAt(last.events, last.report.events)).toBeNull();
    });
  });

  test('tells each thing that is done once, and who did it', () => {
    atEveryStep(({ action, before, after }) => {
      const events = after.events.slice(before.events.length);
      const kinds = events.map(({ happening }) => happening.kind);
      expect(kinds).toEqual(after === before ? [] : tellsOf(action, before, after));
      for (const { actor } of events) expect(actor).toBe(actorOf(before, action));
    });
  });

  test('alone says where the report stands', () => {
    atEveryStep(({ after }) => {
      const status = happened(after, begin()).reduce<ReportStatus>(
        (stands, { kind }) => LEADS_TO[kind] ?? stands,
        'draft',
      );
      expect(status).toBe(after.report.status);
    });
  });

  test('names the submission that it speaks of, its number and its files', () => {
    atEveryStep(({ before, after }) => {
      const spoken = after.submission?.id === before.submission?.id ? after : before;
      for (const happening of happened(after, before)) {
        if (!('submissionId' in happening)) continue;
        const { submission } = happening.kind === 'submitted' ? after : spoken;
        expect(happening.submissionId).toBe(submission?.id);
        const given = submission && numberOf(submission);
        if (happening.kind === 'numbered' || happening.kind === 'voided')
          expect(happening.number).toBe(given?.number);
        if (happening.kind === 'issued' && submission?.status === 'issued')
          expect(happening.sha256).toBe(submission.files.pdf.sha256);
      }
    });
  });
});

describe('a submission', () => {
  test('never leaves an end', () => {
    atEveryStep(({ before: { submission: before }, after: { submission: after } }) => {
      if (before?.id !== after?.id || before === null || after === null) return;
      const isAtItsEnd = before.status === 'issued' || before.status === 'ended';
      if (isAtItsEnd) expect(stateOf(after)).toBe(stateOf(before));
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

  test('is signed by nobody who has put words into what they sign', () => {
    atEveryStep(({ after: { submission, writers } }) => {
      // What came back is written on, by whomever; its old signature counts no more.
      const counts = ['inReview', 'issuing', 'issued'].includes(submission?.status ?? '');
      for (const decision of (counts && submission?.decisions) || []) {
        if (decision.kind === 'sign') expect(writers).not.toContain(decision.personId);
      }
    });
  });

  test('takes no decision on other words than its own', () => {
    atEveryStep(({ before, after: { submission } }) => {
      // Where its urgency was decided anew, it has what was said of the one before.
      const said = before.submission?.id === submission?.id ? before.submission : submission;
      for (const { contentHash } of submission?.decisions.slice(said?.decisions.length) ?? [])
        expect(contentHash).toBe(submission?.contentHash);
    });
  });
});

describe('a number', () => {
  const numbersIn = (steps: LifeStep[]) =>
    new Map(
      steps.flatMap(({ after: { submission } }) =>
        submission && numberOf(submission)
          ? [[submission.id, numberOf(submission)?.number] as const]
          : [],
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
      if (!before || !after || after.id !== before.id || !numberOf(before)) return;
      expect(numberOf(after)).toEqual(numberOf(before));
    });
  });

  test('is given only to what has been signed', () => {
    atEveryStep(({ after: { submission } }) => {
      if (submission && numberOf(submission))
        expect(submission.decisions.some(({ kind }) => kind === 'sign')).toBe(true);
    });
  });
});
