// Which lives can a report have? Any sequence of presses by anybody, each tried on the pure rules as the use cases combine them.

import fc from 'fast-check';
import { LAYOUTS } from '../../functions/document/layouts.ts';
import { type Actor, type AuditEvent, chained } from '../../functions/domain/audit-event.ts';
import { contentHash } from '../../functions/domain/canonical-hash.ts';
import type { ReportContent } from '../../functions/domain/content/report-content.ts';
import type { Urgency } from '../../functions/domain/content/urgency.ts';
import { type ApprovalRound, ROLES } from '../../functions/domain/directory/organization.ts';
import type { Instant, PersonId } from '../../functions/domain/ids.ts';
import { instantOf } from '../../functions/domain/instant-of.ts';
import { nextNumber, type RegisterCounter } from '../../functions/domain/issued/register.ts';
import { officeDayOf } from '../../functions/domain/office-calendar.ts';
import { Refusal } from '../../functions/domain/refusal.ts';
import {
  askRound,
  comment,
  decide,
  remind,
  roundOf,
  withdraw,
} from '../../functions/domain/workflow/approving.ts';
import { signerIn } from '../../functions/domain/workflow/chain-people.ts';
import { decideUrgency } from '../../functions/domain/workflow/deciding-urgency.ts';
import {
  bringsBack,
  follow,
  type Moved,
  type MovedBy,
  type Told,
} from '../../functions/domain/workflow/following.ts';
import {
  completeIssue,
  getStuck,
  giveUp,
  handBack,
  keepFiles,
  number,
  pressSeal,
  resume,
  stop,
} from '../../functions/domain/workflow/issuing.ts';
import {
  beginsSitting,
  createReport,
  expectStatus,
  type Report,
  type ReportStatus,
  saveContent,
} from '../../functions/domain/workflow/report.ts';
import {
  type DecisionKind,
  expectSubmission,
  type Submission,
  type SubmissionState,
  settle,
  startSubmission,
} from '../../functions/domain/workflow/submission.ts';
import { A_HASH, aContent, aHash, aPerson, aPersonId, KEPT, MORNING } from '../support/builders.ts';

/** An office so small that the same people meet again and again in different roles. */
const EVERYBODY = Array.from({ length: 5 }, (_, index) => aPersonId(`person-${index}`));
const DRAFTER = aPersonId('person-0');
const CLERK = aPersonId('person-1');
/** Whoever gives something up, or the machine that fails, says why. */
export const WHY = 'certificate_expired';

export type Action =
  | { kind: 'save'; by: PersonId; subject: string }
  | { kind: 'submit'; chain: ApprovalRound[] }
  | { kind: 'decide'; by: PersonId; word: DecisionKind; reason: string | null; honest: boolean }
  /** One of those who are asked answers what is asked. */
  | { kind: 'vote'; which: number }
  | { kind: 'press'; by: PersonId }
  | { kind: 'comment'; by: PersonId }
  | { kind: 'urgency'; urgency: Urgency | null }
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
export type LifeState = {
  report: Report;
  submission: Submission | null;
  /** What the submission froze, and who had put words into it since the report began. */
  frozen: ReportContent | null;
  writers: PersonId[];
  counter: RegisterCounter;
  events: AuditEvent[];
};

/** The status of a report that goes with each state of its last submission. */
export const IN_STEP: Record<SubmissionState, ReportStatus> = {
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

/** One action and what it made of the desk; the same desk, if it was refused or nothing was to be done. */
export type LifeStep = { action: Action; before: LifeState; after: LifeState };

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
const remark = fc.record({ kind: fc.constant('comment' as const), by: person });
const otherUrgency = fc.record({
  kind: fc.constant('urgency' as const),
  urgency: fc.constantFrom('urgent', null),
});
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
  { weight: 1, arbitrary: remark },
  { weight: 1, arbitrary: otherUrgency },
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

/** The moment of an action: one minute after the other, so that sittings and days pass. */
const momentOf = (index: number) => instantOf(Date.parse(MORNING) + index * 60_000);

export const begin = (): LifeState => {
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
      opening: 'said',
    },
    events,
  };
};

