// How does the one table answer for reports, submissions, registers and deliveries? By key, by page, and by one write per change.
import * as z from 'zod';
import { SubmissionId } from '../domain/ids.ts';
import type { Page, PageOf, Records } from '../use-cases/ports.ts';
import { writesOf } from './commit.ts';
import { deliveryIn } from './delivery-item.ts';
import { eventIn } from './event-item.ts';
import type { Read } from './item.ts';
import {
  ASKED_PREFIX,
  askedOfKey,
  chainKey,
  counterKey,
  deliveriesOfKey,
  deliveryKey,
  EVENT_PREFIX,
  fileKey,
  frozenKey,
  inboxKey,
  incomingCounterKey,
  incomingKey,
  type Key,
  NUMBER_PREFIX,
  OWED,
  outgoingEntryKey,
  outgoingKey,
  RECIPIENT_PREFIX,
  reportKey,
  reportsOfKey,
  submissionKey,
  tokenKey,
} from './keys.ts';
import { knownFileIn } from './known-file-item.ts';
import { counterIn, incomingCounterIn, incomingIn, outgoingIn } from './register-item.ts';
import { reportIn, summaryIn } from './report-item.ts';
import { askedIn, frozenIn, submissionIn, tokenIn } from './submission-item.ts';
import { type List, readItem, readPage, type Table } from './table.ts';
import { writeAll } from './writes.ts';

/** One wait asks at most the 20 people of a round, or the clerks as one. */
const MOST_ASKED = 20;
/** A report has at most 50 addressees and 100 lines of Nơi nhận. */
const MOST_DELIVERIES = 150;

const SubmissionName = z.looseObject({ id: SubmissionId });

export const recordsIn = (table: Table): Records => {
  const one = async <Thing>(key: Key, thingIn: (read: Read) => Thing): Promise<Thing | null> => {
    const read = await readItem(table, key);
    return read === null ? null : thingIn(read);
  };
  const page = async <Thing>(
    list: List,
    of: PageOf,
    thingIn: (read: Read) => Thing,
  ): Promise<Page<Thing>> => {
    const { items, cursor } = await readPage(table, list, of);
    return { items: items.map(thingIn), cursor };
  };
  const rows = (partition: string, prefix: string): List => ({ of: 'table', partition, prefix });

  return {
    report: (id) => one(reportKey(id), reportIn),
    submission: (id) => one(submissionKey(id), submissionIn),
    frozen: (id) => one(frozenKey(id), frozenIn),
    delivery: (id) => one(deliveryKey(id), deliveryIn),
    counter: (organizationId, year, series) =>
      one(counterKey(organizationId, year, series), counterIn),
    incomingCounter: (organizationId, year) =>
      one(incomingCounterKey(organizationId, year), incomingCounterIn),
    outgoingEntry: (organizationId, year, series, number) =>
      one(outgoingEntryKey(organizationId, year, series, number), outgoingIn),
    token: (submissionId, wait) => one(tokenKey(submissionId, wait), tokenIn),
    fileByHash: (sha256) => one(fileKey(sha256), knownFileIn),

    events: (of, pageOf) => page(rows(chainKey(of), EVENT_PREFIX), pageOf, eventIn),
    reportsOf: (drafterId, pageOf) =>
      page(
        { of: 'index', partition: reportsOfKey(drafterId), newestFirst: true },
        pageOf,
        summaryIn,
      ),
    askedOf: (organizationId, asked, pageOf) =>
      page({ of: 'index', partition: askedOfKey(organizationId, asked) }, pageOf, askedIn),
    askedIn: async (id) => {
      const asked = rows(submissionKey(id).pk, ASKED_PREFIX);
      return (await page(asked, { limit: MOST_ASKED, cursor: null }, askedIn)).items;
    },
    outgoing: (organizationId, year, series, pageOf) =>
      page(rows(outgoingKey(organizationId, year, series), NUMBER_PREFIX), pageOf, outgoingIn),
    incoming: (organizationId, year, pageOf) =>
      page(rows(incomingKey(organizationId, year), NUMBER_PREFIX), pageOf, incomingIn),
    deliveriesTo: (organizationId, status, pageOf) =>
      page(
        { of: 'index', partition: inboxKey(organizationId, status), newestFirst: true },
        pageOf,
        deliveryIn,
      ),
    deliveriesOf: async (reportId) => {
      const deliveries = rows(deliveriesOfKey(reportId), RECIPIENT_PREFIX);
      return (await page(deliveries, { limit: MOST_DELIVERIES, cursor: null }, deliveryIn)).items;
    },
    owed: (before, pageOf) =>
      page(
        { of: 'index', partition: OWED, before },
        pageOf,
        ({ record }) => SubmissionName.parse(record).id,
      ),

    commit: (change) => writeAll(table, writesOf(change)),
  };
};
