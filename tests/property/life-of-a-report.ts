// Which lives can a report have? Any sequence of presses by anybody, each tried on the pure rules as the use cases combine them.

import fc from 'fast-check';
import { LAYOUTS } from '../../functions/document/layouts.ts';
import { askRound, decide, remind, roundOf, withdraw } from '../../functions/domain/approving.ts';
import { type AuditEvent, chained, type Happening } from '../../functions/domain/audit-event.ts';
import { contentHash } from '../../functions/domain/canonical-hash.ts';
import {
  completeIssue,
  getStuck,
  giveUp,
  handBack,
  keepFiles,
  number,
  pressSeal,
  resume,
} from '../../functions/domain/issuing.ts';
import { type ApprovalRound, ROLES } from '../../functions/domain/organization.ts';
import { Refusal } from '../../functions/domain/refusal.ts';
import { nextNumber, type RegisterCounter } from '../../functions/domain/register.ts';
import {
  beginIssuing,
  comeBack,
  completeReport,
  createReport,
  expectStatus,
  type Report,
  rejectReport,
  saveContent,
  submitReport,
  touch,
} from '../../functions/domain/report.ts';
import type { ReportContent } from '../../functions/domain/report-content.ts';
import {
  type DecisionKind,
  type Submission,
  settle,
  startSubmission,
} from '../../functions/domain/submission.ts';
import { A_HASH, aContent, anIssue, aPerson, MORNING } from '../support/builders.ts';

/** An office so small that the same people meet again and again in different roles. */
const EVERYBODY = Array.from({ length: 5 }, (_, index) => `person-${index}`);
const DRAFTER = 'person-0';

export type Action =
  | { kind: 'save'; by: string; subject: string }
  | { kind: 'submit'; chain: ApprovalRound[] }
  | { kind: 'decide'; by: string; word: DecisionKind; reason: string | null; honest: boolean }
  /** The one of those asked says what he is asked for. */
  | { kind: 'vote'; which: number }
  | { kind: 'press'; by: string }
  | { kind: 'stop'; machine: boolean }
  | {
      kind:
        | 'ask'
        | 'remind'
        | 'withdraw'
        | 'number'
        | 'resume'
        | 'giveUp'
        | 'handBack'
        | 'keepFiles'
        | 'complete'
        | 'settle';
    };

/** Everything there is at one moment. */
export type Desk = {
  report: Report;
  submission: Submission | null;
  /** What the submission froze, and who had put words into it since the report began. */
  frozen: ReportContent | null;
  writers: string[];
  counter: RegisterCounter;
  events: AuditEvent[];
};

/** One action and what it made of the desk; the same desk, if it was refused. */
export type Step = { action: Action; before: Desk; after: Desk };

const person = fc.constantFrom(...EVERYBODY);
const reviewRound = fc
  .uniqueArray(person, { minLength: 1, maxLength: 4 })
  .chain((people) =>
    fc
      .integer({ min: 1, max: people.length })
      .map((needed): ApprovalRound => ({ kind: 'review', people, needed })),
  );
const signRound = person.map(
  (signer): ApprovalRound => ({ kind: 'sign', people: [signer], needed: 1 }),
);
const chain = fc
  .tuple(fc.array(reviewRound, { maxLength: 3 }), signRound)
  .map(([reviews, last]) => [...reviews, last]);

const decision = fc.record({
  kind: fc.constant('decide' as const),
  by: person,
  word: fc.constantFrom('agree', 'sign', 'return', 'reject'),
  reason: fc.constantFrom('Thiếu số liệu', null),
  honest: fc.boolean(),
});
const vote = fc.record({ kind: fc.constant('vote' as const), which: fc.nat({ max: 3 }) });
const press = fc.record({ kind: fc.constant('press' as const), by: person });
const plain = (
  kind: 'ask' | 'number' | 'keepFiles' | 'complete' | 'resume' | 'giveUp' | 'withdraw',
) => fc.constant({ kind });

/** What carries a report forward comes often enough that many lives reach their end. */
const action: fc.Arbitrary<Action> = fc.oneof(
  { weight: 10, arbitrary: vote },
  { weight: 4, arbitrary: decision },
  { weight: 6, arbitrary: plain('ask') },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('submit' as const), chain }) },
  { weight: 4, arbitrary: plain('number') },
  { weight: 3, arbitrary: plain('keepFiles') },
  { weight: 3, arbitrary: plain('complete') },
  { weight: 2, arbitrary: press },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('stop' as const), machine: fc.boolean() }),
  },
  { weight: 2, arbitrary: plain('resume') },
  { weight: 1, arbitrary: plain('giveUp') },
  { weight: 1, arbitrary: plain('withdraw') },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('save' as const),
      by: person,
      subject: fc.constantFrom('Kết quả quý I', 'Kết quả quý II', ''),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom<Action>(
      { kind: 'remind' },
      { kind: 'handBack' },
      { kind: 'settle' },
    ),
  },
);

export const actions = fc.array(action, { minLength: 1, maxLength: 150, size: 'max' });

const FILES = { pdf: anIssue().pdf, docx: anIssue().docx, attachments: [], timestamped: true };

/** The moment of an action: one minute after the other, so that sittings and days pass. */
const momentOf = (index: number) => new Date(Date.parse(MORNING) + index * 60_000).toISOString();

