// Which reports are mine, and where is each?
import { Anchor, Button, Stack, Text } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReportRow } from '../../functions/contracts/views.ts';
import { printedNumber } from '../../functions/domain/printed-number.ts';
import { report, reports } from '../api/queries.ts';
import { Rows } from '../pieces/rows.tsx';
import { Screen } from '../pieces/screen.tsx';
import { momentOf } from '../pieces/time.ts';
import { words } from '../words/words.ts';
import { holdersOf, Status } from './status.tsx';

/** A report in review also says who has it and since when. */
const StandingInReview = ({ row }: { row: ReportRow }) => {
  const { data } = useQuery(report(row.id));
  const submission = data?.submission ?? null;
  return (
    <Stack gap={2} align="flex-start">
      <Status status={row.status} comeBack={row.comeBack} submission={submission} />
      {submission?.askedAt && (
        <Text size="xs">
          {words.reports.with(holdersOf(submission), momentOf(submission.askedAt))}
        </Text>
      )}
    </Stack>
  );
};

const Write = () => (
  <Button component={Link} to="/bao-cao/moi">
    {words.reports.write}
  </Button>
);

export const ReportList = () => {
  const asked = useInfiniteQuery(reports);
  return (
    <Screen
      title={words.reports.title}
      help={words.reports.help}
      presses={asked.data?.pages[0]?.items.length ? <Write /> : null}
    >
      <Rows
        name={words.reports.title}
        asked={asked}
        keyOf={({ id }) => id}
        empty={
          <Stack align="flex-start" my="lg">
            <Text>{words.reports.empty}</Text>
            <Write />
          </Stack>
        }
        columns={[
          {
            name: words.reports.subject,
            cell: ({ id, subject }) => (
              <Anchor component={Link} to={`/bao-cao/${id}`}>
                {subject || words.reports.noSubject}
              </Anchor>
            ),
          },
          {
            name: words.reports.number,
            isWhole: true,
            cell: ({ issue, symbol }) =>
              issue ? printedNumber(issue.number, issue.symbol) : symbol,
          },
          {
            name: words.reports.status,
            cell: (row) =>
              row.status === 'inReview' ? (
                <StandingInReview row={row} />
              ) : (
                <Status status={row.status} comeBack={row.comeBack} />
              ),
          },
          { name: words.reports.updated, cell: ({ updatedAt }) => momentOf(updatedAt) },
        ]}
      />
    </Screen>
  );
};
