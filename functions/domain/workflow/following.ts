// How does a report follow its submission? What has changed of the one is what becomes of the other, and what its history says.
import { type Actor, type AuditEvent, chained, type Happening } from '../audit-event.ts';
import { canonicalHash } from '../canonical-hash.ts';
import type { Correction } from '../content/correction.ts';
import type { ReportContent } from '../content/report-content.ts';
import type { Instant, SubmissionId } from '../ids.ts';
import { evidenceOf } from '../issued/issue.ts';
import { issueOf, sealPressedBy } from './issuing.ts';
import {
  beginIssuing,
  comeBack,
  completeReport,
  passOn,
  type Report,
  rejectReport,
  replaceSubmission,
  submitReport,
  touch,
} from './report.ts';
import { type Standing, standingOf } from './standing.ts';
import {
  type Decision,
  numberOf,
  roundsAgreed,
  type Submission,
  type SubmissionIn,
  type SubmissionUnderWay,
} from './submission.ts';
import type { Wait } from './wait.ts';

/** What a transition made of a submission; before the first there was none. */
export type Moved =
  | { before: null; after: SubmissionIn<'inReview'> }
  | { before: Submission; after: Submission };

/** What the two do not say themselves, each where it is asked for. */
export type Told = {
  /** The words as they were submitted: with them a report comes back. */
  words?: ReportContent;
  /** Why it was given up, handed back or stopped. */
  reason?: string;
  /** What was proposed with a return. */
  correction?: Correction;
  /** The submission that goes on in place of one that was replaced. */
  successor?: SubmissionIn<'inReview'>;
  /** The name that the signature of an issued one bears. */
  signerName?: string;
  /** Whom the machine has asked, or the clerks where it has stopped. */
  wait?: Wait['kind'];
  /** Reminded so often that clerk and drafter are told as well. */
  isLate?: boolean;
};

/** The report before and after, and the links of its history. */
export type Followed = { before: Report; after: Report; events: AuditEvent[] };

/** Who made it move, and when. */
export type MovedBy = { actor: Actor; at: Instant };

/** Whoever forgets to tell it has made a mistake; no person has. */
const required = <Part>(part: Part | undefined, what: string): Part => {
  if (part === undefined) throw new Error(`a report cannot follow without ${what}`);
  return part;
};

/** The decision that moved it, if one did. */
const decisionIn = ({ before, after }: Moved): Decision | undefined =>
  after.decisions[before?.decisions.length ?? 0];

/** Has it come to its end by this? */
const endedBy = ({ before, after }: Moved): SubmissionIn<'ended'> | null =>
  after.status === 'ended' && before?.status !== 'ended' ? after : null;

/** Does the report come back to its drafter by this? Then it brings its words. */
export const bringsBack = (moved: Moved): boolean => {
  const ended = endedBy(moved);
  return ended !== null && ended.how !== 'rejected' && ended.how !== 'replaced';
};

const ofDecision = (
  { round, contentHash, kind, reason }: Decision,
  submissionId: SubmissionId,
  { correction }: Told,
): Happening[] => {
  const about = { submissionId, round, contentHash };
  switch (kind) {
    case 'agree':
      return [{ kind: 'agreed', ...about, ...(reason && { reason }) }];
    case 'sign':
      return [{ kind: 'signed', ...about }];
    case 'reject':
      return [{ kind: 'rejected', ...about, reason: reason ?? '' }];
    case 'return':
      return [
        { kind: 'returned', ...about, reason: reason ?? '' },
        ...(correction ? [proposal(correction, submissionId)] : []),
      ];
  }
};

const proposal = (correction: Correction, submissionId: SubmissionId): Happening => ({
  kind: 'correctionProposed',
  submissionId,
  places: correction.length,
  hash: canonicalHash(correction),
});

/** Decided by nobody's vote: the decisions say the rest. */
const ofEnd = (ended: SubmissionIn<'ended'>, { reason, successor }: Told): Happening[] => {
  const about = { submissionId: ended.id };
  switch (ended.how) {
    case 'withdrawn':
      return [{ kind: 'withdrawn', ...about }];
    case 'handedBack':
      return [{ kind: 'handedBack', ...about, reason: required(reason, 'a reason') }];
    case 'voided': {
      const { number } = ended.number;
      return [{ kind: 'voided', ...about, number, reason: required(reason, 'a reason') }];
    }
    case 'replaced': {
      const { id: successorId, urgency, contentHash } = required(successor, 'its successor');
      return [{ kind: 'urgencyDecided', ...about, successorId, urgency, contentHash }];
    }
    default:
      return [];
  }
};

const ofIssue = ({ id: submissionId, files }: SubmissionIn<'issued'>): Happening => {
  const { sha256, versionId } = files.pdf;
  return { kind: 'issued', submissionId, sha256, versionId, ...evidenceOf(files.attachments) };
};

const isAsked = (submission: Submission): boolean =>
  submission.status === 'inReview' && submission.askedAt !== null;

