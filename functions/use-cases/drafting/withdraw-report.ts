// How does a drafter take a report back before it is signed?

import { type ReportId, SubmissionId } from '../../domain/ids.ts';
import { Refusal } from '../../domain/refusal.ts';
import { withdraw } from '../../domain/workflow/approving.ts';
import { expectStatus, type Report } from '../../domain/workflow/report.ts';
import { expectSubmission, roundsAgreed } from '../../domain/workflow/submission.ts';
import { bothMoved } from '../effects/move-both.ts';
import { markOf, pressOnce } from '../effects/press-once.ts';
import { resumeWorkflow } from '../effects/resume-workflow.ts';
import { retryConflicts } from '../effects/retry-conflicts.ts';
import { findOwnReport, findSubmission } from '../reading/find.ts';
import { type Caller, requireRole } from '../reading/identify.ts';
import type { WorldOf } from '../world.ts';

const NEEDS = ['reports', 'submissions', 'tokens', 'commit', 'presses', 'workflow'] as const;

/** Rút lại; only by its own drafter. Refusals: report_not_found, not_permitted, status_wrong. */
export const withdrawReport = async (
  world: WorldOf<typeof NEEDS>,
  caller: Caller,
  reportId: ReportId,
): Promise<Report> => {
  requireRole(caller, 'drafter');
  const act = async () => {
    const report = await findOwnReport(world, caller, reportId);
    if (report.drafterId !== caller.person.id) throw new Refusal('not_permitted');
    const asked = await findSubmission(world, expectStatus(report, 'inReview').submissionId);
    const before = expectSubmission(asked, 'inReview');
    const { person, at } = caller;
    const moved = { before, after: withdraw(before, at) };
    const both = await bothMoved(world, moved, {}, { actor: person.id, at });
    await world.commit({
      ...both,
      asked: { add: [], remove: await world.submissions.askedIn(before.id) },
      ...markOf(caller, before.id),
    });
    return { report: both.report.after, submission: both.submission.after };
  };
  const found = async (withdrawn: string) => ({
    report: await findOwnReport(world, caller, reportId),
    submission: await findSubmission(world, SubmissionId.parse(withdrawn)),
  });
  const { report, submission } = await retryConflicts(() => pressOnce(world, caller, act, found));
  await resumeWorkflow(world, submission, { kind: 'round', round: roundsAgreed(submission) });
  return report;
};
withdrawReport.needs = NEEDS;
