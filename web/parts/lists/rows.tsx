// How is a list shown that may go on? As a table on a desk, as cards on a phone, more on request.
import { Button, Text, Title } from '@mantine/core';
import type { UseInfiniteQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { words } from '../../words/words.ts';
import { Loaded } from '../trouble/loaded.tsx';
import { Empty } from './empty.tsx';
import styles from './rows.module.css';

export type Column<Item> = {
  name: string;
  cell: (item: Item) => ReactNode;
  /** A number and symbol is not broken at its hyphen. */
  isWhole?: boolean;
  /** What somebody has typed, in words of any length. */
  isTyped?: boolean;
};
type Pages<Item> = { pages: { items: Item[] }[] };

type Shape<Item> = {
  /** What the table is called for those who hear it. */
  name: string;
  columns: Column<Item>[];
  keyOf: (item: Item) => string;
  empty: ReactNode;
};

/** All there is. */
export const Table = <Item,>({
  name,
  items,
  columns,
  keyOf,
  empty,
}: Shape<Item> & { items: Item[] }) => {
  if (items.length === 0) return typeof empty === 'string' ? <Empty>{empty}</Empty> : empty;
  return (
    <div className={styles.paper}>
      <table aria-label={name} className={styles.list}>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.name} scope="col">
                {column.name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {items.map((item) => (
            <tr key={keyOf(item)}>
              {columns.map((column) => (
                <td
                  key={column.name}
                  data-name={column.name}
                  data-whole={column.isWhole || undefined}
                  data-typed={column.isTyped || undefined}
                >
                  {column.cell(item)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};

/** As much as was asked for, and more on request. */
export const Rows = <Item,>({
  asked,
  ...shape
}: Shape<Item> & { asked: UseInfiniteQueryResult<Pages<Item>> }) => (
  <Loaded asked={asked}>
    {({ pages }) => {
      const items = pages.flatMap((page) => page.items);
      // A search looks so far at a time: that there is nothing is known at its end only.
      const isUnderWay = items.length === 0 && asked.hasNextPage;
      return (
        <>
          <Table {...shape} items={items} {...(isUnderWay && { empty: words.search.noneYet })} />
          {asked.hasNextPage && (
            <Button
              mt="sm"
              variant="default"
              className={styles.more ?? ''}
              loading={asked.isFetchingNextPage}
              onClick={() => void asked.fetchNextPage()}
            >
              {isUnderWay ? words.search.goOn : words.app.more}
            </Button>
          )}
        </>
      );
    }}
  </Loaded>
);

/** A list under a title of its own, which is there only while there is something in it. */
export const OccasionalRows = <Item,>({
  said,
  asked,
  ...shape
}: Omit<Shape<Item>, 'name' | 'empty'> & {
  said: { title: string; help: string };
  asked: UseInfiniteQueryResult<Pages<Item>>;
}) => {
  if (asked.data?.pages[0]?.items.length === 0) return null;
  return (
    <section aria-label={said.title}>
      <Title order={2} size="h4" mt="xl" mb="xs">
        {said.title}
      </Title>
      <Text mb="sm">{said.help}</Text>
      <Rows {...shape} name={said.title} asked={asked} empty={null} />
    </section>
  );
};