/** It goes on, or stands still. */
const onItsWay = (
  before: SubmissionUnderWay,
  after: SubmissionUnderWay,
  { reason, isLate }: Told,
): Happening[] => {
  const about = { submissionId: after.id };
  const round = roundsAgreed(after);
  if (isAsked(after) && !isAsked(before)) return [{ kind: 'asked', ...about, round }];
  const given = numberOf(after);
  if (given !== null && numberOf(before) === null) {
    const { number, symbol, date } = given;
    return [{ kind: 'numbered', ...about, number, symbol, date }];
  }
  if (sealPressedBy(after) !== sealPressedBy(before)) return [{ kind: 'sealPressed', ...about }];
  const hasStopped = after.executionStopped && !before.executionStopped;
  if (after.stuck !== null && (before.stuck === null || hasStopped))
    return [{ kind: 'stuck', ...about, reason: reason ?? after.stuck.reason }];
  if (after.stuck === null && before.stuck !== null) return [{ kind: 'resumed', ...about }];
  const { reminders } = after;
  if (reminders <= before.reminders) return [];
  return [
    { kind: 'reminded', ...about, round, reminders },
    ...(isLate ? [{ kind: 'escalated', ...about, round, reminders } as const] : []),
  ];
};

/** What the history says of it; nothing where the machine takes note of what has been said. */
const happeningsIn = (moved: Moved, told: Told): Happening[] => {
  const { before, after } = moved;
  const about = { submissionId: after.id };
  if (before === null) {
    const { version, contentHash } = after;
    return [{ kind: 'submitted', ...about, version, contentHash }];
  }
  const decision = decisionIn(moved);
  if (decision) return ofDecision(decision, after.id, told);
  const remark = after.comments[before.comments.length];
  if (remark) return [{ kind: 'commented', ...about, text: remark.text }];
  if (before.status === 'ended') return [];
  if (after.status === 'ended') return ofEnd(after, told);
  if (after.status === 'issued' && before.status !== 'issued') return [ofIssue(after)];
  return onItsWay(before, after, told);
};

/** With whom it is from now on; null where nothing has changed in that. */
const standingAfter = (
  report: Report,
  { after }: Moved,
  told: Told,
  [happened]: Happening[],
  at: Instant,
): Standing | null => {
  if (told.wait !== undefined) return standingOf(after, told.wait, at);
  switch (happened?.kind) {
    case 'agreed': {
      if (after.status !== 'inReview') return null;
      if (after.askedAt === null) return standingOf(after, null, at);
      // While the clerk is waited for, a vote changes nothing in that.
      const isWithClerk = report.status === 'inReview' && report.standing.wait === 'stuck';
      return isWithClerk ? null : standingOf(after, 'round', after.askedAt);
    }
    case 'sealPressed':
    case 'resumed':
      return standingOf(after, null, at);
    default:
      return null;
  }
};

/** It ended: the report comes back, is over, or stands before its successor. */
const left = (
  report: Report,
  moved: Moved,
  ended: SubmissionIn<'ended'>,
  told: Told,
  { actor, at }: MovedBy,
): Report => {
  const { how, savedBy } = ended;
  const { correction, successor } = told;
  const decision = decisionIn(moved);
  const said = decision?.reason ?? told.reason;
  const by = actor === 'workflow' ? null : actor;
  if (how === 'replaced')
    return replaceSubmission(report, required(successor, 'its successor'), at);
  if (how === 'rejected') {
    const { personId } = required(decision, 'the decision');
    return rejectReport(report, personId, said ?? '', at);
  }
  const reason = how === 'withdrawn' ? null : required(said, 'a reason');
  return comeBack(
    report,
    { content: required(told.words, 'its words'), savedBy },
    { how, reason, by, ...(correction && { isCorrected: true }) },
    at,
  );
};

const reportAfter = (
  report: Report,
  moved: Moved,
  told: Told,
  happened: Happening[],
  by: MovedBy,
): Report => {
  const { before, after } = moved;
  const { at } = by;
  if (before === null) return submitReport(report, after, at);
  const ended = endedBy(moved);
  if (ended !== null) return left(report, moved, ended, told, by);
  if (after.status === 'issuing' && before.status !== 'issuing')
    return beginIssuing(report, after, at);
  if (after.status === 'issued' && before.status !== 'issued') {
    const issue = issueOf(after, required(told.signerName, "the signer's name"), at);
    return completeReport(report, issue, at);
  }
  const standing = standingAfter(report, moved, told, happened, at);
  return standing === null ? touch(report, at) : passOn(report, standing, at);
};

/**
 * The one rule by which a report keeps in step with its submission, whoever moves it. Refusal: status_wrong when the two
 * are not in step already.
 */
export const follow = (report: Report, moved: Moved, told: Told, by: MovedBy): Followed => {
  const happened = happeningsIn(moved, told);
  const after = reportAfter(report, moved, told, happened, by);
  return { before: report, ...chained(after, by.actor, by.at, ...happened) };
};
