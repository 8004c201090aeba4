// How does a stuck issue go on? The clerk presses once; number, file and deliveries that are there are adopted.
import type { SubmissionId } from '../../domain/ids.ts';
import { resume } from '../../domain/workflow/issuing.ts';
import { expectSubmission, type Submission } from '../../domain/workflow/submission.ts';
import { resumeWorkflow } from '../effects/resume-workflow.ts';
import type { Caller } from '../reading/identify.ts';
import type { WorldOf } from '../world.ts';
import { clerkPress } from './clerk-press.ts';

const NEEDS = ['reports', 'submissions', 'tokens', 'commit', 'presses', 'workflow'] as const;

/** Thực hiện lại. Refusals: submission_not_found, not_permitted, status_wrong when nothing is stuck. */
export const resumeIssue = async (
  world: WorldOf<typeof NEEDS>,
  caller: Caller,
  submissionId: SubmissionId,
): Promise<Submission> => {
  const submission = await clerkPress(world, caller, submissionId, (before) =>
    resume(expectSubmission(before, 'inReview', 'issuing', 'issued'), caller.at),
  );
  await resumeWorkflow(world, submission, { kind: 'stuck' });
  return submission;
};
resumeIssue.needs = NEEDS;
