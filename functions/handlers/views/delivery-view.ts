// How does a delivery look: to its recipient, and as progress to its sender?
import type { DeliveryProgress, DeliveryView, HeldProgress } from '../../contracts/views.ts';
import type { Delivery } from '../../domain/issued/delivery.ts';
import type { HeldDelivery } from '../../domain/issued/held-delivery.ts';
import type { ReportDeliveries } from '../../use-cases/drafting/list-report-deliveries.ts';

/** Without what only its audit chain needs. */
export const deliveryViewOf = ({ events: _, revision: __, ...view }: Delivery): DeliveryView =>
  view;

const progressOf = (delivery: ReportDeliveries['delivered'][number]): DeliveryProgress => ({
  recipientId: delivery.recipientId,
  recipientName: delivery.recipientName,
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

export const deliveriesViewOf = ({ delivered, held }: ReportDeliveries) => ({
  items: delivered.map(progressOf),
  held: held.map(heldProgressOf),
});
