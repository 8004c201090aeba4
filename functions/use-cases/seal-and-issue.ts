// How does the clerk let the agency's seal be applied? Decree 30/2020, Article 32: văn thư applies it.
import { chained } from '../domain/audit-event.ts';
import type { SubmissionId } from '../domain/ids.ts';
import { pressSeal as press } from '../domain/issuing.ts';
import { touch } from '../domain/report.ts';
import type { Submission } from '../domain/submission.ts';
import { findOwnSubmission, findReport } from './find.ts';
import { type Caller, requireRole } from './identify.ts';
import { resumeWorkflow } from './resume-workflow.ts';
import { retryConflicts } from './retry-conflicts.ts';
import type { Needs } from './world.ts';

/** Ký số cơ quan và phát hành. Pressing again changes nothing. Refusals: submission_not_found, not_permitted, status_wrong. */
export const sealAndIssue = async (
  world: Needs<'records' | 'workflow'>,
  caller: Caller,
  submissionId: SubmissionId,
): Promise<Submission> => {
  requireRole(caller, 'clerk');
  const submission = await retryConflicts(async () => {
    const before = await findOwnSubmission(world, caller, submissionId);
    const after = press(before, caller.person.id, caller.at);
    if (after === before) return before;
    const report = await findReport(world, before.reportId);
    const touched = chained(touch(report, caller.at), caller.person.id, caller.at, {
      kind: 'sealPressed',
      submissionId,
    });
    await world.records.commit({
      report: { before: report, ...touched },
      submission: { before, after },
      asked: { add: [], remove: await world.records.askedIn(submissionId) },
    });
    return after;
  });
  await resumeWorkflow(world, submission, { kind: 'seal' });
  return submission;
};
