// How does a delivery look: to its recipient, and as progress to its sender?
import {
  type DeliveryProgress,
  type DeliveryView,
  type HeldProgress,
  type ReceiptOfOne,
  RefusedReceipt,
} from '../../contracts/views.ts';
import type { Delivery } from '../../domain/issued/delivery.ts';
import type { HeldDelivery } from '../../domain/issued/held-delivery.ts';
import type { ReportDeliveries } from '../../use-cases/drafting/list-report-deliveries.ts';
import type { Received } from '../../use-cases/inbox/receive-deliveries.ts';

/** Without what only its audit chain needs. */
export const deliveryViewOf = ({ events: _, revision: __, ...view }: Delivery): DeliveryView =>
  view;

/** Of several that are received in one press: each, or why not. */
export const receiptViewOf = (one: Received): ReceiptOfOne =>
  'delivery' in one
    ? { outcome: 'received', id: one.id, delivery: deliveryViewOf(one.delivery) }
    : { outcome: 'refused', id: one.id, code: RefusedReceipt.parse(one.refusal.code) };

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
