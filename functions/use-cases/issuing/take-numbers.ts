// How does a register give its next numbers? To those who have come, one after the other, in one transaction.

import type { Instant, SubmissionId } from '../../domain/ids.ts';
import { instantOf } from '../../domain/instant-of.ts';
import type { DocumentNumber } from '../../domain/issued/issue.ts';
import {
  nextNumber,
  type OutgoingEntry,
  type Queued,
  type RegisterCounter,
  typeAndSubject,
} from '../../domain/issued/register.ts';
import { officeDayOf, yearOf } from '../../domain/office-calendar.ts';
import { Refusal, Unavailable } from '../../domain/refusal.ts';
import { follow } from '../../domain/workflow/following.ts';
import { number as giveNumber } from '../../domain/workflow/issuing.ts';
import type { Report } from '../../domain/workflow/report.ts';
import { numberOf } from '../../domain/workflow/submission.ts';
import type { Change } from '../ports.ts';
import type { Needs } from '../world.ts';

/** Two machines' clocks differ by milliseconds; by more than this, something is wrong and nobody should wait for it. */
const CLOCKS_APART_MS = 10_000;

const later = (at: Instant, milliseconds: number): Instant =>
  instantOf(Date.parse(at) + milliseconds);

/** The row that the register holds from now on, whatever becomes of the number. */
const reservedEntry = (
  { revision: _, signedAt: __, ...comer }: Queued,
  given: DocumentNumber,
  year: number,
  report: Report,
): OutgoingEntry => ({
  ...comer,
  ...given,
  year,
  typeAndSubject: typeAndSubject(report.type, report.subject),
  sentAt: null,
  note: '',
  status: 'reserved',
});

/**
 * The next numbers of one register for all who have come to it, in this order, with whatever else changes `along`. Who has
 * one keeps it; who is otherwise no longer as they came gets none, and keeps nobody from theirs.
 * Refusals: revision_conflict, date_before_register. Unavailable, also when the register has begun a day that has not
 * begun here.
 */
export const takeNumbers = async (
  {
    commit,
    registers,
    reports,
    submissions,
    clock,
  }: Needs<'reports' | 'submissions' | 'registers' | 'clock' | 'commit'>,
  { organizationId, series }: Pick<RegisterCounter, 'organizationId' | 'series'>,
  comers: Queued[],
  along: Change = {},
): Promise<Map<SubmissionId, DocumentNumber>> => {
  const year = yearOf(officeDayOf(clock.now()));
  // Read together, so that little time is left for others until the commit.
  const [counter, ...all] = await Promise.all([
    registers.counter(organizationId, year, series),
    ...comers.map(async (comer) => {
      const { submissionId, reportId } = comer;
      const there = [submissions.read(submissionId), reports.read(reportId)] as const;
      const [before, report] = await Promise.all(there);
      return { comer, before, report };
    }),
  ]);

  // After the register has been read: whoever was faster may have taken a number on the day that has begun meanwhile.
  const at = clock.now();
  const date = officeDayOf(at);
  if (yearOf(date) !== year) throw new Refusal('revision_conflict');
  const lastDate = counter?.lastDate ?? date;
  if (lastDate > date && lastDate <= officeDayOf(later(at, CLOCKS_APART_MS))) {
    throw new Unavailable('the day that has begun elsewhere');
  }

  let taken: RegisterCounter = counter ?? {
    ...{ organizationId, year, series, lastNumber: 0, lastDate: null },
    opening: 'assumed',
  };
  const numbers = new Map<SubmissionId, DocumentNumber>();
  const changes: Change[] = [];
  for (const { comer, before, report } of all) {
    const there = before && numberOf(before);
    if (there) numbers.set(comer.submissionId, there);
    const isAsHeCame = before?.status === 'issuing' && before.revision === comer.revision;
    if (there || !isAsHeCame || !report) continue;
    taken = nextNumber(taken, date);
    const given = { number: taken.lastNumber, symbol: before.symbol, date };
    const moved = { before, after: giveNumber(before, { ...given, series }) };
    changes.push({
      outgoing: { before: null, after: reservedEntry(comer, given, year, report) },
      submission: moved,
      report: follow(report, moved, {}, { actor: 'workflow', at }),
    });
    numbers.set(before.id, given);
  }
  const advanced = changes.length > 0 ? { counter: { before: counter, after: taken } } : {};
  await commit({ ...advanced, ...along }, ...changes);
  return numbers;
};
