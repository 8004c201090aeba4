// How is a number given up? It stays in the register as void with its reason, and the report goes back to its drafter.
import { chained } from '../domain/audit-event.ts';
import type { SubmissionId } from '../domain/ids.ts';
import { voidNumber } from '../domain/issuing.ts';
import { yearOf } from '../domain/office-calendar.ts';
import { Refusal } from '../domain/refusal.ts';
import { voidEntry } from '../domain/register.ts';
import { comeBack, type Report } from '../domain/report.ts';
import type { Submission } from '../domain/submission.ts';
import { findOwnSubmission, findReport, findVersion } from './find.ts';
import { type Caller, requireRole } from './identify.ts';
import { markOf, pressOnce } from './press-once.ts';
import { resumeWorkflow } from './resume-workflow.ts';
import { retryConflicts } from './retry-conflicts.ts';
import type { Needs } from './world.ts';

/** Hủy số. Refusals: submission_not_found, not_permitted, status_wrong, reason_missing. */
export const voidIssue = async (
  world: Needs<'records' | 'workflow' | 'presses'>,
  caller: Caller,
  submissionId: SubmissionId,
  reason: string,
): Promise<Submission> => {
  requireRole(caller, 'clerk');
  if (!reason.trim()) {
    throw new Refusal('reason_missing', { fields: [{ path: ['reason'], message: 'is required' }] });
  }
  const find = () => findOwnSubmission(world, caller, submissionId);
  const act = async () => {
    const before = await find();
    const after = voidNumber(before, caller.at);
    const report = await findReport(world, before.reportId);
    const given = before.number;
    const entry =
      given &&
      (await world.records.outgoingEntry(
        before.organizationId,
        yearOf(given.date),
        given.series,
        given.number,
      ));
    if (!given || !entry) throw new Refusal('status_wrong', { facts: { status: before.status } });
    const draft: Report = comeBack(
      report,
      await findVersion(world, before),
      { how: 'voided', reason: reason.trim(), by: caller.person.id },
      caller.at,
    );
    const happening = {
      kind: 'voided',
      submissionId,
      number: given.number,
      reason: reason.trim(),
    } as const;
    await world.records.commit({
      report: { before: report, ...chained(draft, caller.person.id, caller.at, happening) },
      submission: { before, after },
      outgoing: { before: entry, after: voidEntry(entry, reason.trim()) },
      asked: { add: [], remove: await world.records.askedIn(submissionId) },
      ...markOf(caller),
    });
    return after;
  };
  const submission = await retryConflicts(() => pressOnce(world, caller, act, find));
  await resumeWorkflow(world, submission, { kind: 'stuck' });
  return submission;
};
