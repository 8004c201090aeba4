// Which recipients of issued documents could not be reached, or sent them back? Below what waits for the clerk, and only while there are any.
import { Anchor } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { listHeldDeliveries } from '../api/registry.ts';
import { Ago } from '../parts/lists/ago.tsx';
import { OccasionalRows } from '../parts/lists/rows.tsx';
import { words } from '../words/words.ts';

const said = words.heldDeliveries;

export const HeldDeliveries = () => (
  <OccasionalRows
    said={said}
    asked={useInfiniteQuery(listHeldDeliveries())}
    keyOf={({ reportId, recipientId }) => `${reportId} ${recipientId}`}
    columns={[
      {
        name: words.reports.subject,
        isTyped: true,
        cell: ({ reportId, recipientId, subject }) => (
          <Anchor component={Link} to={`/van-thu/chua-gui/${reportId}/${recipientId}`}>
            {subject}
          </Anchor>
        ),
      },
      { name: said.recipient, isTyped: true, cell: ({ recipientName }) => recipientName },
      { name: said.because, cell: ({ why }) => said.why[why] },
      {
        name: words.waiting.since,
        cell: ({ since }) => <Ago at={since} say={words.reports.since} />,
      },
    ]}
  />
);
