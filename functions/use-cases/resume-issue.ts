// How does a stuck issue go on? The clerk presses once; number, file and deliveries that are there are adopted.
import type { SubmissionId } from '../domain/ids.ts';
import { resume } from '../domain/issuing.ts';
import { Unavailable } from '../domain/refusal.ts';
import type { Submission } from '../domain/submission.ts';
import { clerkPress } from './clerk-press.ts';
import type { Caller } from './identify.ts';
import { resumeWorkflow } from './resume-workflow.ts';
import type { Needs } from './world.ts';

/** A machine that has stopped is redriven; one that waits for the clerk is answered. Once it has gone on, nothing is owed. */
export const goOn = async (
  world: Needs<'records' | 'workflow'>,
  submission: Submission,
): Promise<void> => {
  if (submission.owedSince === null) return;
  if (!submission.executionStopped) return resumeWorkflow(world, submission, { kind: 'stuck' });
  try {
    await world.workflow.redrive(submission.id);
  } catch (error) {
    if (!(error instanceof Unavailable)) throw error;
  }
};

/** Thực hiện lại. Refusals: submission_not_found, not_permitted, status_wrong when nothing is stuck. */
export const resumeIssue = async (
  world: Needs<'records' | 'workflow' | 'presses'>,
  caller: Caller,
  submissionId: SubmissionId,
): Promise<Submission> => {
  const submission = await clerkPress(
    world,
    caller,
    submissionId,
    (before) => resume(before, caller.at),
    { kind: 'resumed', submissionId },
  );
  await goOn(world, submission);
  return submission;
};
