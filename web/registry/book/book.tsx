// How is a register printed? As the book of Decree 30/2020, Annex IV: a page with whose it is and of which year, then every
// row under the ten columns of the annex, whichever of them are on the screen.
import { useSuspenseQuery } from '@tanstack/react-query';
import type { OfficeDay } from '../../../functions/domain/office-calendar.ts';
import { readMe } from '../../api/drafting.ts';
import type { RegisterFilter } from '../../filters/filters.ts';
import type { SheetColumn } from '../../parts/lists/sheet.tsx';
import { writtenDay } from '../../parts/time.ts';
import { words } from '../../words/words.ts';
import styles from './book.module.css';

const registers = words.registers;
const search = words.search;

/** What a book is called, and which part of it this is. */
export type BookName = {
  title: string;
  year: number;
  /** What it is called besides, where there is one for each type. */
  series: string | null;
  filter: RegisterFilter;
};

/** Of a register, what its cover says: its first and last. */
type Ends<Row> = { numberOf: (row: Row) => string; dayOf: (row: Row) => OfficeDay };

/** A part is not taken for the whole. */
const partOf = ({ from, until, words: typed }: RegisterFilter): string =>
  [
    from && `${search.from.toLowerCase()} ${writtenDay(from)}`,
    until && `${search.until.toLowerCase()} ${writtenDay(until)}`,
    typed && `${search.press.toLowerCase()} “${typed}”`,
  ]
    .filter(Boolean)
    .join(', ');

const Cover = <Row,>({
  name: { title, year, series, filter },
  rows,
  ends: { numberOf, dayOf },
}: {
  name: BookName;
  rows: Row[];
  ends: Ends<Row>;
}) => {
  const { superiorLine, name } = useSuspenseQuery(readMe()).data.organization;
  const [first, last] = [rows[0], rows.at(-1)];
  const part = partOf(filter);
  return (
    <header className={styles.cover}>
      {superiorLine && <p className={styles.superior}>{superiorLine}</p>}
      <p className={styles.office}>{name}</p>
      <h2>{title}</h2>
      {series && <p>{`${registers.series}: ${series}`}</p>}
      <p>{`${registers.year}: ${year}`}</p>
      {first && last && (
        <>
          <p>{registers.fromDay(writtenDay(dayOf(first)), writtenDay(dayOf(last)))}</p>
          <p>{registers.fromTo(numberOf(first), numberOf(last))}</p>
        </>
      )}
      <p>{registers.volume}</p>
      {part && <p className={styles.part}>{registers.part(part)}</p>}
    </header>
  );
};

export const Book = <Row,>({
  name,
  rows,
  columns,
  keyOf,
  ...ends
}: Ends<Row> & {
  name: BookName;
  /** By number. */
  rows: Row[];
  columns: SheetColumn<Row>[];
  keyOf: (row: Row) => string;
}) => (
  <article className={styles.book} data-book data-by-day>
    <Cover name={name} rows={rows} ends={ends} />
    <table>
      <thead>
        <tr>
          {columns.map(({ id, name: said, size }) => (
            <th key={id} scope="col" data-size={size}>
              {said}
            </th>
          ))}
        </tr>
        <tr className={styles.counted}>
          {columns.map(({ id }, before) => (
            <td key={id}>({before + 1})</td>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={keyOf(row)}>
            {columns.map(({ id, size, text }) => (
              <td key={id} data-size={size}>
                {text(row)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  </article>
);
