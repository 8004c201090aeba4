// How does the one table answer for reports, submissions, registers and deliveries? By key, by page, and by one write per change.
import * as z from 'zod';
import { SubmissionId } from '../../domain/ids.ts';
import { beginningOf, type Days, EVER, endOf } from '../../domain/office-calendar.ts';
import { ReportState } from '../../domain/workflow/report-summary.ts';
import type { Page, PageOf, Records } from '../../use-cases/ports.ts';
import { writesOf } from './commit.ts';
import { deliveryIn } from './delivery-item.ts';
import { eventIn } from './event-item.ts';
import { wordIn } from './findable-item.ts';
import { heldIn } from './held-delivery-item.ts';
import type { Read } from './item.ts';
import {
  ASIDE_PREFIX,
  ASKED_PREFIX,
  askedOfKey,
  chainKey,
  correctionKey,
  counterKey,
  decidedByKey,
  deliveriesOfKey,
  deliveryKey,
  EVENT_PREFIX,
  fileKey,
  frozenKey,
  HELD_PREFIX,
  heldByKey,
  heldKey,
  inboxKey,
  incomingCounterKey,
  incomingEntryKey,
  incomingKey,
  type Key,
  NUMBER_PREFIX,
  OWED,
  outgoingEntryKey,
  outgoingKey,
  queuedKey,
  queueKey,
  RECIPIENT_PREFIX,
  reportKey,
  reportsOfKey,
  setAsideKey,
  setAsideOfKey,
  stepsKey,
  submissionKey,
  tokenKey,
  versionsOfKey,
  wordBetween,
  wordsKey,
} from './keys.ts';
import { knownFileIn } from './known-file-item.ts';
import { type List, readable, readItem, readPage, readTogether, readWhole } from './reads.ts';
import { counterIn, incomingCounterIn, incomingIn, outgoingIn, queuedIn } from './register-item.ts';
import { reportIn, setAsideHashesIn, setAsideIn, setAsideRowIn, summaryIn } from './report-item.ts';
import {
  askedIn,
  correctionIn,
  decidedIn,
  frozenIn,
  stepIn,
  submissionIn,
  tokenIn,
  versionIn,
} from './submission-item.ts';
import type { Table } from './table.ts';
import { writeAll } from './writes.ts';

/** Before and after every day and every moment that anything here happened on. */
const FIRST_DAY = '0000-01-01';
const LAST_DAY = '9999-12-31';

const SubmissionName = z.looseObject({ id: SubmissionId });

