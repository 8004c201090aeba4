// How is something remarked on a submission without deciding it? Seen by the chain and the drafter, kept in the history.
import { comment as applyComment } from '../domain/approving.ts';
import { chained } from '../domain/audit-event.ts';
import type { SubmissionId } from '../domain/ids.ts';
import { touch } from '../domain/report.ts';
import type { Submission } from '../domain/submission.ts';
import { findOwnSubmission, findReport } from './find.ts';
import type { Caller } from './identify.ts';
import { retryConflicts } from './retry-conflicts.ts';
import type { Needs } from './world.ts';

/** Refusals: submission_not_found, not_permitted, status_wrong, comments_full. */
export const comment = (
  { records }: Needs<'records'>,
  caller: Caller,
  { submissionId, text }: { submissionId: SubmissionId; text: string },
): Promise<Submission> =>
  retryConflicts(async () => {
    const before = await findOwnSubmission({ records }, caller, submissionId);
    const after = applyComment(before, caller.person.id, text, caller.at);
    const report = await findReport({ records }, before.reportId);
    const happening = { kind: 'commented', submissionId, text: text.trim() } as const;
    const touched = chained(touch(report, caller.at), caller.person.id, caller.at, happening);
    await records.commit({ report: { before: report, ...touched }, submission: { before, after } });
    return after;
  });
