// What have I signed, agreed to, sent back or turned down? Latest first, each leading to the words that I decided on and to what became of them.
import { Anchor } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { listDecided } from '../api/approval.ts';
import { Empty } from '../parts/lists/empty.tsx';
import { Rows } from '../parts/lists/rows.tsx';
import { Screen } from '../parts/screen.tsx';
import { momentOf } from '../parts/time.ts';
import { words } from '../words/words.ts';

const said = words.decided;

export const DecidedList = () => (
  <Screen title={said.title} help={said.help}>
    <Rows
      name={said.title}
      asked={useInfiniteQuery(listDecided())}
      keyOf={({ submissionId, round }) => `${submissionId} ${round}`}
      empty={
        <Empty next={words.help.empty.decided} guide="approving">
          {said.empty}
        </Empty>
      }
      columns={[
        {
          name: words.reports.subject,
          isTyped: true,
          cell: ({ submissionId, subject }) => (
            <Anchor component={Link} to={`/cho-toi/${submissionId}`}>
              {subject}
            </Anchor>
          ),
        },
        { name: words.decision.symbol, isWhole: true, cell: ({ symbol }) => symbol },
        { name: said.decision, cell: ({ kind }) => words.life.decision[kind] },
        { name: said.at, isWhole: true, cell: ({ at }) => momentOf(at) },
      ]}
    />
  </Screen>
);
