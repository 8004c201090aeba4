// How are reports found? By key, by who drafts them, and with what was set aside from them.
import { ReportState } from '../../domain/workflow/report-summary.ts';
import type { Reports } from '../../use-cases/ports.ts';
import { eventIn } from './event-item.ts';
import {
  ASIDE_PREFIX,
  chainKey,
  EVENT_PREFIX,
  reportKey,
  reportsOfKey,
  setAsideKey,
  setAsideOfKey,
} from './keys.ts';
import { readable, readList, readOne, readProof, readTogether, readWhole, rows } from './reads.ts';
import { reportIn, setAsideHashesIn, setAsideIn, setAsideRowIn, summaryIn } from './report-item.ts';
import type { Table } from './table.ts';

export const reportsIn = (table: Table): Reports => ({
  read: (id) => readOne(table, reportKey(id), reportIn),
  of: async (drafterId, state, pageOf) => {
    const states = state === null ? ReportState.options : [state];
    const partitions = states.map((each) => reportsOfKey(drafterId, each));
    const { items, cursor } = await readTogether(table, partitions, pageOf);
    return { items: readable(table, items, summaryIn), cursor };
  },
  events: (of, pageOf) => readProof(table, rows(chainKey(of), EVENT_PREFIX), pageOf, eventIn),
  setAside: (id, hash) => readOne(table, setAsideKey(id, hash), setAsideIn),
  setAsideOf: (id, pageOf) =>
    readList(
      table,
      { of: 'index', partition: setAsideOfKey(id), newestFirst: true },
      pageOf,
      setAsideRowIn,
    ),
  everySetAside: async (id) =>
    setAsideHashesIn(await readWhole(table, rows(reportKey(id).pk, ASIDE_PREFIX))),
});