/** What one submission becomes by an action that touches no other; as the use cases do it, only where it is for it. */
export const pressOn = (submission: Submission, wish: Action, at: Instant): Submission => {
  const inReview = () => expectSubmission(submission, 'inReview');
  const issuing = () => expectSubmission(submission, 'issuing');
  const underWay = () => expectSubmission(submission, 'inReview', 'issuing', 'issued');
  switch (wish.kind) {
    case 'ask':
      return settle(askRound(inReview(), A_HASH, at));
    case 'remind':
      return remind(underWay());
    case 'decide': {
      const hash = wish.honest ? submission.contentHash : aHash('f');
      const said = { kind: wish.word, reason: wish.reason, contentHash: hash, signedInAt: at };
      return decide(inReview(), aPerson({ id: wish.by, roles: [...ROLES] }), said, at);
    }
    case 'vote': {
      const vote = voteIn(submission, wish.which);
      return vote === null ? submission : pressOn(submission, vote, at);
    }
    case 'comment':
      return comment(inReview(), wish.by, 'Đã xem.', at);
    case 'withdraw':
      return withdraw(inReview(), at);
    case 'number': {
      const { symbol } = submission;
      const given = { number: 118, symbol, date: officeDayOf(at), series: 'baoCao' } as const;
      return number(issuing(), given);
    }
    case 'press':
      return pressSeal(issuing(), wish.by, at);
    case 'stop': {
      const { stuck, executionStopped } = underWay();
      if (stuck !== null && (executionStopped || !wish.machine)) return submission;
      return wish.machine
        ? stop(underWay(), WHY, at)
        : getStuck(expectSubmission(submission, 'issuing', 'issued'), WHY, at);
    }
    case 'resume':
      return resume(underWay(), at);
    case 'giveUp':
      return giveUp(issuing(), at);
    case 'handBack':
      return handBack(expectSubmission(submission, 'inReview', 'issuing'));
    case 'keepFiles':
      return keepFiles(issuing(), KEPT);
    case 'complete':
      return completeIssue(issuing(), at);
    case 'settle':
      return settle(submission);
    default:
      return submission;
  }
};

/** The decision of one of those who are asked. */
const voteIn = (
  submission: Submission,
  which: number,
): Extract<Action, { kind: 'decide' }> | null => {
  const round = roundOf(submission);
  const by = round?.people[which];
  if (by === undefined) return null;
  const word = round?.kind === 'sign' ? 'sign' : 'agree';
  return { kind: 'decide', by, word, reason: null, honest: true };
};

/** Who does it. */
export const actorOf = ({ submission }: LifeState, wish: Action): Actor => {
  switch (wish.kind) {
    case 'save':
    case 'decide':
    case 'press':
    case 'comment':
      return wish.by;
    case 'vote':
      return (submission && voteIn(submission, wish.which)?.by) ?? 'workflow';
    case 'submit':
    case 'withdraw':
      return DRAFTER;
    case 'urgency':
      return signerIn(submission?.chain ?? []) ?? 'workflow';
    case 'resume':
    case 'giveUp':
      return CLERK;
    default:
      return 'workflow';
  }
};

/** What the use cases tell the report beside what has become of its submission. */
const toldOf = (wish: Action, moved: Moved, words: ReportContent): Told => ({
  ...(bringsBack(moved) && { words }),
  ...(['stop', 'giveUp', 'handBack'].includes(wish.kind) && { reason: WHY }),
  ...(wish.kind === 'complete' && { signerName: 'Nguyễn Văn Minh' }),
  ...(wish.kind === 'ask' && { wait: 'round' }),
  ...(wish.kind === 'stop' && { wait: 'stuck' }),
  ...(wish.kind === 'remind' && { isLate: true }),
});

