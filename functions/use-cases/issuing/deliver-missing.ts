// What if an issued report has not reached everybody it is for? Missing deliveries are made, and their recipients told.
import { Unavailable } from '../../domain/refusal.ts';
import type { Submission } from '../../domain/workflow/submission.ts';
import { WrittenLater } from '../../domain/written-later.ts';
import type { Needs } from '../world.ts';
import { deliverReport } from './deliver-report.ts';
import { missingRecipients } from './missing-recipients.ts';
import { notify } from './notify.ts';

/**
 * Delivers to each that is missing and tells them, at most as many as a report has recipients (150). One that cannot be
 * delivered to keeps no other waiting; it fails with the errors of all of them when the others have theirs.
 */
export const deliverMissing = async (
  world: Needs<
    'reports' | 'submissions' | 'deliveries' | 'directory' | 'clock' | 'mail' | 'commit'
  >,
  submission: Submission,
): Promise<void> => {
  const failures: unknown[] = [];
  for (const recipientId of await missingRecipients(world, submission)) {
    try {
      const delivering = { submissionId: submission.id, recipientId };
      await deliverReport(world, delivering);
      await notify(world, delivering);
    } catch (error) {
      if (error instanceof Unavailable && !(error instanceof WrittenLater)) throw error;
      failures.push(error);
    }
  }
  if (failures.length > 0)
    throw new AggregateError(failures, 'not everybody could be delivered to');
};
