// What came to my organization? Everything, or only what is urgent, from one sender, of one type, from some days, in one state, or has some words.

import type { DocumentType } from '../../domain/content/document-type.ts';
import { DeliveryId, type OrganizationId } from '../../domain/ids.ts';
import { type Delivery, type DeliveryStatus, isUndecided } from '../../domain/issued/delivery.ts';
import type { Days } from '../../domain/office-calendar.ts';
import { senderWord, typeWord, URGENT_WORD } from '../../domain/search/findable.ts';
import { wantedIn } from '../../domain/search/folded-words.ts';
import { bearersFirst, typedNumber } from '../../domain/search/typed-number.ts';
import type { Page, PageOf } from '../ports.ts';
import { type Caller, requireRole } from '../reading/identify.ts';
import { lookUp } from '../reading/look-up.ts';
import type { WorldOf } from '../world.ts';

export type InboxFilter = {
  status: DeliveryStatus | null;
  senderId: OrganizationId | null;
  type: DocumentType | null;
  /** What is done is no longer urgent: without a status, only what waits for somebody, as it is counted. */
  isUrgent: boolean;
  days: Days;
  words: string;
};

const NEEDS = ['deliveries', 'deliveryWords'] as const;

/** Newest first; what bears the number that was typed before the others of its page. Refusals: not_permitted, cursor_invalid. */
export const listDeliveries = async (
  { deliveries, deliveryWords }: WorldOf<typeof NEEDS>,
  caller: Caller,
  { status, senderId, type, isUrgent, days, words, ...page }: PageOf & InboxFilter,
): Promise<Page<Delivery>> => {
  requireRole(caller, 'recipientOfficer');
  const organizationId = caller.organization.id;
  const typed = wantedIn(words);
  const wanted = {
    ...typed,
    words: [
      ...(senderId === null ? [] : [senderWord(senderId)]),
      ...(type === null ? [] : [typeWord(type)]),
      ...(isUrgent ? [URGENT_WORD] : []),
      ...typed.words,
    ],
  };
  if (wanted.words.length === 0 && wanted.beginning === null) {
    return deliveries.to(organizationId, status, page, days);
  }
  const wish = { organizationId, wanted, days };
  const found = await lookUp(deliveryWords, wish, page, async (id) => {
    const delivery = await deliveries.read(DeliveryId.parse(id));
    if (delivery === null) return null;
    const isMeant =
      status === null ? !isUrgent || isUndecided(delivery) : delivery.status === status;
    return isMeant ? delivery : null;
  });
  return { ...found, items: bearersFirst(found.items, ({ issue }) => issue, typedNumber(words)) };
};
listDeliveries.needs = NEEDS;
