// How does a document that came stand in a list? What nobody has opened is bold, and says so.
import { Anchor, Badge, Group } from '@mantine/core';
import type { UseInfiniteQueryResult } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { DeliveryView } from '../../functions/contracts/views.ts';
import { printedNumber } from '../../functions/domain/printed-number.ts';
import { Rows } from '../pieces/rows.tsx';
import { momentOf } from '../pieces/time.ts';
import { words } from '../words/words.ts';
import { DeliveryBadge } from './delivery-status.tsx';

const { inbox } = words;

const Subject = ({ delivery: { id, subject, status } }: { delivery: DeliveryView }) => {
  const isUnread = status === 'arrived';
  return (
    <Group gap="xs">
      <Anchor component={Link} to={`/van-ban-den/${id}`} fw={isUnread ? 700 : undefined}>
        {subject}
      </Anchor>
      {isUnread && (
        <Badge size="sm" radius="sm" tt="none">
          {inbox.unread}
        </Badge>
      )}
    </Group>
  );
};

export const InboxRows = ({
  asked,
  empty,
}: {
  asked: UseInfiniteQueryResult<{ pages: { items: DeliveryView[] }[] }>;
  empty: string;
}) => (
  <Rows
    name={inbox.title}
    asked={asked}
    keyOf={({ id }) => id}
    empty={empty}
    columns={[
      {
        name: words.reports.subject,
        isTyped: true,
        cell: (delivery) => <Subject delivery={delivery} />,
      },
      {
        name: words.reports.number,
        isWhole: true,
        cell: ({ issue }) => printedNumber(issue.number, issue.symbol),
      },
      { name: inbox.sender, isTyped: true, cell: ({ senderName }) => senderName },
      { name: words.reports.status, cell: ({ status }) => <DeliveryBadge status={status} /> },
      { name: inbox.arrived, cell: ({ arrivedAt }) => momentOf(arrivedAt) },
    ]}
  />
);
