// How does a report look to the people of its own organization?
import type { ReportView } from '../../contracts/views.ts';
import type { Report } from '../../domain/workflow/report.ts';
import { summaryOf } from '../../domain/workflow/report-summary.ts';
import type { Needs } from '../world.ts';
import { findFrozen, findSubmission } from './find.ts';
import type { Caller } from './identify.ts';
import { presentSubmission } from './present-submission.ts';

/** The report as its people see it. */
export const presentReport = async (
  world: Needs<'records' | 'directory'>,
  caller: Caller,
  report: Report,
): Promise<ReportView> => {
  const draft = report.status === 'draft';
  const [drafter, submission, content] = await Promise.all([
    world.directory.person(report.drafterId),
    draft ? null : findSubmission(world, report.submissionId),
    draft ? report.content : findFrozen(world, report.submissionId),
  ]);
  return {
    ...summaryOf(report),
    drafter: { id: report.drafterId, name: drafter?.name ?? '' },
    content,
    savedBy: draft ? report.savedBy : (submission?.savedBy ?? []),
    submission: submission && (await presentSubmission(world, submission, caller.organization)),
    rejection: report.status === 'rejected' ? report.rejection : null,
  };
};
