// How are registers read? The last number, a row, or the rows by number; of some days by the index.
import { type Days, EVER } from '../../domain/office-calendar.ts';
import type { Incoming, PageInOrder, Registers } from '../../use-cases/ports.ts';
import {
  counterKey,
  incomingCounterKey,
  incomingEntryKey,
  incomingKey,
  NUMBER_PREFIX,
  outgoingEntryKey,
  outgoingKey,
} from './keys.ts';
import { FIRST_DAY, LAST_DAY, type List, readOne, readProof, rows } from './reads.ts';
import { counterIn, incomingCounterIn, incomingIn, outgoingIn } from './register-item.ts';
import type { Table } from './table.ts';

/** A register whole is read as it is at this moment; some days of it, by the index. */
const register = (partition: string, days: Days, { lastFirst = false }: PageInOrder): List => ({
  ...(days.from === null && days.until === null
    ? rows(partition, NUMBER_PREFIX)
    : {
        of: 'index',
        partition,
        within: { from: days.from ?? FIRST_DAY, until: `${days.until ?? LAST_DAY}~` },
      }),
  newestFirst: lastFirst,
});

export const registersIn = (table: Table): Registers => ({
  counter: (organizationId, year, series) =>
    readOne(table, counterKey(organizationId, year, series), counterIn),
  row: (organizationId, year, series, number) =>
    readOne(table, outgoingEntryKey(organizationId, year, series, number), outgoingIn),
  rows: (organizationId, year, series, pageOf, days = EVER) => {
    const book = outgoingKey(organizationId, year, series);
    return readProof(table, register(book, days, pageOf), pageOf, outgoingIn);
  },
});

export const incomingRegistersIn = (table: Table): Incoming => ({
  counter: (organizationId, year) =>
    readOne(table, incomingCounterKey(organizationId, year), incomingCounterIn),
  row: (organizationId, year, number) =>
    readOne(table, incomingEntryKey(organizationId, year, number), incomingIn),
  rows: (organizationId, year, pageOf, days = EVER) =>
    readProof(table, register(incomingKey(organizationId, year), days, pageOf), pageOf, incomingIn),
});
