// How is a list shown that may go on? As a table on a desk, as cards on a phone, more on request.
import { Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { AsAsked, type Asked } from './as-asked.tsx';
import { saidEmpty } from './empty.tsx';
import styles from './rows.module.css';

export type Column<Item> = {
  name: string;
  cell: (item: Item) => ReactNode;
  /** A number and symbol is not broken at its hyphen. */
  isWhole?: boolean;
  /** What somebody has typed, in words of any length. */
  isTyped?: boolean;
};

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
  if (items.length === 0) return saidEmpty(empty);
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
export const Rows = <Item,>({ asked, ...shape }: Shape<Item> & { asked: Asked<Item> }) => (
  <AsAsked asked={asked} empty={shape.empty}>
    {(items) => <Table {...shape} items={items} />}
  </AsAsked>
);

/** A list under a title of its own, which is there only while there is something in it. */
export const OccasionalRows = <Item,>({
  said,
  asked,
  ...shape
}: Omit<Shape<Item>, 'name' | 'empty'> & {
  said: { title: string; help: string };
  asked: Asked<Item>;
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
