// What does a clerk see of a submission that waits for its seal, or is stuck?
import type { SubmissionView } from '../../contracts/views.ts';
import type { SubmissionId } from '../../domain/ids.ts';
import { findOwnSubmission } from '../reading/find.ts';
import { type Caller, requireRole } from '../reading/identify.ts';
import { presentSubmission } from '../reading/present-submission.ts';
import type { Needs } from '../world.ts';

/** Refusals: not_permitted, submission_not_found. */
export const readRegistrySubmission = async (
  world: Needs<'records' | 'directory'>,
  caller: Caller,
  id: SubmissionId,
): Promise<SubmissionView> => {
  requireRole(caller, 'clerk');
  const submission = await findOwnSubmission(world, caller, id);
  return presentSubmission(world, submission, caller.organization);
};
