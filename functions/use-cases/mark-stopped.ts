// What if the state machine itself stops? The submission is marked as stuck, so that a clerk sees it and can let it go on.
import { chained } from '../domain/audit-event.ts';
import type { SubmissionId } from '../domain/ids.ts';
import { getStuck } from '../domain/issuing.ts';
import { passOn } from '../domain/report.ts';
import { standingOf } from '../domain/standing.ts';
import { askedAbout } from './asked-about.ts';
import { findReport, findSubmission } from './find.ts';
import { retryConflicts } from './retry-conflicts.ts';
import type { Needs } from './world.ts';

const OVER = ['returned', 'withdrawn', 'replaced', 'rejected', 'handedBack', 'voided'];

/** Refusals: submission_not_found. Marking again changes nothing until somebody has resumed it. */
export const markStopped = (
  world: Needs<'records' | 'clock'>,
  stopped: { submissionId: SubmissionId; status: string },
): Promise<void> =>
  retryConflicts(async () => {
    const { submissionId } = stopped;
    const at = world.clock.now();
    const before = await findSubmission(world, submissionId);
    const marked = before.executionStopped && before.stuck !== null;
    if (marked || OVER.includes(before.status)) return;
    const report = await findReport(world, before.reportId);
    const reason = `workflow ${stopped.status}`;
    const after = getStuck(before, reason, at, true);
    const passed = passOn(report, standingOf(after, 'stuck', at), at);
    await world.records.commit({
      report: {
        before: report,
        ...chained(passed, 'workflow', at, { kind: 'stuck', submissionId, reason }),
      },
      submission: { before, after },
      asked: {
        add: [{ ...askedAbout(before, { kind: 'stuck' }, at), asked: { role: 'clerk' } }],
        remove: await world.records.askedIn(submissionId),
      },
    });
  });
