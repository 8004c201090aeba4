// Which use case answers which route of a recipient officer?
import * as routes from '../../contracts/routes/inbox.ts';
import type { DeliveryView } from '../../contracts/views.ts';
import type { Delivery } from '../../domain/delivery.ts';
import { listDeliveries, listIncoming } from '../../use-cases/list.ts';
import { openDelivery } from '../../use-cases/open-delivery.ts';
import { receiveDelivery } from '../../use-cases/receive-delivery.ts';
import { sendDeliveryBack } from '../../use-cases/send-delivery-back.ts';
import type { Needs } from '../../use-cases/world.ts';
import { type HousePorts, houseApp } from './house-app.ts';
import { pageOf } from './page-of.ts';

type InboxPorts = HousePorts & Needs<'records' | 'signed'>;

/** A delivery without what only its audit chain needs. */
const present = ({ events: _, revision: __, ...view }: Delivery): DeliveryView => view;

export const inboxApi = (world: InboxPorts) =>
  houseApp(world)
    .openapi(routes.listDeliveries, async (c) => {
      const { status, ...page } = c.req.valid('query');
      const { items, cursor } = await listDeliveries(world, c.get('caller'), {
        status: status ?? null,
        ...pageOf(page),
      });
      return c.json({ items: items.map(present), cursor }, 200);
    })
    .openapi(routes.openDelivery, async (c) =>
      c.json(
        present(await openDelivery(world, c.get('caller'), c.req.valid('param').deliveryId)),
        200,
      ),
    )
    .openapi(routes.receiveDelivery, async (c) =>
      c.json(
        present(await receiveDelivery(world, c.get('caller'), c.req.valid('param').deliveryId)),
        200,
      ),
    )
    .openapi(routes.sendDeliveryBack, async (c) => {
      const { deliveryId } = c.req.valid('param');
      const { reason } = c.req.valid('json');
      return c.json(
        present(await sendDeliveryBack(world, c.get('caller'), deliveryId, reason)),
        200,
      );
    })
    .openapi(routes.listIncoming, async (c) => {
      const { year, ...page } = c.req.valid('query');
      return c.json(await listIncoming(world, c.get('caller'), { year, ...pageOf(page) }), 200);
    });
