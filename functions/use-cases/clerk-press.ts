// What do a clerk's presses have in common? The submission changes, the history says so, and no clerk is asked any more.
import { chained, type Happening } from '../domain/audit-event.ts';
import type { SubmissionId } from '../domain/ids.ts';
import { passOn } from '../domain/report.ts';
import { standingOf } from '../domain/standing.ts';
import type { Submission } from '../domain/submission.ts';
import { findOwnSubmission, findReport } from './find.ts';
import { type Caller, requireRole } from './identify.ts';
import { retryConflicts } from './retry-conflicts.ts';
import type { Needs } from './world.ts';

/** A press that leaves the submission as it was writes nothing. Refusals: submission_not_found, not_permitted, those of `press`. */
export const clerkPress = async (
  { records }: Needs<'records'>,
  caller: Caller,
  submissionId: SubmissionId,
  press: (before: Submission) => Submission,
  happening: Happening,
): Promise<Submission> => {
  requireRole(caller, 'clerk');
  return retryConflicts(async () => {
    const before = await findOwnSubmission({ records }, caller, submissionId);
    const after = press(before);
    if (after === before) return before;
    const report = await findReport({ records }, before.reportId);
    const pressed = passOn(report, standingOf(after, null, caller.at), caller.at);
    await records.commit({
      report: {
        before: report,
        ...chained(pressed, caller.person.id, caller.at, happening),
      },
      submission: { before, after },
      asked: { add: [], remove: await records.askedIn(submissionId) },
    });
    return after;
  });
};
