// What waits for my decision? The longest wait first.
import { Anchor } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { waiting } from '../api/queries.ts';
import { Rows } from '../pieces/rows.tsx';
import { Screen } from '../pieces/screen.tsx';
import { momentOf } from '../pieces/time.ts';
import { words } from '../words/words.ts';

export const WaitingList = () => (
  <Screen title={words.waiting.title} help={words.waiting.help}>
    <Rows
      name={words.waiting.title}
      asked={useInfiniteQuery(waiting)}
      keyOf={({ submissionId }) => submissionId}
      empty={words.waiting.empty}
      columns={[
        {
          name: words.reports.subject,
          cell: ({ submissionId, subject }) => (
            <Anchor component={Link} to={`/cho-toi/${submissionId}`}>
              {subject}
            </Anchor>
          ),
        },
        { name: words.decision.symbol, cell: ({ symbol }) => symbol },
        {
          name: words.waiting.since,
          cell: ({ since }) => `${words.waiting.since} ${momentOf(since)}`,
        },
      ]}
    />
  </Screen>
);
