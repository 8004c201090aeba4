// How does a stuck issue go on? The clerk presses once; number, file and deliveries that are there are adopted.
import { chained } from '../domain/audit-event.ts';
import type { SubmissionId } from '../domain/ids.ts';
import { resume } from '../domain/issuing.ts';
import { Unavailable } from '../domain/refusal.ts';
import { touch } from '../domain/report.ts';
import type { Submission } from '../domain/submission.ts';
import { findOwnSubmission, findReport } from './find.ts';
import { type Caller, requireRole } from './identify.ts';
import { resumeWorkflow } from './resume-workflow.ts';
import { retryConflicts } from './retry-conflicts.ts';
import type { Needs } from './world.ts';

/** A machine that has stopped is redriven; one that waits for the clerk is answered. */
export const goOn = async (
  world: Needs<'records' | 'workflow'>,
  submission: Submission,
): Promise<void> => {
  if (!submission.executionStopped) return resumeWorkflow(world, submission, { kind: 'stuck' });
  try {
    await world.workflow.redrive(submission.id);
  } catch (error) {
    if (!(error instanceof Unavailable)) throw error;
  }
};

/** Thực hiện lại. Refusals: submission_not_found, not_permitted, status_wrong when nothing is stuck. */
export const resumeIssue = async (
  world: Needs<'records' | 'workflow'>,
  caller: Caller,
  submissionId: SubmissionId,
): Promise<Submission> => {
  requireRole(caller, 'clerk');
  const submission = await retryConflicts(async () => {
    const before = await findOwnSubmission(world, caller, submissionId);
    const after = resume(before, caller.at);
    const report = await findReport(world, before.reportId);
    const touched = chained(touch(report, caller.at), caller.person.id, caller.at, {
      kind: 'resumed',
      submissionId,
    });
    await world.records.commit({
      report: { before: report, ...touched },
      submission: { before, after },
      asked: { add: [], remove: await world.records.askedIn(submissionId) },
    });
    return after;
  });
  await goOn(world, submission);
  return submission;
};
