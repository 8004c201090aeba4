// What has come to my organization?
import { Anchor, NativeSelect } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { DeliveryStatus } from '../../functions/domain/delivery.ts';
import { printedNumber } from '../../functions/domain/issue.ts';
import { deliveries } from '../api/queries.ts';
import { Rows } from '../pieces/rows.tsx';
import { Screen } from '../pieces/screen.tsx';
import { momentOf } from '../pieces/time.ts';
import { words } from '../words/words.ts';
import { DeliveryBadge } from './delivery-status.tsx';

const STATUSES = Object.keys(words.life.deliveryStatus) as DeliveryStatus[];

export const Inbox = () => {
  const [status, setStatus] = useState<DeliveryStatus | null>(null);
  return (
    <Screen title={words.inbox.title} help={words.inbox.help}>
      <NativeSelect
        label={words.inbox.filter}
        maw={240}
        mb="md"
        value={status ?? ''}
        onChange={(event) =>
          setStatus(STATUSES.find((each) => each === event.currentTarget.value) ?? null)
        }
        data={[
          { value: '', label: words.inbox.all },
          ...STATUSES.map((value) => ({ value, label: words.life.deliveryStatus[value] })),
        ]}
      />
      <Rows
        name={words.inbox.title}
        asked={useInfiniteQuery(deliveries(status))}
        keyOf={({ id }) => id}
        empty={status === null ? words.inbox.empty : words.inbox.emptyFiltered}
        columns={[
          {
            name: words.reports.subject,
            cell: ({ id, subject, status: at }) => (
              <Anchor
                component={Link}
                to={`/van-ban-den/${id}`}
                fw={at === 'arrived' ? 700 : undefined}
              >
                {subject}
              </Anchor>
            ),
          },
          {
            name: words.reports.number,
            cell: ({ issue }) => printedNumber(issue.number, issue.symbol),
          },
          { name: words.inbox.sender, cell: ({ senderName }) => senderName },
          { name: words.reports.status, cell: ({ status: at }) => <DeliveryBadge status={at} /> },
          { name: words.inbox.arrived, cell: ({ arrivedAt }) => momentOf(arrivedAt) },
        ]}
      />
    </Screen>
  );
};
