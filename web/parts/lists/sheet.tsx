// How is a register looked through? As a sheet: close rows under a head that stays, columns that one chooses, words cut off
// at the width of their column, and every row opened whole by one press, also what stands in columns that are not shown.
import { Anchor } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { type PointerEvent, type ReactNode, useId, useState } from 'react';
import { words } from '../../words/words.ts';
import { Facts } from '../facts.tsx';
import { IconPress } from '../icon-press.tsx';
import { DownIcon, RightIcon, UpIcon } from '../icons.tsx';
import { AsAsked, type Asked } from './as-asked.tsx';
import styles from './sheet.module.css';

const said = words.sheet;

/** How wide a column is, by what stands in it. */
type Size = 'number' | 'day' | 'count' | 'name' | 'list' | 'short' | 'words' | 'note' | 'hand';

export type SheetColumn<Item> = {
  /** By which it is remembered. */
  id: string;
  name: string;
  size: Size;
  /** '' where there is nothing. */
  text: (item: Item) => string;
  /** What a press on it opens; null where it opens nothing. */
  to?: (item: Item) => string | null;
};

/** The order of the sheet's first column, and how to turn it. */
export type SheetOrder = { order: 'ascending' | 'descending'; turn: () => void };

const Head = <Item,>({
  columns,
  by,
  sorted,
}: {
  columns: SheetColumn<Item>[];
  by: string;
  sorted: SheetOrder | null;
}) => (
  <tr>
    {columns.map(({ id, name, size }) =>
      id === by && sorted ? (
        <th key={id} scope="col" data-size={size} data-by aria-sort={sorted.order}>
          <button type="button" className={styles.turn} onClick={sorted.turn}>
            <span>{name}</span>
            {sorted.order === 'ascending' ? <UpIcon /> : <DownIcon />}
          </button>
        </th>
      ) : (
        <th key={id} scope="col" data-size={size} data-by={id === by || undefined}>
          {name}
        </th>
      ),
    )}
  </tr>
);

const cellOf = <Item,>({ text, to }: SheetColumn<Item>, item: Item): ReactNode => {
  const address = to?.(item) ?? null;
  return address === null ? (
    text(item)
  ) : (
    <Anchor component={Link} to={address} inherit>
      {text(item)}
    </Anchor>
  );
};

/** What is cut off is said whole under a pointer; the press beside it says it to everybody else. */
const saidWhole = ({ currentTarget: cell }: PointerEvent<HTMLElement>) => {
  cell.title = cell.scrollWidth > cell.clientWidth ? (cell.textContent ?? '') : '';
};

const Row = <Item,>({
  item,
  columns,
  shown,
  by,
}: {
  item: Item;
  columns: SheetColumn<Item>[];
  shown: SheetColumn<Item>[];
  by: string;
}) => {
  const [isOpen, setOpen] = useState(false);
  const whole = useId();
  return (
    <>
      <tr data-open={isOpen || undefined}>
        {shown.map((column) => (
          <td
            key={column.id}
            data-size={column.size}
            data-by={column.id === by || undefined}
            onPointerEnter={saidWhole}
          >
            {column.id === by && (
              <IconPress
                name={said.whole(column.text(item))}
                aria-expanded={isOpen}
                aria-controls={isOpen ? whole : undefined}
                onClick={() => setOpen(!isOpen)}
              >
                {isOpen ? <DownIcon /> : <RightIcon />}
              </IconPress>
            )}
            {cellOf(column, item)}
          </td>
        ))}
      </tr>
      {isOpen && (
        <tr id={whole}>
          <td colSpan={shown.length} className={styles.whole}>
            <div>
              <Facts
                facts={Object.fromEntries(
                  columns.map((column) => [column.name, column.text(item) || null]),
                )}
              />
            </div>
          </td>
        </tr>
      )}
    </>
  );
};

type Shape<Item> = {
  /** What the table is called for those who hear it. */
  name: string;
  columns: SheetColumn<Item>[];
  /** Which columns are not shown. */
  hidden: ReadonlySet<string>;
  /** The column that names a row: it comes first, stays before one's eyes and cannot be hidden. */
  by: string;
  /** Null while the rows come in another order. */
  sorted: SheetOrder | null;
  keyOf: (item: Item) => string;
};

/** All there is. */
export const SheetTable = <Item,>({
  name,
  items,
  columns,
  hidden,
  by,
  sorted,
  keyOf,
}: Shape<Item> & { items: Item[] }) => {
  const naming = columns.filter(({ id }) => id === by);
  const others = columns.filter(({ id }) => id !== by && !hidden.has(id));
  const shown = [...naming, ...others];
  return (
    // Whoever has no mouse pushes what is wider or higher than the screen by keys.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it is scrolled
    <section className={styles.sheet} data-density="dense" aria-label={name} tabIndex={0}>
      <table aria-label={name}>
        <thead>
          <Head columns={shown} by={by} sorted={sorted} />
        </thead>
        <tbody>
          {items.map((item) => (
            <Row key={keyOf(item)} item={item} columns={columns} shown={shown} by={by} />
          ))}
        </tbody>
      </table>
    </section>
  );
};

/** As much as was asked for, and more on request. */
export const Sheet = <Item,>({
  asked,
  empty,
  ...shape
}: Shape<Item> & { asked: Asked<Item>; empty: ReactNode }) => (
  <AsAsked asked={asked} empty={empty}>
    {(items) => <SheetTable {...shape} items={items} />}
  </AsAsked>
);
