// What waits for the clerk? The agency's seal, help where issuing has stopped, and recipients who could not be reached.
import { Anchor, Badge } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { listRegistry } from '../api/registry.ts';
import { Ago } from '../parts/lists/ago.tsx';
import { Rows } from '../parts/lists/rows.tsx';
import { Screen } from '../parts/screen.tsx';
import { words } from '../words/words.ts';
import { HeldDeliveries } from './held-deliveries.tsx';

export const RegistryList = () => (
  <Screen title={words.registry.title} help={words.registry.help}>
    <Rows
      name={words.registry.title}
      asked={useInfiniteQuery(listRegistry())}
      keyOf={({ submissionId }) => submissionId}
      empty={words.registry.empty}
      columns={[
        {
          name: words.reports.subject,
          isTyped: true,
          cell: ({ submissionId, subject }) => (
            <Anchor component={Link} to={`/van-thu/${submissionId}`}>
              {subject}
            </Anchor>
          ),
        },
        { name: words.decision.symbol, isWhole: true, cell: ({ symbol }) => symbol },
        {
          name: words.reports.status,
          cell: ({ wait }) => (
            <Badge
              variant="light"
              radius="sm"
              tt="none"
              color={wait.kind === 'stuck' ? 'red' : 'blue'}
            >
              {wait.kind === 'stuck' ? words.registry.stuck : words.registry.seal}
            </Badge>
          ),
        },
        {
          name: words.waiting.since,
          cell: ({ since }) => <Ago at={since} say={words.reports.since} />,
        },
      ]}
    />
    <HeldDeliveries />
  </Screen>
);
