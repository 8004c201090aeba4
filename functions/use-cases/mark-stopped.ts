// What if the state machine itself stops? The submission is marked as stuck, so that a clerk sees it and can let it go on.
import { type Turn, turnOf } from '../contracts/execution-name.ts';
import { chained } from '../domain/audit-event.ts';
import { getStuck } from '../domain/issuing.ts';
import { passOn } from '../domain/report.ts';
import { standingOf } from '../domain/standing.ts';
import { type Submission, settle } from '../domain/submission.ts';
import { askedAbout } from './asked-about.ts';
import { findReport, findSubmission } from './find.ts';
import { retryConflicts } from './retry-conflicts.ts';
import type { Needs } from './world.ts';

const OVER = ['returned', 'withdrawn', 'replaced', 'rejected', 'handedBack', 'voided'];

/** Whatever is over needs the machine no more, and is only settled. */
const mark = (
  world: Needs<'records' | 'clock'>,
  { submissionId, turn, status }: Turn & { status: string },
  concerns: (before: Submission) => boolean,
): Promise<void> =>
  retryConflicts(async () => {
    const at = world.clock.now();
    const before = await findSubmission(world, submissionId);
    const marked = before.executionStopped && before.stuck !== null;
    if (before.turn !== turn || marked || !concerns(before)) return;
    if (OVER.includes(before.status)) {
      const settled = settle(before);
      if (settled === before) return;
      return world.records.commit({ submission: { before, after: settled } });
    }
    const report = await findReport(world, before.reportId);
    const reason = `workflow ${status}`;
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

/**
 * An execution is said to have failed, timed out or been aborted. Such news comes late and more than once: it counts for
 * the present turn only, and not while that is running. Refusals: submission_not_found.
 */
export const markStopped = async (
  world: Needs<'records' | 'clock' | 'workflow'>,
  stopped: Turn & { status: string },
): Promise<void> => {
  const { submissionId, turn } = stopped;
  if (await world.workflow.isGoing({ submissionId, turn })) return;
  await mark(world, stopped, () => true);
};

/** The present turn was found to be over, and to owe something all the same; nobody has said how it ended. */
export const markEnded = (
  world: Needs<'records' | 'clock'>,
  submission: Submission,
): Promise<void> =>
  mark(world, { ...turnOf(submission), status: 'ENDED' }, ({ owedSince }) => owedSince !== null);
