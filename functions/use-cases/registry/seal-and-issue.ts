// How does the clerk let the agency's seal be applied? Decree 30/2020, Article 32: văn thư applies it.
import { requireSettled } from '../../domain/directory/settled-access.ts';
import type { SubmissionId } from '../../domain/ids.ts';
import { pressSeal } from '../../domain/workflow/issuing.ts';
import { expectSubmission, type Submission } from '../../domain/workflow/submission.ts';
import { resumeWorkflow } from '../effects/resume-workflow.ts';
import type { Caller } from '../reading/identify.ts';
import type { WorldOf } from '../world.ts';
import { clerkPress } from './clerk-press.ts';

const NEEDS = ['reports', 'submissions', 'tokens', 'commit', 'presses', 'workflow'] as const;

/**
 * Ký số cơ quan và phát hành. Pressing again changes nothing. Refusals: submission_not_found, not_permitted, status_wrong,
 * access_unsettled.
 */
export const sealAndIssue = async (
  world: WorldOf<typeof NEEDS>,
  caller: Caller,
  submissionId: SubmissionId,
): Promise<Submission> => {
  const submission = await clerkPress(world, caller, submissionId, (before) => {
    const after = pressSeal(expectSubmission(before, 'issuing'), caller.person.id, caller.at);
    if (after !== before) requireSettled(caller.person, caller.at);
    return after;
  });
  await resumeWorkflow(world, submission, { kind: 'seal' });
  return submission;
};
sealAndIssue.needs = NEEDS;
