// What waits for my decision? The urgent first, then what has waited longest.
import { Anchor, Group, Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { listWaiting } from '../api/approval.ts';
import { Ago } from '../parts/lists/ago.tsx';
import { Empty } from '../parts/lists/empty.tsx';
import { Rows } from '../parts/lists/rows.tsx';
import { Screen } from '../parts/screen.tsx';
import { words } from '../words/words.ts';
import { OverviewForSigners } from './overview.tsx';
import { UrgencySign } from './urgency-sign.tsx';

const said = words.waiting;

export const WaitingList = () => (
  <Screen title={said.title} help={said.help}>
    <Rows
      name={said.title}
      asked={useInfiniteQuery(listWaiting())}
      keyOf={({ submissionId }) => submissionId}
      empty={
        <Empty next={words.help.empty.waiting} guide="approving">
          {said.empty}
        </Empty>
      }
      columns={[
        {
          name: words.reports.subject,
          isTyped: true,
          cell: ({ submissionId, subject, urgency }) => (
            <Group gap="xs">
              <UrgencySign urgency={urgency} />
              <Anchor component={Link} to={`/cho-toi/${submissionId}`}>
                {subject}
              </Anchor>
            </Group>
          ),
        },
        { name: said.symbol, isWhole: true, cell: ({ symbol }) => symbol },
        { name: said.sentBy, isTyped: true, cell: ({ drafterName }) => drafterName },
        {
          name: said.since,
          isWhole: true,
          cell: ({ since, reminders }) => (
            <>
              <Ago at={since} say={words.reports.since} />
              {reminders > 0 && <Text size="xs">{said.reminded(reminders)}</Text>}
            </>
          ),
        },
      ]}
    />
    <OverviewForSigners />
  </Screen>
);
