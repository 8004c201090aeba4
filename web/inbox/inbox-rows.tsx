// How does a document that came stand in a list? What nobody has opened says so.
import { Anchor } from '@mantine/core';
import type { UseInfiniteQueryResult } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { DeliveryView } from '../../functions/contracts/views.ts';
import { printedNumber } from '../../functions/domain/issued/printed-number.ts';
import { Rows } from '../parts/lists/rows.tsx';
import { Untouched } from '../parts/lists/untouched.tsx';
import { momentOf } from '../parts/time.ts';
import { words } from '../words/words.ts';
import { DeliveryState } from './delivery-status.tsx';

const inbox = words.inbox;

const Subject = ({ delivery: { id, subject, status } }: { delivery: DeliveryView }) => (
  <Untouched word={status === 'arrived' ? inbox.unread : null}>
    <Anchor component={Link} to={`/van-ban-den/${id}`}>
      {subject}
    </Anchor>
  </Untouched>
);

export const InboxRows = ({
  asked,
  empty,
}: {
  asked: UseInfiniteQueryResult<{ pages: { items: DeliveryView[] }[] }>;
  empty: ReactNode;
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
      { name: words.reports.status, cell: ({ status }) => <DeliveryState status={status} /> },
      { name: inbox.arrived, isWhole: true, cell: ({ arrivedAt }) => momentOf(arrivedAt) },
    ]}
  />
);
