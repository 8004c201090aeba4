// Which use case answers which route of a recipient officer?
import * as routes from '../../contracts/routes/inbox.ts';
import { countUndecided } from '../../use-cases/inbox/count-undecided.ts';
import { listDeliveries } from '../../use-cases/inbox/list-deliveries.ts';
import { listIncoming } from '../../use-cases/inbox/list-incoming.ts';
import { openDelivery } from '../../use-cases/inbox/open-delivery.ts';
import { receiveDeliveries } from '../../use-cases/inbox/receive-deliveries.ts';
import { receiveDelivery } from '../../use-cases/inbox/receive-delivery.ts';
import { sendDeliveryBack } from '../../use-cases/inbox/send-delivery-back.ts';
import { verifyDelivery } from '../../use-cases/inbox/verify-delivery.ts';
import { portsOf, type WorldOf } from '../../use-cases/world.ts';
import { eachOf } from '../views/cut.ts';
import { deliveryViewOf, receiptViewOf } from '../views/delivery-view.ts';
import { verificationViewOf } from '../views/verification-view.ts';
import { answering } from './answering.ts';
import { houseApp } from './house-app.ts';
import { daysOf, inOrderOf, pageOf } from './page-of.ts';

const NEEDS = portsOf(
  houseApp,
  countUndecided,
  listDeliveries,
  listIncoming,
  openDelivery,
  receiveDelivery,
  sendDeliveryBack,
  verifyDelivery,
);

export const inboxApi = (world: WorldOf<typeof NEEDS>) =>
  answering(houseApp(world), routes, {
    listDeliveries: async (c) => {
      const query = c.req.valid('query');
      const found = await listDeliveries(world, c.get('caller'), {
        status: query.status ?? null,
        senderId: query.sender ?? null,
        type: query.type ?? null,
        isUrgent: query.urgent !== undefined,
        words: query.words,
        days: daysOf(query),
        ...pageOf(query),
      });
      return eachOf(deliveryViewOf, found);
    },
    countUndecided: (c) => countUndecided(world, c.get('caller')),
    openDelivery: async (c) =>
      deliveryViewOf(await openDelivery(world, c.get('caller'), c.req.valid('param').deliveryId)),
    verifyDelivery: async (c) =>
      verificationViewOf(
        await verifyDelivery(world, c.get('caller'), c.req.valid('param').deliveryId),
      ),
    receiveDelivery: async (c) =>
      deliveryViewOf(
        await receiveDelivery(world, c.get('caller'), c.req.valid('param').deliveryId),
      ),
    receiveDeliveries: async (c) => {
      const { deliveries } = c.req.valid('json');
      const results = await receiveDeliveries(world, c.get('caller'), deliveries);
      return { results: results.map(receiptViewOf) };
    },
    sendDeliveryBack: async (c) => {
      const { deliveryId } = c.req.valid('param');
      const { reason } = c.req.valid('json');
      return deliveryViewOf(await sendDeliveryBack(world, c.get('caller'), deliveryId, reason));
    },
    listIncoming: (c) => {
      const query = c.req.valid('query');
      const { year, words } = query;
      const wish = { year, words, days: daysOf(query), ...inOrderOf(query) };
      return listIncoming(world, c.get('caller'), wish);
    },
  });
inboxApi.needs = NEEDS;
