// How does a delivery look to its recipient?
import type { DeliveryView } from '../../contracts/views.ts';
import type { Delivery } from '../../domain/issued/delivery.ts';

/** Without what only its audit chain needs. */
export const deliveryViewOf = ({ events: _, revision: __, ...view }: Delivery): DeliveryView =>
  view;
