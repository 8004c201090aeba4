// What waits for the clerk? The agency's seal, help where issuing has stopped, and recipients who could not be reached.
import { Anchor } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { listRegistry } from '../api/registry.ts';
import { SealIcon } from '../parts/icons.tsx';
import { Ago } from '../parts/lists/ago.tsx';
import { Empty } from '../parts/lists/empty.tsx';
import { Rows } from '../parts/lists/rows.tsx';
import { Screen } from '../parts/screen.tsx';
import { Tag } from '../parts/tag.tsx';
import { words } from '../words/words.ts';
import { HeldDeliveries } from './held-deliveries.tsx';

export const RegistryList = () => (
  <Screen title={words.registry.title} help={words.registry.help}>
    <Rows
      name={words.registry.title}
      asked={useInfiniteQuery(listRegistry())}
      keyOf={({ submissionId }) => submissionId}
      empty={
        <Empty icon={SealIcon} next={words.help.empty.registry} guide="clerk">
          {words.registry.empty}
        </Empty>
      }
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
        { name: words.waiting.symbol, isWhole: true, cell: ({ symbol }) => symbol },
        {
          name: words.reports.status,
          cell: ({ wait }) =>
            wait.kind === 'stuck' ? (
              <Tag tone="bad">{words.registry.stuck}</Tag>
            ) : (
              <Tag tone="house" icon={SealIcon}>
                {words.registry.seal}
              </Tag>
            ),
        },
        {
          name: words.waiting.since,
          isWhole: true,
          cell: ({ since }) => <Ago at={since} say={words.reports.since} />,
        },
      ]}
    />
    <HeldDeliveries />
  </Screen>
);
