// Which number does a signed report get? The register's next one, on the day it is taken; a submission that has one keeps it.
import type { Numbered } from '../../contracts/hand-offs.ts';
import { follow } from '../../domain/following.ts';
import type { Instant, SubmissionId } from '../../domain/ids.ts';
import type { DocumentNumber } from '../../domain/issue.ts';
import { number as giveNumber } from '../../domain/issuing.ts';
import { officeDayOf, yearOf } from '../../domain/office-calendar.ts';
import type { Organization } from '../../domain/organization.ts';
import { Refusal, Unavailable } from '../../domain/refusal.ts';
import {
  distributionOf,
  nextNumber,
  type OutgoingEntry,
  type RegisterCounter,
  seriesOf,
  typeAndSubject,
} from '../../domain/register.ts';
import type { Report } from '../../domain/report.ts';
import type { ReportContent } from '../../domain/report-content.ts';
import { expectSubmission, numberOf, type Submission } from '../../domain/submission.ts';
import { type Pace, retryConflicts } from '../effects/retry-conflicts.ts';
import { findFrozen, findReport, findSubmission } from '../reading/find.ts';
import type { Needs } from '../world.ts';

/**
 * The register takes one at a time. Where the table has room for all (on AWS), two hundred that come in the same moment
 * need about six tries each. Where they queue for the table itself, an attempt takes as long as all that stand before it
 * do, and is in vain if one of them is served between its reading and its writing: within six times that long, five
 * sixths of the time are nobody's, and the second try of most gets through. The function has thirty seconds; who is not
 * served within twenty is left to the workflow's own pauses, which cost nothing.
 */
export const QUEUE_AT_THE_REGISTER: Pace = {
  tries: 10,
  firstPauseMs: 50,
  longestPauseMs: 2_000,
  queue: { timesAttempt: 6, longestPauseMs: 16_000, withinMs: 20_000 },
};

/** Two machines' clocks differ by milliseconds; by more than this, something is wrong and nobody should wait for it. */
const CLOCKS_APART_MS = 10_000;

const later = (at: Instant, milliseconds: number): Instant =>
  new Date(Date.parse(at) + milliseconds).toISOString();

/** The row that the register holds from now on, whatever becomes of the number. */
const reservedEntry = (
  { organizationId, year, series }: RegisterCounter,
  given: DocumentNumber,
  report: Report,
  submission: Submission,
  content: ReportContent,
): OutgoingEntry => ({
  organizationId,
  year,
  series,
  ...given,
  reportId: report.id,
  submissionId: submission.id,
  typeAndSubject: typeAndSubject(report.type, report.subject),
  signerName: content.signature.name,
  ...distributionOf(content),
  sentAt: null,
  note: '',
  status: 'reserved',
});

/** What does not change while others are faster: read once. */
type Submitted = { organization: Organization; content: ReportContent };

const tryToReserve = async (
  world: Needs<'records' | 'clock'>,
  { id, reportId }: Submission,
  { organization, content }: Submitted,
): Promise<DocumentNumber> => {
  const year = yearOf(officeDayOf(world.clock.now()));
  const series = seriesOf(organization, content.type);
  // Read together, so that little time is left for others until the commit.
  const [found, report, counter] = await Promise.all([
    findSubmission(world, id),
    findReport(world, reportId),
    world.records.counter(organization.id, year, series),
  ]);
  const there = numberOf(found);
  if (there !== null) return there;

  // After the register has been read: whoever was faster may have taken his number on the day that has begun meanwhile.
  const at = world.clock.now();
  const date = officeDayOf(at);
  if (yearOf(date) !== year) throw new Refusal('revision_conflict');
  const lastDate = counter?.lastDate ?? date;
  if (lastDate > date && lastDate <= officeDayOf(later(at, CLOCKS_APART_MS))) {
    throw new Unavailable('the day that has begun elsewhere');
  }

  const before = expectSubmission(found, 'issuing');
  const opened: RegisterCounter = counter ?? {
    organizationId: organization.id,
    year,
    series,
    lastNumber: 0,
    lastDate: null,
  };
  const taken = nextNumber(opened, date);
  const given = { number: taken.lastNumber, symbol: before.symbol, date };
  const moved = { before, after: giveNumber(before, { ...given, series }) };
  await world.records.commit({
    counter: { before: counter, after: taken },
    outgoing: { before: null, after: reservedEntry(taken, given, report, before, content) },
    submission: moved,
    report: follow(report, moved, {}, { actor: 'workflow', at }),
  });
  return given;
};

const given = ({ number, date }: DocumentNumber): Numbered => ({ number, date });

/**
 * Number and date in one transaction with the register, so that no number is skipped or given twice.
 * Both are kept on every later call, which asks nothing of organization and register. Refusals: submission_not_found,
 * status_wrong, organization_not_found, date_before_register. Unavailable when the register stays busy, or has begun a day
 * that has not begun here: the workflow asks again a little later.
 */
export const reserveNumber = async (
  world: Needs<'records' | 'directory' | 'clock'>,
  { submissionId }: { submissionId: SubmissionId },
): Promise<Numbered> => {
  const submission = await findSubmission(world, submissionId);
  const there = numberOf(submission);
  if (there !== null) return given(there);
  const [content, organization] = await Promise.all([
    findFrozen(world, submissionId),
    world.directory.organization(submission.organizationId),
  ]);
  if (organization === null) throw new Refusal('organization_not_found');
  try {
    return given(
      await retryConflicts(
        () => tryToReserve(world, submission, { organization, content }),
        QUEUE_AT_THE_REGISTER,
      ),
    );
  } catch (error) {
    const busy = error instanceof Refusal && error.code === 'revision_conflict';
    throw busy ? new Unavailable('the register', error) : error;
  }
};
