// How is a delivery stored? As a whole in the inbox, and copied to where its report and its status are looked up:
// each list is then a query whose pages cost the same, however many deliveries there are.
import { Delivery } from '../../domain/issued/delivery.ts';
import type { Item, Read } from './item.ts';
import { deliveryKey, deliveryOfReportKey, inboxKey, listed } from './keys.ts';

export const deliveryItem = (delivery: Delivery): Item => ({
  ...deliveryKey(delivery.id),
  ...listed(inboxKey(delivery.recipientId, null), delivery.arrivedAt),
  record: Delivery.parse(delivery),
});

/** The copy: under the report by its key, under the status by its place in the index. */
export const deliveryCopyItem = (delivery: Delivery): Item => ({
  ...deliveryOfReportKey(delivery.reportId, delivery.recipientId),
  ...listed(inboxKey(delivery.recipientId, delivery.status), delivery.arrivedAt),
  record: Delivery.parse(delivery),
});

export const deliveryIn = ({ record }: Read): Delivery => Delivery.parse(record);