const begin = (): Desk => {
  const draft = createReport({
    id: 'rpt_one',
    organizationId: 'org_son-trung',
    drafterId: DRAFTER,
    content: aContent(),
    at: MORNING,
  });
  const { after, events } = chained<Report>(draft, DRAFTER, MORNING, { kind: 'created' });
  return {
    report: after,
    submission: null,
    frozen: null,
    writers: [DRAFTER],
    counter: {
      organizationId: 'org_son-trung',
      year: 2026,
      series: 'baoCao',
      lastNumber: 117,
      lastDate: null,
    },
    events,
  };
};

/** What one submission becomes by an action that touches nothing else. */
export const pressOn = (submission: Submission, wish: Action, at: string): Submission => {
  switch (wish.kind) {
    case 'ask':
      return askRound(submission, A_HASH, at);
    case 'remind':
      return remind(submission);
    case 'decide': {
      const contentHash = wish.honest ? submission.contentHash : 'f'.repeat(64);
      const said = { kind: wish.word, reason: wish.reason, contentHash, signedInAt: at };
      return decide(submission, aPerson({ id: wish.by, roles: [...ROLES] }), said, at);
    }
    case 'vote': {
      const round = roundOf(submission);
      const by = round?.people[wish.which];
      if (by === undefined) return submission;
      const word = round?.kind === 'sign' ? 'sign' : 'agree';
      const said = { kind: 'decide', by, word, reason: null, honest: true } as const;
      return pressOn(submission, said, at);
    }
    case 'withdraw':
      return withdraw(submission, at);
    case 'number':
      return number(submission, {
        number: 118,
        symbol: submission.symbol,
        date: at.slice(0, 10),
        series: 'baoCao',
      });
    case 'press':
      return pressSeal(submission, wish.by, at);
    case 'stop':
      return getStuck(submission, 'States.TaskFailed', at, wish.machine);
    case 'resume':
      return resume(submission, at);
    case 'giveUp':
      return giveUp(submission, at);
    case 'handBack':
      return handBack(submission);
    case 'keepFiles':
      return keepFiles(submission, FILES);
    case 'complete':
      return completeIssue(submission, at);
    case 'settle':
      return settle(submission);
    default:
      return submission;
  }
};

/** What becomes of the report when its submission has changed. */
const follow = (desk: Desk, after: Submission, wish: Action, at: string): Report => {
  const { report, submission: before, frozen } = desk;
  if (before === null || frozen === null || after.status === before.status) {
    return touch(report, at);
  }
  const by = 'by' in wish ? wish.by : null;
  switch (after.status) {
    case 'issuing':
      return beginIssuing(report, after, at);
    case 'rejected':
      return rejectReport(report, by ?? '', 'Không đúng thẩm quyền', at);
    case 'issued': {
      const given = after.number;
      return completeReport(report, anIssue(given ? { number: given.number } : {}), at);
    }
    case 'returned':
    case 'withdrawn':
    case 'handedBack':
    case 'voided':
      return comeBack(
        report,
        { content: frozen, savedBy: after.savedBy },
        { how: after.status, reason: null, by },
        at,
      );
    default:
      return touch(report, at);
  }
};

const submit = (desk: Desk, chain: ApprovalRound[], at: string, index: number): Desk => {
  const { report } = desk;
  const { content, savedBy, version } = expectStatus(report, 'draft');
  const submission = startSubmission({
    findings: [],
    sealing: 'automatic',
    id: `sbm_${index}`,
    reportId: report.id,
    organizationId: report.organizationId,
    drafterId: report.drafterId,
    version,
    savedBy,
    content,
    chain,
    layoutVersion: LAYOUTS.newest,
    contentHash: contentHash(content, chain, LAYOUTS.newest),
    at,
  });
  return { ...desk, report: submitReport(report, submission, at), submission, frozen: content };
};

const happeningOf = (desk: Desk): Happening => ({ kind: 'edited', version: desk.report.version });

const act = (desk: Desk, wish: Action, index: number): Desk => {
  const at = momentOf(index);
  const { submission } = desk;
  if (wish.kind === 'save') {
    const content = aContent({ subject: wish.subject });
    const report = saveContent(desk.report, content, wish.by, at);
    return { ...desk, report, writers: [...desk.writers, wish.by] };
  }
  if (wish.kind === 'submit') return submit(desk, wish.chain, at, index);
  if (submission === null) return desk;
  if (wish.kind === 'number' && submission.number === null) {
    const counter = nextNumber(desk.counter, at.slice(0, 10));
    const given = { number: counter.lastNumber, symbol: submission.symbol, date: at.slice(0, 10) };
    const after = number(submission, { ...given, series: 'baoCao' });
    return { ...desk, submission: after, report: touch(desk.report, at), counter };
  }
  const after = pressOn(submission, wish, at);
  if (after === submission) return desk;
  return { ...desk, submission: after, report: follow(desk, after, wish, at) };
};

/** Plays a life; what is refused leaves everything as it was. Anything but a refusal is a mistake and is thrown. */
export const play = (life: Action[]): Step[] => {
  const steps: Step[] = [];
  let desk = begin();
  for (const [index, wish] of life.entries()) {
    let after = desk;
    try {
      after = act(desk, wish, index + 1);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
    }
    if (after !== desk) {
      const by = 'by' in wish ? wish.by : 'workflow';
      const { after: report, events } = chained(
        after.report,
        by,
        momentOf(index + 1),
        happeningOf(after),
      );
      after = { ...after, report, events: [...desk.events, ...events] };
    }
    steps.push({ action: wish, before: desk, after });
    desk = after;
  }
  return steps;
};
