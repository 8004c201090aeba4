// Has an issued report reached everybody it is for? Its deliveries are compared with its recipients.
import type { OrganizationId } from '../../domain/ids.ts';
import type { Submission } from '../../domain/workflow/submission.ts';
import type { Needs } from '../world.ts';

/** Recipients without a delivery, of whom no clerk has been asked. */
export const missingRecipients = async (
  { deliveries }: Needs<'deliveries'>,
  { reportId, recipients }: Submission,
): Promise<OrganizationId[]> => {
  const { delivered, held } = await deliveries.of(reportId);
  const served = new Set([...delivered, ...held].map(({ recipientId }) => recipientId));
  return recipients.filter((id) => !served.has(id));
};
