// What stands in the register of incoming documents? By number: a whole year, some days of it, or the rows that have some words.

import { DeliveryId } from '../../domain/ids.ts';
import type { IncomingEntry } from '../../domain/issued/register.ts';
import { EVER, isAmong } from '../../domain/office-calendar.ts';
import { wantedIn } from '../../domain/search/folded-words.ts';
import { bearersFirst, typedNumber } from '../../domain/search/typed-number.ts';
import type { Page } from '../ports.ts';
import { type Caller, requireRole } from '../reading/identify.ts';
import { lookUp } from '../reading/look-up.ts';
import { type RegisterWish, withFirst } from '../reading/register-page.ts';
import type { WorldOf } from '../world.ts';

const NEEDS = ['deliveries', 'incoming', 'deliveryWords'] as const;

/** Sổ đăng ký văn bản đến. Refusals: not_permitted, cursor_invalid. */
export const listIncoming = async (
  { deliveries, incoming, deliveryWords }: WorldOf<typeof NEEDS>,
  caller: Caller,
  { year, days, words, ...page }: RegisterWish,
): Promise<Page<IncomingEntry>> => {
  requireRole(caller, 'recipientOfficer', 'clerk');
  const organizationId = caller.organization.id;
  if (words.trim() === '') return incoming.rows(organizationId, year, page, days);
  const row = (number: number) => incoming.row(organizationId, year, number);
  const wish = { organizationId, wanted: wantedIn(words), days: EVER };
  const rows = await lookUp(deliveryWords, wish, page, async (id) => {
    const delivery = await deliveries.read(DeliveryId.parse(id));
    if (delivery?.status !== 'received' || delivery.receipt.year !== year) return null;
    const entry = await row(delivery.receipt.incomingNumber);
    return entry !== null && isAmong(days, entry.arrivedOn) ? entry : null;
  });
  // By itself it is the incoming number; with a symbol, the sender's.
  const number = typedNumber(words);
  const isIncoming = page.cursor === null && number?.symbol === '';
  const there = isIncoming ? await row(number.number) : null;
  const first = there !== null && isAmong(days, there.arrivedOn) ? there : null;
  const items = bearersFirst(rows.items, (one) => one, number);
  return withFirst(
    first,
    { ...rows, items },
    (one) => one.incomingNumber === first?.incomingNumber,
  );
};
listIncoming.needs = NEEDS;
