// What of all that I may see has these words? My drafts, my organization's reports, and what came to it, each by itself.
import { Anchor, Text, Title } from '@mantine/core';
import { useInfiniteQuery, useSuspenseQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { ReportRow } from '../../functions/contracts/views.ts';
import { printedNumber } from '../../functions/domain/issued/printed-number.ts';
import { wantedIn, wordsOf } from '../../functions/domain/search/folded-words.ts';
import { listReports, readMe, searchReports } from '../api/drafting.ts';
import { listDeliveries } from '../api/inbox.ts';
import { WordsField } from '../filters/words-field.tsx';
import { StatusOfRow } from '../following/status.tsx';
import { InboxRows } from '../inbox/inbox-rows.tsx';
import { SearchIcon } from '../parts/icons.tsx';
import { Empty } from '../parts/lists/empty.tsx';
import { Rows } from '../parts/lists/rows.tsx';
import { Screen } from '../parts/screen.tsx';
import { writtenDay } from '../parts/time.ts';
import { words } from '../words/words.ts';
import styles from './search.module.css';

const search = words.search;

const NothingHasThem = () => (
  <Empty icon={SearchIcon} next={words.help.empty.search}>
    {search.none}
  </Empty>
);

const Group = ({ title, children }: { title: string; children: ReactNode }) => (
  <section aria-label={title}>
    <Title order={2} size="h4" className={styles.group ?? ''}>
      {title}
    </Title>
    {children}
  </section>
);

const subject = {
  name: words.reports.subject,
  isTyped: true,
  cell: (row: ReportRow) => (
    <Anchor component={Link} to={`/bao-cao/${row.id}`}>
      {row.subject || words.reports.noSubject}
    </Anchor>
  ),
};
const status = {
  name: words.reports.status,
  cell: StatusOfRow,
};

const FoundReports = ({ typed }: { typed: string }) => (
  <Group title={search.reports}>
    <Rows
      name={search.reports}
      asked={useInfiniteQuery(searchReports(typed))}
      keyOf={({ id }) => id}
      empty={<NothingHasThem />}
      columns={[
        subject,
        {
          name: words.reports.number,
          isWhole: true,
          cell: ({ issue, symbol }) => (issue ? printedNumber(issue.number, issue.symbol) : symbol),
        },
        status,
        {
          name: words.inbox.date,
          // The day of issue: what is not signed has none.
          cell: ({ issue }) => issue && writtenDay(issue.date),
        },
      ]}
    />
  </Group>
);

/** Drafts are not on the shelf: of the last that I work on, those that have the words are picked out here. */
const FoundDrafts = ({ typed }: { typed: string }) => {
  const asked = useInfiniteQuery(listReports({ state: 'draft' }));
  const wanted = wantedIn(typed);
  const has = (row: ReportRow): boolean => {
    const all = wordsOf(row.subject);
    return (
      wanted.words.every((word) => all.includes(word)) &&
      (wanted.beginning === null || all.some((word) => word.startsWith(wanted.beginning ?? '')))
    );
  };
  // One that came back is found where it was submitted.
  const drafts = asked.data?.pages
    .flatMap(({ items }) => items)
    .filter((row) => row.comeBack === null && has(row));
  if (!drafts?.length) return null;
  return (
    <Group title={search.drafts}>
      <ul>
        {drafts.map((row) => (
          <li key={row.id}>{subject.cell(row)}</li>
        ))}
      </ul>
    </Group>
  );
};

const FoundDeliveries = ({ typed }: { typed: string }) => (
  <Group title={search.deliveries}>
    <InboxRows
      asked={useInfiniteQuery(listDeliveries({ words: typed }))}
      empty={<NothingHasThem />}
    />
  </Group>
);

export const Search = () => {
  const { words: typed = '' } = useSearch({ from: '/office/tim-kiem' });
  const navigate = useNavigate();
  const { roles } = useSuspenseQuery(readMe()).data.person;
  return (
    <Screen title={search.title} help={search.help}>
      <WordsField
        label={search.label}
        words={typed}
        look={(said) => void navigate({ to: '/tim-kiem', search: said ? { words: said } : {} })}
      />
      {typed === '' ? (
        <Text>{search.nothingTyped}</Text>
      ) : (
        <>
          {roles.includes('drafter') && <FoundDrafts typed={typed} />}
          <FoundReports typed={typed} />
          {roles.includes('recipientOfficer') && <FoundDeliveries typed={typed} />}
        </>
      )}
    </Screen>
  );
};
