// How does an issued report reach a recipient? It arrives in his inbox by itself, once.
import type { Delivering } from '../contracts/hand-offs.ts';
import { chained } from '../domain/audit-event.ts';
import { arrive, type Delivery } from '../domain/delivery.ts';
import { findableDelivery } from '../domain/findable.ts';
import { deliveryIdOf } from '../domain/ids.ts';
import { Refusal } from '../domain/refusal.ts';
import { expectStatus } from '../domain/report.ts';
import { findReport, findSubmission } from './find.ts';
import type { Needs } from './world.ts';

/** Delivering again finds the delivery that is there. Refusals: submission_not_found, status_wrong, organization_not_found. */
export const deliverReport = async (
  world: Needs<'records' | 'directory' | 'clock'>,
  { submissionId, recipientId }: Delivering,
): Promise<void> => {
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
  try {
    await world.records.commit({
      delivery: { before: null, ...chained(delivery, 'workflow', at, { kind: 'arrived' }) },
      findable: { before: null, after: findableDelivery(delivery) },
    });
  } catch (error) {
    // The same step ran twice at once; the other one delivered it.
    if (!(error instanceof Refusal) || error.code !== 'revision_conflict') throw error;
  }
};
