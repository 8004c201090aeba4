// How are deliveries found, and what is held? By key, by recipient, by report and by sender.
import { beginningOf, EVER, endOf } from '../../domain/office-calendar.ts';
import type { Deliveries } from '../../use-cases/ports.ts';
import { deliveryIn } from './delivery-item.ts';
import { eventIn } from './event-item.ts';
import { heldIn } from './held-delivery-item.ts';
import {
  chainKey,
  deliveriesOfKey,
  deliveryKey,
  EVENT_PREFIX,
  HELD_PREFIX,
  heldByKey,
  heldKey,
  inboxKey,
  RECIPIENT_PREFIX,
} from './keys.ts';
import {
  FIRST_DAY,
  LAST_DAY,
  readList,
  readOne,
  readProof,
  readWhole,
  rows,
  thing,
} from './reads.ts';
import type { Table } from './table.ts';

export const deliveriesIn = (table: Table): Deliveries => ({
  read: (id) => readOne(table, deliveryKey(id), deliveryIn),
  to: (organizationId, status, pageOf, { from, until } = EVER) =>
    readList(
      table,
      {
        of: 'index',
        partition: inboxKey(organizationId, status),
        newestFirst: true,
        within: {
          from: from === null ? FIRST_DAY : beginningOf(from),
          until: until === null ? LAST_DAY : endOf(until),
        },
      },
      pageOf,
      deliveryIn,
    ),
  of: async (reportId) => {
    const all = await readWhole(table, { of: 'table', partition: deliveriesOfKey(reportId) });
    const under = (prefix: string) => all.filter(({ sk }) => sk.startsWith(prefix));
    return {
      delivered: under(RECIPIENT_PREFIX).map(thing(deliveryIn)),
      held: under(HELD_PREFIX).map(thing(heldIn)),
    };
  },
  events: (of, pageOf) => readProof(table, rows(chainKey(of), EVENT_PREFIX), pageOf, eventIn),
  held: (reportId, recipientId) => readOne(table, heldKey(reportId, recipientId), heldIn),
  heldBy: (senderId, pageOf) =>
    readList(table, { of: 'index', partition: heldByKey(senderId) }, pageOf, heldIn),
});
