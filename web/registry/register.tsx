// How is a register shown, searched and printed? One year at a time, as a sheet by number; on paper as a book.
import { Button } from '@mantine/core';
import { type ReactNode, useEffect, useState } from 'react';
import type { OfficeDay } from '../../functions/domain/office-calendar.ts';
import { DaysFields } from '../filters/days-fields.tsx';
import { type BookFilter, FIRST_ORDER } from '../filters/filters.ts';
import { MoreFilters } from '../filters/more-filters.tsx';
import { WordsField } from '../filters/words-field.tsx';
import type { Chapter } from '../guide/chapters.ts';
import { BookIcon } from '../parts/icons.tsx';
import type { Asked } from '../parts/lists/as-asked.tsx';
import { Empty, NothingFound } from '../parts/lists/empty.tsx';
import { Sheet, type SheetColumn } from '../parts/lists/sheet.tsx';
import { YearSelect } from '../parts/lists/year-select.tsx';
import { Screen } from '../parts/screen.tsx';
import { Trouble } from '../parts/trouble/outcome.tsx';
import { words } from '../words/words.ts';
import { Book } from './book/book.tsx';
import { ColumnsPress, useHiddenColumns } from './book/chosen-columns.tsx';
import { usePrinted } from './book/printed.ts';
import styles from './register.module.css';

const registers = words.registers;
const search = words.search;

/** Nobody has signed before it is on paper; copies were a matter of paper as well. */
const RARELY_READ = ['signature', 'archive', 'copies'];

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

export const Register = <Row,>({
  id,
  title,
  help,
  year,
  series = null,
  choice,
  filter: { order = FIRST_ORDER, ...filter },
  change,
  asked,
  columns,
  by,
  numberIn,
  numberOf,
  begin,
  guide,
  dayOf,
}: {
  /** By which its columns are remembered. */
  id: string;
  title: string;
  help: string;
  year: number;
  /** What the book is called besides, where there is one for each type. */
  series?: string | null;
  choice?: ReactNode;
  filter: Omit<BookFilter, 'year' | 'type'>;
  change: (change: { [Name in keyof BookFilter]: BookFilter[Name] | undefined }) => void;
  asked: Asked<Row>;
  /** Those of the annex, in its order. */
  columns: SheetColumn<Row>[];
  /** The column of the register's own number, in whose order the rows stand. */
  by: string;
  numberIn: (row: Row) => number;
  /** As it is said. */
  numberOf: (row: Row) => string;
  /** On which day it was entered. */
  dayOf: (row: Row) => OfficeDay;
  /** What comes into an empty one. */
  begin: string;
  guide: Chapter;
}) => {
  const rows = asked.data?.pages.flatMap(({ items }) => items) ?? [];
  const isFiltered = Object.keys(filter).length > 0;
  const clear = () => change({ words: undefined, from: undefined, until: undefined });
  const [hidden, hide] = useHiddenColumns(id, RARELY_READ);
  const isPrinted = usePrinted();
  const turn = () => change({ order: order === 'ascending' ? 'descending' : 'ascending' });
  return (
    <>
      <div className={styles.screen} data-desk>
        <Screen
          title={title}
          help={help}
          presses={
            <>
              <ColumnsPress
                columns={columns.filter((column) => column.id !== by)}
                hidden={hidden}
                hide={hide}
              />
              {rows.length > 0 && <Print asked={asked} />}
            </>
          }
        >
          <div className={styles.tools}>
            <WordsField
              label={search.inRegister}
              words={filter.words ?? ''}
              look={(typed) => change({ words: typed })}
            />
            <MoreFilters isFiltered={isFiltered} clear={clear}>
              <YearSelect year={year} choose={(chosen) => change({ year: chosen })} />
              {choice}
              <DaysFields days={filter} choose={change} />
            </MoreFilters>
          </div>
          {asked.isFetchNextPageError && <Trouble error={asked.error} />}
          <Sheet
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
            columns={columns}
            hidden={hidden}
            by={by}
            // What is found by words comes as it is found.
            sorted={filter.words ? null : { order, turn }}
          />
        </Screen>
      </div>
      {isPrinted && rows.length > 0 && (
        <Book
          name={{ title, year, series, filter }}
          rows={rows.toSorted((one, other) => numberIn(one) - numberIn(other))}
          columns={columns}
          keyOf={numberOf}
          numberOf={numberOf}
          dayOf={dayOf}
        />
      )}
    </>
  );
};
