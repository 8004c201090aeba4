// How is a delivery stored that could not be made? Under its report, and in its clerks' list for as long as it waits for them.
import { HeldDelivery } from '../../domain/issued/held-delivery.ts';
import type { Item, Read } from './item.ts';
import { heldByKey, heldKey, listed, turnOf } from './keys.ts';

export const heldItem = (held: HeldDelivery): Item => ({
  ...heldKey(held.reportId, held.recipientId),
  ...(held.status === 'waiting' && listed(heldByKey(held.senderId), turnOf(held))),
  record: HeldDelivery.parse(held),
});

export const heldIn = ({ record }: Read): HeldDelivery => HeldDelivery.parse(record);