export const recordsIn = (table: Table): Records => {
  const one = async <Thing>(key: Key, thingIn: (read: Read) => Thing): Promise<Thing | null> => {
    const read = await readItem(table, key);
    return read === null ? null : thingIn(read);
  };
  const page = async <Thing>(
    list: List,
    of: PageOf,
    thingIn: (read: Read & { after: string }) => Thing,
  ): Promise<Page<Thing>> => {
    const { items, cursor } = await readPage(table, list, of);
    return { items: readable(table, items, thingIn), cursor };
  };
  /** What proves something is shown without a gap or not at all. */
  const proof = async <Thing>(
    list: List,
    of: PageOf,
    thingIn: (read: Read) => Thing,
  ): Promise<Page<Thing>> => {
    const { items, cursor } = await readPage(table, list, of);
    return { items: items.map(thingIn), cursor };
  };
  const rows = (partition: string, prefix: string): List => ({
    of: 'table',
    partition,
    within: { prefix },
  });
  /** A register whole is read as it is at this moment; some days of it, by the index. */
  const register = (partition: string, days: Days): List =>
    days.from === null && days.until === null
      ? rows(partition, NUMBER_PREFIX)
      : {
          of: 'index',
          partition,
          within: { from: days.from ?? FIRST_DAY, until: `${days.until ?? LAST_DAY}~` },
        };

  return {
    report: (id) => one(reportKey(id), reportIn),
    submission: (id) => one(submissionKey(id), submissionIn),
    frozen: (id) => one(frozenKey(id), frozenIn),
    correction: (id) => one(correctionKey(id), correctionIn),
    versionsOf: (reportId, pageOf) =>
      page(
        { of: 'index', partition: versionsOfKey(reportId), newestFirst: true },
        pageOf,
        versionIn,
      ),
    setAside: (reportId, hash) => one(setAsideKey(reportId, hash), setAsideIn),
    setAsideOf: (reportId, pageOf) =>
      page(
        { of: 'index', partition: setAsideOfKey(reportId), newestFirst: true },
        pageOf,
        setAsideRowIn,
      ),
    everySetAside: async (reportId) =>
      setAsideHashesIn(await readWhole(table, rows(reportKey(reportId).pk, ASIDE_PREFIX))),
    delivery: (id) => one(deliveryKey(id), deliveryIn),
    counter: (organizationId, year, series) =>
      one(counterKey(organizationId, year, series), counterIn),
    queued: (id) => one(queuedKey(id), queuedIn),
    queue: (organizationId, series, pageOf) =>
      page({ of: 'index', partition: queueKey(organizationId, series) }, pageOf, queuedIn),
    incomingCounter: (organizationId, year) =>
      one(incomingCounterKey(organizationId, year), incomingCounterIn),
    outgoingEntry: (organizationId, year, series, number) =>
      one(outgoingEntryKey(organizationId, year, series, number), outgoingIn),
    incomingEntry: (organizationId, year, number) =>
      one(incomingEntryKey(organizationId, year, number), incomingIn),
    token: (submissionId, wait) => one(tokenKey(submissionId, wait), tokenIn),
    fileByHash: (sha256) => one(fileKey(sha256), knownFileIn),

    events: (of, pageOf) => proof(rows(chainKey(of), EVENT_PREFIX), pageOf, eventIn),
    reportsOf: async (drafterId, state, pageOf) => {
      const states = state === null ? ReportState.options : [state];
      const partitions = states.map((each) => reportsOfKey(drafterId, each));
      const { items, cursor } = await readTogether(table, partitions, pageOf);
      return { items: readable(table, items, summaryIn), cursor };
    },
    askedOf: (organizationId, asked, pageOf) =>
      page({ of: 'index', partition: askedOfKey(organizationId, asked) }, pageOf, askedIn),
    askedIn: async (id) =>
      (await readWhole(table, rows(submissionKey(id).pk, ASKED_PREFIX))).map(askedIn),
    outgoing: (organizationId, year, series, pageOf, days = EVER) =>
      proof(register(outgoingKey(organizationId, year, series), days), pageOf, outgoingIn),
    incoming: (organizationId, year, pageOf, days = EVER) =>
      proof(register(incomingKey(organizationId, year), days), pageOf, incomingIn),
    deliveriesTo: (organizationId, status, pageOf, { from, until } = EVER) =>
      page(
        {
          of: 'index',
          partition: inboxKey(organizationId, status),
          newestFirst: true,
          within: {
            from: from === null ? FIRST_DAY : beginningOf(from),
            until: until === null ? LAST_DAY : endOf(until),
          },
        },
        pageOf,
        deliveryIn,
      ),
    words: (shelf, organizationId, { word, ...which }, pageOf) => {
      const within =
        'days' in which
          ? wordBetween(
              word,
              which.days.from && beginningOf(which.days.from),
              which.days.until && endOf(which.days.until),
            )
          : { prefix: word };
      const list = {
        of: 'table',
        partition: wordsKey(shelf, organizationId, word),
        within,
      } as const;
      return page(list, pageOf, wordIn);
    },
    deliveriesOf: async (reportId) => {
      const all = await readWhole(table, { of: 'table', partition: deliveriesOfKey(reportId) });
      const under = (prefix: string) => all.filter(({ sk }) => sk.startsWith(prefix));
      return {
        delivered: under(RECIPIENT_PREFIX).map(deliveryIn),
        held: under(HELD_PREFIX).map(heldIn),
      };
    },
    held: (reportId, recipientId) => one(heldKey(reportId, recipientId), heldIn),
    heldBy: (senderId, pageOf) =>
      page({ of: 'index', partition: heldByKey(senderId) }, pageOf, heldIn),
    decidedBy: (personId, pageOf) =>
      page(
        { of: 'index', partition: decidedByKey(personId), newestFirst: true },
        pageOf,
        decidedIn,
      ),
    steps: (organizationId, kind, pageOf) =>
      page(
        { of: 'index', partition: stepsKey(organizationId, kind), newestFirst: true },
        pageOf,
        stepIn,
      ),
    owed: (before, pageOf) =>
      page(
        { of: 'index', partition: OWED, within: { before } },
        pageOf,
        ({ record }) => SubmissionName.parse(record).id,
      ),

    commit: (...changes) => writeAll(table, changes.flatMap(writesOf)),
  };
};
