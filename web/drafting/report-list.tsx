// Which reports are mine, where is each, and who has it? All of them, or those in one state, last change first.
import { Anchor, Button, Stack, Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import type { ReportRow } from '../../functions/contracts/views.ts';
import type { Instant } from '../../functions/domain/ids.ts';
import { printedNumber } from '../../functions/domain/issued/printed-number.ts';
import { listReports } from '../api/drafting.ts';
import { STATES } from '../filters/filters.ts';
import { StatusOfRow } from '../following/status.tsx';
import chips from '../parts/chip.module.css';
import { DocumentIcon } from '../parts/icons.tsx';
import { Ago } from '../parts/lists/ago.tsx';
import { Empty, NothingFound } from '../parts/lists/empty.tsx';
import { Rows } from '../parts/lists/rows.tsx';
import { Untouched } from '../parts/lists/untouched.tsx';
import { Screen } from '../parts/screen.tsx';
import { words } from '../words/words.ts';
import styles from './report-list.module.css';

const said = words.reports;

const Write = () => (
  <Button component={Link} to="/bao-cao/moi">
    {said.write}
  </Button>
);

const States = () => (
  <nav aria-label={said.filter} className={chips.chips}>
    {[undefined, ...STATES].map((state) => (
      <Link
        key={state ?? ''}
        to="/bao-cao"
        search={state ? { state } : {}}
        activeOptions={{ exact: true, includeSearch: true }}
        className={chips.chip}
      >
        {state ? said.states[state] : said.all}
      </Link>
    ))}
  </nav>
);

const Round = ({ row }: { row: ReportRow }) => {
  const round = row.standing?.round;
  return (
    <Stack gap={2} align="flex-start">
      <StatusOfRow {...row} />
      {round && <Text size="xs">{said.round(round.number, round.of)}</Text>}
    </Stack>
  );
};

/** More names do not fit into a line. */
const MOST_NAMED = 2;

/** Who has it, and since when; nobody has what is issued or rejected. */
const holderOf = (row: ReportRow): { who: string; since: Instant } | null => {
  const { standing, heldBy, status, comeBack, createdAt } = row;
  if (status === 'draft') return { who: said.holders.me, since: comeBack?.at ?? createdAt };
  if (standing === null) return null;
  const { wait, since } = standing;
  if (wait !== 'round') return { who: said.holders[wait ?? 'workflow'], since };
  const named = heldBy.slice(0, MOST_NAMED).join(', ') || words.comeBack.somebody;
  const others = heldBy.length - MOST_NAMED;
  return { who: others > 0 ? said.others(named, others) : named, since };
};

const Holder = ({ row }: { row: ReportRow }) => {
  const holder = holderOf(row);
  return (
    holder && (
      <>
        {holder.who}
        <Text size="xs" title={row.heldBy.join(', ')}>
          <Ago at={holder.since} say={said.since} />
        </Text>
      </>
    )
  );
};

/** Others have sent it back, and it is as it was then. */
const isUntouched = ({ status, comeBack, updatedAt }: ReportRow): boolean =>
  status === 'draft' &&
  comeBack !== null &&
  comeBack.how !== 'withdrawn' &&
  updatedAt === comeBack.at;

export const ReportList = () => {
  const filter = useSearch({ from: '/office/bao-cao' });
  const navigate = useNavigate();
  const asked = useInfiniteQuery(listReports(filter));
  const isFiltered = filter.state !== undefined;
  const isEmpty = !isFiltered && asked.data?.pages[0]?.items.length === 0;
  return (
    <Screen title={said.title} help={said.help} presses={isEmpty ? null : <Write />}>
      {!isEmpty && <States />}
      <Rows
        name={said.title}
        asked={asked}
        keyOf={({ id }) => id}
        empty={
          isFiltered ? (
            <NothingFound clear={() => void navigate({ to: '/bao-cao', search: {} })} />
          ) : (
            <Empty
              icon={DocumentIcon}
              next={words.help.empty.reports}
              press={<Write />}
              guide="drafting"
            >
              {said.empty}
            </Empty>
          )
        }
        columns={[
          {
            name: said.subject,
            isTyped: true,
            cell: (row) => (
              <Untouched word={isUntouched(row) ? said.untouched : null}>
                <Anchor component={Link} to={`/bao-cao/${row.id}`}>
                  {row.subject || said.noSubject}
                </Anchor>
              </Untouched>
            ),
          },
          {
            name: said.number,
            isWhole: true,
            cell: ({ issue, symbol }) =>
              issue ? printedNumber(issue.number, issue.symbol) : symbol,
          },
          { name: said.status, cell: (row) => <Round row={row} /> },
          { name: said.holder, isTyped: true, cell: (row) => <Holder row={row} /> },
          {
            name: said.updated,
            isWhole: true,
            cell: ({ updatedAt }) => (
              <>
                <span className={styles.said}>{said.updated} </span>
                <Ago at={updatedAt} />
              </>
            ),
          },
        ]}
      />
    </Screen>
  );
};
