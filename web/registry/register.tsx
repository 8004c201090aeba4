// How is a register shown, searched and printed? One year at a time, by number; on paper as a book: its head, then every row.
import { Button } from '@mantine/core';
import { type UseInfiniteQueryResult, useSuspenseQuery } from '@tanstack/react-query';
import { type ReactNode, useEffect, useState } from 'react';
import { readMe } from '../api/drafting.ts';
import { DaysFields } from '../filters/days-fields.tsx';
import type { RegisterFilter } from '../filters/filters.ts';
import { MoreFilters } from '../filters/more-filters.tsx';
import { WordsField } from '../filters/words-field.tsx';
import type { Chapter } from '../guide/chapters.ts';
import { BookIcon } from '../parts/icons.tsx';
import { Empty, NothingFound } from '../parts/lists/empty.tsx';
import { type Column, Rows } from '../parts/lists/rows.tsx';
import { YearSelect } from '../parts/lists/year-select.tsx';
import { Screen } from '../parts/screen.tsx';
import { writtenDay } from '../parts/time.ts';
import { Trouble } from '../parts/trouble/outcome.tsx';
import { words } from '../words/words.ts';
import styles from './register.module.css';

const { registers, search } = words;

type Asked<Row> = UseInfiniteQueryResult<{ pages: { items: Row[] }[] }>;

/** Everything is there before the browser prints: paper has no button for more. */
const Print = <Row,>({ asked }: { asked: Asked<Row> }) => {
  const [isWanted, setWanted] = useState(false);
  const { hasNextPage, isFetching, isError, fetchNextPage } = asked;
  useEffect(() => {
    if (!isWanted || isFetching) return;
    if (hasNextPage && !isError) {
      void fetchNextPage();
      return;
    }
    setWanted(false);
    if (!isError) window.print();
  }, [isWanted, isFetching, isError, hasNextPage, fetchNextPage]);
  return (
    <Button variant="default" loading={isWanted} onClick={() => setWanted(true)}>
      {isWanted ? search.printing : registers.print}
    </Button>
  );
};

/** As on the cover of the decree's book (Decree 30/2020, Annex IV): whose it is, its year, its days and numbers. */
const BookHead = ({
  title,
  year,
  series,
  filter: { from, until, words: typed },
  numbers,
}: {
  title: string;
  year: number;
  series: string | null;
  filter: RegisterFilter;
  numbers: string[];
}) => {
  const { name } = useSuspenseQuery(readMe()).data.organization;
  const [first, last] = [numbers[0], numbers.at(-1)];
  const facts = [
    `${registers.year}: ${year}`,
    series && `${registers.series}: ${series}`,
    from && `${search.from} ${writtenDay(from)}`,
    until && `${search.until} ${writtenDay(until)}`,
    typed && `${search.press}: ${typed}`,
    first && last && registers.fromTo(first, last),
  ];
  return (
    <div className={styles.head}>
      <strong>{name}</strong>
      <h2>{title}</h2>
      <p>{facts.filter(Boolean).join(' · ')}</p>
    </div>
  );
};

export const Register = <Row,>({
  title,
  help,
  year,
  chooseYear,
  series = null,
  choice,
  filter,
  change,
  asked,
  columns,
  numberOf,
  begin,
  guide,
}: {
  title: string;
  help: string;
  year: number;
  chooseYear: (year: number) => void;
  /** What the book is called besides, where there is one for each type. */
  series?: string | null;
  choice?: ReactNode;
  filter: RegisterFilter;
  change: (change: { [Name in keyof RegisterFilter]: RegisterFilter[Name] | undefined }) => void;
  asked: Asked<Row>;
  columns: Column<Row>[];
  numberOf: (row: Row) => string;
  /** What comes into an empty one. */
  begin: string;
  guide: Chapter;
}) => {
  const rows = asked.data?.pages.flatMap(({ items }) => items) ?? [];
  const isFiltered = Object.keys(filter).length > 0;
  const clear = () => change({ words: undefined, from: undefined, until: undefined });
  return (
    <div className={styles.book}>
      <Screen title={title} help={help} presses={rows.length > 0 && <Print asked={asked} />}>
        <WordsField
          label={search.inRegister}
          words={filter.words ?? ''}
          look={(typed) => change({ words: typed })}
        />
        <MoreFilters isFiltered={isFiltered} clear={clear}>
          <YearSelect year={year} choose={chooseYear} />
          {choice}
          <DaysFields days={filter} choose={change} />
        </MoreFilters>
        <BookHead
          title={title}
          year={year}
          series={series}
          filter={filter}
          numbers={rows.map(numberOf)}
        />
        {asked.isFetchNextPageError && <Trouble error={asked.error} />}
        <Rows
          name={`${title} ${year}`}
          asked={asked}
          keyOf={numberOf}
          empty={
            isFiltered ? (
              <NothingFound clear={clear} />
            ) : (
              <Empty icon={BookIcon} next={begin} guide={guide}>
                {registers.empty(year)}
              </Empty>
            )
          }
          isWide
          columns={columns}
        />
      </Screen>
    </div>
  );
};
