// Has an issued report reached everybody it is for? Its deliveries are compared with its recipients, and what is missing is made.
import type { OrganizationId } from '../../domain/ids.ts';
import { Unavailable } from '../../domain/refusal.ts';
import type { Submission } from '../../domain/submission.ts';
import type { Needs } from '../world.ts';
import { deliverReport } from './deliver-report.ts';
import { notify } from './notify.ts';

/** Recipients without a delivery, of whom no clerk has been asked. */
export const missingRecipients = async (
  { records }: Needs<'records'>,
  { reportId, recipients }: Submission,
): Promise<OrganizationId[]> => {
  const { delivered, held } = await records.deliveriesOf(reportId);
  const served = new Set([...delivered, ...held].map(({ recipientId }) => recipientId));
  return recipients.filter((id) => !served.has(id));
};

/**
 * Delivers to each that is missing and tells him, at most as many as a report has recipients (150). One that cannot be
 * delivered to keeps no other waiting; it fails with the errors of all of them when the others have theirs.
 */
export const deliverMissing = async (
  world: Needs<'records' | 'directory' | 'clock' | 'mail'>,
  submission: Submission,
): Promise<void> => {
  const failures: unknown[] = [];
  for (const recipientId of await missingRecipients(world, submission)) {
    try {
      const delivering = { submissionId: submission.id, recipientId };
      await deliverReport(world, delivering);
      await notify(world, delivering);
    } catch (error) {
      if (error instanceof Unavailable) throw error;
      failures.push(error);
    }
  }
  if (failures.length > 0)
    throw new AggregateError(failures, 'not everybody could be delivered to');
};
