// What does a clerk see of a submission that waits for its seal, or is stuck?
import type { SubmissionId } from '../../domain/ids.ts';
import { findOwnSubmission } from '../reading/find.ts';
import { type Caller, requireRole } from '../reading/identify.ts';
import { type SubmissionAndPeople, withPeople } from '../reading/submission-and-people.ts';
import type { WorldOf } from '../world.ts';

const NEEDS = ['submissions', 'directory', 'working'] as const;

/** Refusals: not_permitted, submission_not_found. */
export const readRegistrySubmission = async (
  world: WorldOf<typeof NEEDS>,
  caller: Caller,
  id: SubmissionId,
): Promise<SubmissionAndPeople> => {
  requireRole(caller, 'clerk');
  const submission = await findOwnSubmission(world, caller, id);
  return withPeople(world, submission, caller.organization);
};
readRegistrySubmission.needs = NEEDS;