/** The report goes with its submission, and its history with it. */
const move = (desk: LifeState, moved: Moved, told: Told, by: MovedBy): LifeState => {
  const { after: report, events } = follow(desk.report, moved, told, by);
  return { ...desk, submission: moved.after, report, events: [...desk.events, ...events] };
};

const save = (desk: LifeState, wish: Extract<Action, { kind: 'save' }>, at: Instant): LifeState => {
  const draft = expectStatus(desk.report, 'draft');
  const saved: Report = saveContent(draft, aContent({ subject: wish.subject }), wish.by, at);
  const writers = [...desk.writers, wish.by];
  if (!beginsSitting(draft, wish.by, at)) return { ...desk, report: saved, writers };
  const happening = { kind: 'edited', version: draft.version } as const;
  const { after: report, events } = chained(saved, wish.by, at, happening);
  return { ...desk, report, writers, events: [...desk.events, ...events] };
};

const submit = (desk: LifeState, chain: ApprovalRound[], index: number, by: MovedBy): LifeState => {
  const { report } = desk;
  const { content, savedBy, version } = expectStatus(report, 'draft');
  const after = startSubmission({
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
    at: by.at,
  });
  return { ...move(desk, { before: null, after }, {}, by), frozen: content };
};

/** Another submission takes its place. */
const replace = (
  desk: LifeState,
  submission: Submission,
  urgency: Urgency | null,
  index: number,
  by: MovedBy,
): LifeState => {
  const before = expectSubmission(submission, 'inReview');
  const frozen = { ...(desk.frozen ?? aContent()), urgency };
  const hash = contentHash(frozen, before.chain, before.layoutVersion);
  const wish = { urgency, contentHash: before.contentHash };
  const next = { id: `sbm_${index}` as const, contentHash: hash };
  const signer = signerIn(before.chain);
  if (signer === undefined) throw new Error('somebody signs');
  const { replaced, successor } = decideUrgency(before, signer, wish, next, by.at);
  const moved = move(desk, { before, after: replaced }, { successor }, by);
  return { ...moved, submission: successor, frozen };
};

/** What an action makes of the desk: the same one where nothing is to be done. Refusals: those of the rules. */
const act = (desk: LifeState, wish: Action, index: number): LifeState => {
  const at = momentOf(index);
  const by = { actor: actorOf(desk, wish), at };
  const { submission, frozen } = desk;
  if (wish.kind === 'save') return save(desk, wish, at);
  if (wish.kind === 'submit') return submit(desk, wish.chain, index, by);
  if (submission === null || frozen === null) return desk;
  if (wish.kind === 'urgency') return replace(desk, submission, wish.urgency, index, by);
  if (wish.kind === 'number') {
    const before = expectSubmission(submission, 'issuing');
    if (before.number !== null) return desk;
    const counter = nextNumber(desk.counter, officeDayOf(at));
    const { symbol } = before;
    const given = { number: counter.lastNumber, symbol, date: officeDayOf(at) };
    const after = number(before, { ...given, series: 'baoCao' });
    return { ...move(desk, { before, after }, {}, by), counter };
  }
  const after = pressOn(submission, wish, at);
  if (after === submission) return desk;
  // Of these the report hears nothing.
  if (wish.kind === 'keepFiles' || wish.kind === 'settle') return { ...desk, submission: after };
  const moved = { before: submission, after };
  return move(desk, moved, toldOf(wish, moved, frozen), by);
};

/** Null for what is refused; anything but a refusal is a mistake and is thrown. */
export const actIfAllowed = (desk: LifeState, wish: Action, index: number): LifeState | null => {
  try {
    return act(desk, wish, index);
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
};

/** Plays a life, one action a minute. */
export const play = (life: Action[]): LifeStep[] => {
  const steps: LifeStep[] = [];
  let desk = begin();
  for (const [index, action] of life.entries()) {
    const after = actIfAllowed(desk, action, index + 1) ?? desk;
    steps.push({ action, before: desk, after });
    desk = after;
  }
  return steps;
};
