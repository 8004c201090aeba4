// What does a recipient officer ask for and press? The routes of `functions/contracts/routes/inbox.ts`, by their names.
import { queryOptions } from '@tanstack/react-query';
import type { BookOrder, InboxFilter, RegisterFilter } from '../filters/filters.ts';
import { COUNTED_MS, LIST_KEPT_MS, pages, WAITING_MS } from './asking.ts';
import { api, pressed, read, type Said } from './client.ts';

const one = api.deliveries[':deliveryId'];

export const listDeliveries = (filter: InboxFilter) => {
  const { urgent, ...others } = filter;
  const said = { ...others, ...(urgent && { urgent: 'true' as const }) };
  return pages(
    ['deliveries', filter],
    (query) => read(api.deliveries.$get({ query: { ...said, ...query } })),
    WAITING_MS,
  );
};

/** Of what nobody has received or sent back. */
export const countUndecided = () =>
  queryOptions({
    queryKey: ['undecided'],
    queryFn: () => read(api.undecided.$get()),
    refetchInterval: COUNTED_MS,
  });

export const openDelivery = (deliveryId: string) =>
  queryOptions({
    queryKey: ['delivery', deliveryId],
    queryFn: () => read(one.$get({ param: { deliveryId } })),
    // As long as the rows, which ask it what has become of them.
    gcTime: LIST_KEPT_MS,
  });

/** What the signatures of a delivered document say; it does not change. */
export const verifyDelivery = (deliveryId: string) =>
  queryOptions({
    queryKey: ['delivery-verification', deliveryId],
    queryFn: () => read(one.verification.$get({ param: { deliveryId } })),
    staleTime: Number.POSITIVE_INFINITY,
  });

export const receiveDelivery = (deliveryId: string, key: string) =>
  read(one.receipt.$post({ param: { deliveryId }, header: pressed(key) }));

/** `MOST_RECEIVED` at most, in the order of their numbers. */
export const receiveDeliveries = (deliveries: string[], key: string) =>
  read(api.receipts.$post({ header: pressed(key), json: { deliveries } }));

export const sendDeliveryBack = (
  deliveryId: string,
  said: Said<typeof one.return.$post>,
  key: string,
) => read(one.return.$post({ param: { deliveryId }, header: pressed(key), json: said }));

export const listIncoming = (year: number, filter: RegisterFilter & { order?: BookOrder }) =>
  pages(['incoming', year, filter], (query) =>
    read(api.registers.incoming.$get({ query: { year, ...filter, ...query } })),
  );
