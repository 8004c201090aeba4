// How are submissions found, and what lies with them? By key, and by report, person, office or register.
import type { Submissions } from '../../use-cases/ports.ts';
import {
  ASKED_PREFIX,
  correctionKey,
  decidedByKey,
  frozenKey,
  queuedKey,
  queueKey,
  stepsKey,
  submissionKey,
  versionsOfKey,
} from './keys.ts';
import { readList, readOne, readWhole, rows, thing } from './reads.ts';
import { queuedIn } from './register-item.ts';
import {
  askedIn,
  correctionIn,
  decidedIn,
  frozenIn,
  stepIn,
  submissionIn,
  versionIn,
} from './submission-item.ts';
import type { Table } from './table.ts';

export const submissionsIn = (table: Table): Submissions => ({
  read: (id) => readOne(table, submissionKey(id), submissionIn),
  frozen: (id) => readOne(table, frozenKey(id), frozenIn),
  correction: (id) => readOne(table, correctionKey(id), correctionIn),
  versionsOf: (reportId, pageOf) =>
    readList(
      table,
      { of: 'index', partition: versionsOfKey(reportId), newestFirst: true },
      pageOf,
      versionIn,
    ),
  askedIn: async (id) =>
    (await readWhole(table, rows(submissionKey(id).pk, ASKED_PREFIX))).map(thing(askedIn)),
  queued: (id) => readOne(table, queuedKey(id), queuedIn),
  queue: (organizationId, series, pageOf) =>
    readList(table, { of: 'index', partition: queueKey(organizationId, series) }, pageOf, queuedIn),
  decidedBy: (personId, pageOf) =>
    readList(
      table,
      { of: 'index', partition: decidedByKey(personId), newestFirst: true },
      pageOf,
      decidedIn,
    ),
  steps: (organizationId, kind, pageOf) =>
    readList(
      table,
      { of: 'index', partition: stepsKey(organizationId, kind), newestFirst: true },
      pageOf,
      stepIn,
    ),
});
