// What is written when an issued report arrives at an organization? Its delivery, and the words by which it is found there.
import { chained } from '../../domain/audit-event.ts';
import type { Organization } from '../../domain/directory/organization.ts';
import type { Instant, OrganizationId } from '../../domain/ids.ts';
import { arrive, comeAgain, type Delivery } from '../../domain/issued/delivery.ts';
import { findableDelivery } from '../../domain/search/findable.ts';
import type { ReportIn } from '../../domain/workflow/report.ts';
import type { Change } from '../ports.ts';

type Arrival = Pick<Change, 'delivery' | 'findable'>;

const arrived = (
  before: Delivery | null,
  after: Delivery,
  insteadOf: OrganizationId | undefined,
  at: Instant,
): Arrival => {
  const happening = { kind: 'arrived', ...(insteadOf && { insteadOf }) } as const;
  return {
    delivery: { before, ...chained(after, 'workflow', at, happening) },
    findable: { before: before && findableDelivery(before), after: findableDelivery(after) },
  };
};

/**
 * It arrives, maybe in the place of a recipient who could not be reached. Where it is already nothing does, unless it was
 * sent back from there.
 */
export const arrivalOf = (
  report: ReportIn<'issued'>,
  sender: Organization,
  to: { recipientId: OrganizationId; there: Delivery | null; insteadOf?: OrganizationId },
  at: Instant,
): Arrival => {
  const { recipientId, there, insteadOf } = to;
  if (there?.status === 'sentBack') return arrived(there, comeAgain(there, at), insteadOf, at);
  if (there !== null) return {};
  const { id: reportId, submissionId, type, subject, issue } = report;
  const delivery = arrive({
    reportId,
    submissionId,
    senderId: sender.id,
    senderName: sender.name,
    recipientId,
    type,
    subject,
    issue,
    at,
  });
  return arrived(null, delivery, insteadOf, at);
};
