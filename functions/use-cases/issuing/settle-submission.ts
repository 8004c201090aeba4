// When does the workflow owe nothing any more? When it is over, and what is issued has come to everybody it is for.
import { type SubmissionIn, settle } from '../../domain/workflow/submission.ts';
import type { Needs } from '../world.ts';
import { missingRecipients } from './missing-recipients.ts';

/** Takes note that nothing is owed. While a recipient lacks what was issued it is owed still, and nothing is written. */
export const settleSubmission = async (
  world: Needs<'deliveries' | 'commit'>,
  before: SubmissionIn<'issued' | 'ended'>,
): Promise<void> => {
  if (before.owedSince === null) return;
  if (before.status === 'issued' && (await missingRecipients(world, before)).length > 0) return;
  return world.commit({ submission: { before, after: settle(before) } });
};
