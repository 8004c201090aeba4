// How does a clerk give up a stuck issue? The report goes back to its drafter; its number, if it has one, stays in the register as void.
import { chained, type Happening } from '../../domain/audit-event.ts';
import type { SubmissionId } from '../../domain/ids.ts';
import { giveUp } from '../../domain/issuing.ts';
import { yearOf } from '../../domain/office-calendar.ts';
import { Refusal } from '../../domain/refusal.ts';
import { voidEntry } from '../../domain/register.ts';
import { comeBack, type Report } from '../../domain/report.ts';
import type { Submission } from '../../domain/submission.ts';
import { markOf, pressOnce } from '../effects/press-once.ts';
import { resumeWorkflow } from '../effects/resume-workflow.ts';
import { retryConflicts } from '../effects/retry-conflicts.ts';
import type { Change } from '../ports.ts';
import { findOwnSubmission, findReport, findVersion } from '../reading/find.ts';
import { type Caller, requireRole } from '../reading/identify.ts';
import type { Needs } from '../world.ts';

/** What became of the number; nothing of none. */
const voided = async (
  { records }: Needs<'records'>,
  { organizationId, number: given }: Submission,
  reason: string,
): Promise<Pick<Change, 'outgoing'>> => {
  if (given === null) return {};
  const { date, series, number } = given;
  const entry = await records.outgoingEntry(organizationId, yearOf(date), series, number);
  if (entry === null)
    throw new Refusal('status_wrong', { message: 'the register does not know the number' });
  return { outgoing: { before: entry, after: voidEntry(entry, reason) } };
};

/** Hủy số; trả lại người soạn thảo. Refusals: submission_not_found, not_permitted, status_wrong, reason_missing. */
export const giveUpIssue = async (
  world: Needs<'records' | 'workflow' | 'presses'>,
  caller: Caller,
  submissionId: SubmissionId,
  given: string,
): Promise<Submission> => {
  requireRole(caller, 'clerk');
  const reason = given.trim();
  if (!reason) {
    throw new Refusal('reason_missing', { fields: [{ path: ['reason'], message: 'is required' }] });
  }
  const find = () => findOwnSubmission(world, caller, submissionId);
  const act = async () => {
    const before = await find();
    const after = giveUp(before, caller.at);
    const report = await findReport(world, before.reportId);
    const by = caller.person.id;
    const how = before.number === null ? 'handedBack' : 'voided';
    const version = await findVersion(world, before);
    const draft: Report = comeBack(report, version, { how, reason, by }, caller.at);
    const happening: Happening =
      before.number === null
        ? { kind: 'handedBack', submissionId, reason }
        : { kind: 'voided', submissionId, number: before.number.number, reason };
    await world.records.commit({
      report: { before: report, ...chained(draft, by, caller.at, happening) },
      submission: { before, after },
      ...(await voided(world, before, reason)),
      asked: { add: [], remove: await world.records.askedIn(submissionId) },
      ...markOf(caller),
    });
    return after;
  };
  const submission = await retryConflicts(() => pressOnce(world, caller, act, find));
  await resumeWorkflow(world, submission, { kind: 'stuck' });
  return submission;
};
