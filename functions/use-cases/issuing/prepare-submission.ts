// What does the workflow need before it can ask anybody? The frozen model where the renderer finds it, the attachments, and the rounds.
import type { PreparedAsBefore, Reached, Started } from '../../contracts/hand-offs.ts';
import { modelOf } from '../../contracts/rendering-model.ts';
import { contentHash } from '../../domain/canonical-hash.ts';
import { patienceAfter } from '../../domain/directory/organization.ts';
import { modelKey } from '../../domain/file-keys.ts';
import { JSON_TEXT } from '../../domain/file-kind.ts';
import { Refusal } from '../../domain/refusal.ts';
import { numberOf, roundsAgreed, type Submission } from '../../domain/workflow/submission.ts';
import { findAgency, findFrozen, findSubmission } from '../reading/find.ts';
import { whoSeals } from '../reading/who-seals.ts';
import type { WorldOf } from '../world.ts';
import { freezeAttachments } from './frozen-attachments.ts';

const reachedBy = (submission: Submission): Reached => {
  if (submission.status === 'ended') return 'end';
  if (submission.status === 'issued') return 'issue';
  return numberOf(submission) === null ? 'nothing' : 'number';
};

const NEEDS = ['submissions', 'directory', 'working'] as const;

/**
 * Refusals: submission_not_found, organization_not_found, content_changed when the frozen content has another hash,
 * file_not_found, file_differs and kept_file_invalid for an attachment.
 */
export const prepareSubmission = async (
  world: WorldOf<typeof NEEDS>,
  { submissionId }: Started,
): Promise<PreparedAsBefore> => {
  const [submission, content] = await Promise.all([
    findSubmission(world, submissionId),
    findFrozen(world, submissionId),
  ]);
  const organization = await findAgency(world, submission);
  const { chain, layoutVersion } = submission;
  if (contentHash(content, chain, layoutVersion) !== submission.contentHash) {
    throw new Refusal('content_changed');
  }
  await freezeAttachments(world, submission, content);
  const key = modelKey(submissionId);
  await world.working.writeOnce(key, modelOf(content, layoutVersion), JSON_TEXT);
  const patience = patienceAfter(0, organization.settings);
  return {
    submissionId,
    contentHash: submission.contentHash,
    modelKey: key,
    reached: reachedBy(submission),
    round: roundsAgreed(submission),
    rounds: submission.chain.length,
    remindAfterSeconds: patience,
    patience,
    sealing: await whoSeals(world, submission, organization),
    recipients: submission.recipients,
    handOff: 1,
    reportId: submission.reportId,
    organizationId: submission.organizationId,
  };
};
prepareSubmission.needs = NEEDS;
