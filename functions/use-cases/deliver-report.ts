// How does an issued report reach a recipient? It arrives in his inbox by itself, once.
import type { Delivering } from '../contracts/hand-offs.ts';
import { chained } from '../domain/audit-event.ts';
import { arrive, type Delivery } from '../domain/delivery.ts';
import { findableDelivery } from '../domain/findable.ts';
import { deliveryIdOf } from '../domain/ids.ts';
import { Refusal } from '../domain/refusal.ts';
import { expectStatus } from '../domain/report.ts';
import { findReport, findSubmission } from './find.ts';
import { retryConflicts } from './retry-conflicts.ts';
import type { Needs } from './world.ts';

/**
 * Done is what is found: a write that met another one is read again, not taken for that one's delivery.
 * Refusals: submission_not_found, status_wrong, organization_not_found, revision_conflict.
 */
export const deliverReport = (
  world: Needs<'records' | 'directory' | 'clock'>,
  { submissionId, recipientId }: Delivering,
): Promise<void> =>
  retryConflicts(async () => {
    const { reportId } = await findSubmission(world, submissionId);
    const report = expectStatus(await findReport(world, reportId), 'issued');
    if ((await world.records.delivery(deliveryIdOf(reportId, recipientId))) !== null) return;
    const sender = await world.directory.organization(report.organizationId);
    if (sender === null) throw new Refusal('organization_not_found');
    const at = world.clock.now();
    const { type, subject, issue } = report;
    const delivery: Delivery = arrive({
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
    await world.records.commit({
      delivery: { before: null, ...chained(delivery, 'workflow', at, { kind: 'arrived' }) },
      findable: { before: null, after: findableDelivery(delivery) },
    });
  });
