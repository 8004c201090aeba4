// Who is told of a delivery, or of how a submission ended?
import type { Notifying } from '../contracts/hand-offs.ts';
import { deliveryIdOf } from '../domain/ids.ts';
import type { SubmissionStatus } from '../domain/submission.ts';
import { findSubmission } from './find.ts';
import { tellDrafter, tellOfHeldDelivery, tellRecipient } from './tell-people.ts';
import type { Needs } from './world.ts';

const ENDINGS: Record<SubmissionStatus, string> = {
  inReview: 'đang được xử lý',
  issuing: 'đang phát hành',
  issued: 'đã ban hành',
  returned: 'bị trả lại',
  withdrawn: 'đã rút',
  rejected: 'không được duyệt',
  replaced: 'được người ký quyết định lại độ khẩn, đang chờ ký',
  handedBack: 'bị trả lại',
  voided: 'chưa phát hành được, số đã hủy',
};

/**
 * Tells a recipient what has come and nobody there has opened, or the clerks that he cannot be reached; or the drafter how
 * it ended.
 */
export const notify = async (
  world: Needs<'records' | 'directory' | 'clock' | 'mail'>,
  { submissionId, recipientId }: Notifying,
): Promise<void> => {
  const { drafterId, subject, status, organizationId, reportId } = await findSubmission(
    world,
    submissionId,
  );
  if (recipientId === null) {
    return tellDrafter(world, { drafterId, subject, how: ENDINGS[status] });
  }
  const delivery = await world.records.delivery(deliveryIdOf(reportId, recipientId));
  if (delivery?.status === 'arrived') return tellRecipient(world, delivery);
  const held = delivery === null ? await world.records.held(reportId, recipientId) : null;
  if (held?.status !== 'waiting') return;
  return tellOfHeldDelivery(world, { organizationId, recipientName: held.recipientName, subject });
};
