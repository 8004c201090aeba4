// How is a list shown that may go on? As a table on a desk, as cards on a phone, more on request.
import { Button, Paper, Text } from '@mantine/core';
import type { UseInfiniteQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { words } from '../words/words.ts';
import { Answer } from './outcome.tsx';
import styles from './rows.module.css';

type Column<Item> = { name: string; cell: (item: Item) => ReactNode };
type Pages<Item> = { pages: { items: Item[] }[] };

/** `name` is what the table is called for those who hear it. `narrow` keeps the table on a phone, to be scrolled. */
export const Rows = <Item,>({
  name,
  asked,
  columns,
  keyOf,
  empty,
  isWide = false,
}: {
  name: string;
  asked: UseInfiniteQueryResult<Pages<Item>>;
  columns: Column<Item>[];
  keyOf: (item: Item) => string;
  empty: ReactNode;
  isWide?: boolean;
}) => (
  <Answer asked={asked}>
    {({ pages }) => {
      const items = pages.flatMap((page) => page.items);
      if (items.length === 0)
        return typeof empty === 'string' ? <Text my="lg">{empty}</Text> : empty;
      return (
        <>
          <Paper withBorder className={styles.paper ?? ''} tabIndex={isWide ? 0 : undefined}>
            <table aria-label={name} className={isWide ? styles.wide : styles.list}>
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
                      <td key={column.name} data-name={column.name}>
                        {column.cell(item)}
                      </td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          </Paper>
          {asked.hasNextPage && (
            <Button
              mt="sm"
              variant="default"
              loading={asked.isFetchingNextPage}
              onClick={() => void asked.fetchNextPage()}
            >
              {words.app.more}
            </Button>
          )}
        </>
      );
    }}
  </Answer>
);
