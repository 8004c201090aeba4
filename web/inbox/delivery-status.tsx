// Where is a document at its recipient?
import { Badge } from '@mantine/core';
import type { DeliveryStatus } from '../../functions/domain/issued/delivery.ts';
import { words } from '../words/words.ts';

const COLOURS = {
  arrived: 'orange',
  opened: 'blue',
  received: 'green',
  sentBack: 'red',
} as const satisfies Record<DeliveryStatus, string>;

export const DeliveryBadge = ({ status }: { status: DeliveryStatus }) => (
  <Badge variant="light" radius="sm" tt="none" color={COLOURS[status]}>
    {words.life.deliveryStatus[status]}
  </Badge>
);
