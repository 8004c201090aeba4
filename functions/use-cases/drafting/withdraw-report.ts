// How does a drafter take a report back before it is signed?
import { withdraw } from '../../domain/approving.ts';
import { chained } from '../../domain/audit-event.ts';
import type { ReportId, SubmissionId } from '../../domain/ids.ts';
import { Refusal } from '../../domain/refusal.ts';
import { comeBack, expectStatus, type Report } from '../../domain/report.ts';
import { markOf, pressOnce } from '../effects/press-once.ts';
import { resumeWorkflow } from '../effects/resume-workflow.ts';
import { retryConflicts } from '../effects/retry-conflicts.ts';
import { findOwnReport, findSubmission, findVersion } from '../reading/find.ts';
import { type Caller, requireRole } from '../reading/identify.ts';
import type { Needs } from '../world.ts';

/** Rút lại; only by the drafter himself. Refusals: report_not_found, not_permitted, status_wrong. */
export const withdrawReport = async (
  world: Needs<'records' | 'workflow' | 'presses'>,
  caller: Caller,
  reportId: ReportId,
): Promise<Report> => {
  requireRole(caller, 'drafter');
  const act = async () => {
    const before = await findOwnReport(world, caller, reportId);
    if (before.drafterId !== caller.person.id) throw new Refusal('not_permitted');
    const asked = await findSubmission(world, expectStatus(before, 'inReview').submissionId);
    const withdrawn = withdraw(asked, caller.at);
    const draft: Report = comeBack(
      before,
      await findVersion(world, asked),
      { how: 'withdrawn', reason: null, by: caller.person.id },
      caller.at,
    );
    const { after, events } = chained(draft, caller.person.id, caller.at, {
      kind: 'withdrawn',
      submissionId: asked.id,
    });
    await world.records.commit({
      report: { before, after, events },
      submission: { before: asked, after: withdrawn },
      asked: { add: [], remove: await world.records.askedIn(asked.id) },
      ...markOf(caller, asked.id),
    });
    return { report: after, submission: withdrawn };
  };
  const found = async (withdrawn: SubmissionId) => ({
    report: await findOwnReport(world, caller, reportId),
    submission: await findSubmission(world, withdrawn),
  });
  const { report, submission } = await retryConflicts(() => pressOnce(world, caller, act, found));
  await resumeWorkflow(world, submission, { kind: 'round', round: submission.round });
  return report;
};
