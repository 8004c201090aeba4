// Which of two says more of where a delivery is by now: the list's row, whose index lags by a moment, or what was seen of it when
// it was opened or decided on, which may be minutes old?
import type { DeliveryView } from '../../functions/contracts/views.ts';
import type { DeliveryStatus } from '../../functions/domain/issued/delivery.ts';

/** A delivery goes on one way only; after the last step nothing happens, unless it comes once more. */
const STEP = { arrived: 0, opened: 1, received: 2, sentBack: 2 } as const satisfies Record<
  DeliveryStatus,
  number
>;

export const isUndecided = ({ status }: DeliveryView): boolean =>
  status === 'arrived' || status === 'opened';

/** Each of the two may be missing. */
export const later = <Row extends DeliveryView | undefined>(
  row: Row,
  seen: DeliveryView | undefined,
): Row | DeliveryView => {
  if (row === undefined || seen === undefined) return seen ?? row;
  if (row.arrivedAt !== seen.arrivedAt) return row.arrivedAt > seen.arrivedAt ? row : seen;
  return STEP[seen.status] > STEP[row.status] ? seen : row;
};
