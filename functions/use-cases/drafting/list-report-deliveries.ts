// What became of an issued report at each of its recipients?
import type { DeliveryProgress, HeldProgress } from '../../contracts/views.ts';
import type { ReportId } from '../../domain/ids.ts';
import type { Delivery } from '../../domain/issued/delivery.ts';
import type { HeldDelivery } from '../../domain/issued/held-delivery.ts';
import { findOwnReport } from '../reading/find.ts';
import type { Caller } from '../reading/identify.ts';
import type { Needs } from '../world.ts';

const progressOf = async (
  { directory }: Needs<'records' | 'directory'>,
  delivery: Delivery,
): Promise<DeliveryProgress> => ({
  recipientId: delivery.recipientId,
  recipientName: (await directory.organization(delivery.recipientId))?.name ?? '',
  status: delivery.status,
  arrivedAt: delivery.arrivedAt,
  openedAt: delivery.openedAt,
  receivedAt: delivery.status === 'received' ? delivery.receipt.at : null,
  incomingNumber: delivery.status === 'received' ? delivery.receipt.incomingNumber : null,
  sentBackReason: delivery.status === 'sentBack' ? delivery.sentBack.reason : null,
});

const heldProgressOf = (held: HeldDelivery): HeldProgress => {
  const { recipientId, recipientName, status, why, since } = held;
  const about = { recipientId, recipientName, status, why, since };
  switch (held.status) {
    case 'waiting':
      return { ...about, at: null, toName: null, reason: null };
    case 'sentOn':
      return { ...about, at: held.sentOn.at, toName: held.sentOn.toName, reason: null };
    case 'writtenOff':
      return { ...about, at: held.writtenOff.at, toName: null, reason: held.writtenOff.reason };
  }
};

/** What became of an issued report at each recipient, and of those who could not be reached. Refusal: report_not_found. */
export const listReportDeliveries = async (
  world: Needs<'records' | 'directory'>,
  caller: Caller,
  id: ReportId,
): Promise<{ items: DeliveryProgress[]; held: HeldProgress[] }> => {
  await findOwnReport(world, caller, id);
  const { delivered, held } = await world.records.deliveriesOf(id);
  return {
    items: await Promise.all(delivered.map((delivery) => progressOf(world, delivery))),
    held: held.map(heldProgressOf),
  };
};
