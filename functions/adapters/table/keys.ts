// Under which key does each thing lie in the one table? Every partition begins with its kind, so that a role can be
// held to kinds by dynamodb:LeadingKeys, on the index too.

import type { Partition } from '../../contracts/agreed-names.ts';
import { rankOf } from '../../domain/content/urgency.ts';
import type {
  DeliveryId,
  Instant,
  OrganizationId,
  PersonId,
  ReportId,
  Sha256,
  SubmissionId,
} from '../../domain/ids.ts';
import type { DeliveryStatus } from '../../domain/issued/delivery.ts';
import type { Queued, Series } from '../../domain/issued/register.ts';
import type { OfficeDay } from '../../domain/office-calendar.ts';
import type { Press } from '../../domain/press.ts';
import type { Shelf } from '../../domain/search/findable.ts';
import type { Asked } from '../../domain/workflow/asked.ts';
import type { Decided } from '../../domain/workflow/decided.ts';
import type { ReportState, ReportSummary } from '../../domain/workflow/report-summary.ts';
import type { Step, StepKind } from '../../domain/workflow/step.ts';
import type { Version } from '../../domain/workflow/version.ts';
import type { Wait } from '../../domain/workflow/wait.ts';
import type { WordsSetAsideRow } from '../../domain/workflow/words-set-aside.ts';

/** Where an item lies. */
export type Key = { pk: Partition; sk: string };
/** Under which list of the index an item appears, and in which order. */
export type IndexKey = { gsi1pk: Partition; gsi1sk: string };

/** Keys sort as text: seven digits hold the ten million events that no chain ever has. */
const eventNumber = (sequence: number) => String(sequence).padStart(7, '0');
/** A million numbers a year in one register; a ministry gives some tens of thousands. */
const registerNumber = (number: number) => String(number).padStart(6, '0');

const waitName = (wait: Wait): string =>
  wait.kind === 'round' ? `ROUND#${wait.round}` : wait.kind.toUpperCase();
const askedName = (asked: Asked['asked']): string =>
  'person' in asked ? `PERSON#${asked.person}` : 'CLERK';

export const reportKey = (id: ReportId): Key => ({ pk: `REPORT#${id}`, sk: 'REPORT' });
/** The drafter's reports in one state, by last change. */
export const reportsOfKey = (drafterId: PersonId, state: ReportState): Partition =>
  `REPORT#OF#${drafterId}#${state}`;
/** No two reports stand in one place, so that the lists of all states make one. */
export const changePlace = ({ id, updatedAt }: Pick<ReportSummary, 'id' | 'updatedAt'>): string =>
  `${updatedAt}#${id}`;

/** Words of a report that were not chosen, by their hash; all of them, by when they were written. */
export const ASIDE_PREFIX = 'ASIDE#';
export const setAsideKey = (reportId: ReportId, hash: Sha256): Key => ({
  pk: `REPORT#${reportId}`,
  sk: `${ASIDE_PREFIX}${hash}`,
});
export const setAsideOfKey = (reportId: ReportId): Partition => `REPORT#ASIDE#${reportId}`;
export const writtenPlace = ({
  writtenAt,
  hash,
}: Pick<WordsSetAsideRow, 'writtenAt' | 'hash'>): string => `${writtenAt}#${hash}`;

export const submissionKey = (id: SubmissionId): Key => ({
  pk: `SUBMISSION#${id}`,
  sk: 'SUBMISSION',
});
export const frozenKey = (id: SubmissionId): Key => ({ pk: `SUBMISSION#${id}`, sk: 'CONTENT' });
/** The other words that were proposed when it was returned. */
export const correctionKey = (id: SubmissionId): Key => ({
  pk: `SUBMISSION#${id}`,
  sk: 'CORRECTION',
});
/** What an office has brought to an end, by when. */
export const stepsKey = (organizationId: OrganizationId, kind: StepKind): Partition =>
  `SUBMISSION#STEPS#${organizationId}#${kind}`;
export const stepKey = ({ submissionId, kind, at }: Step): Key => ({
  pk: `SUBMISSION#${submissionId}`,
  sk: `STEP#${kind}#${at}`,
});
/** What somebody has decided, by when. */
export const decidedByKey = (personId: PersonId): Partition => `SUBMISSION#DECIDED#${personId}`;
export const decidedKey = ({ submissionId, round, personId }: Decided): Key => ({
  pk: `SUBMISSION#${submissionId}`,
  sk: `DECIDED#${round}#${personId}`,
});
/** One report's frozen versions, by version; one of them may be frozen twice. */
export const versionsOfKey = (reportId: ReportId): Partition => `SUBMISSION#OF#${reportId}`;
export const versionPlace = ({ id, version }: Version): string =>
  `${String(version).padStart(5, '0')}#${id}`;
/**
 * What the workflow still owes, by when it began to. An entry lives for the second between a press and its effect, so
 * one partition (1,000 writes a second) serves a thousand presses a second: more than a country's offices make.
 */
export const OWED: Partition = 'OWED#';

/**
 * That it queues at a register; and who queues at an office's registers of one series, in the order in which they were
 * signed. The queue hangs on no year: who still waits at New Year is numbered in the new one.
 */
export const queuedKey = (id: SubmissionId): Key => ({ pk: `SUBMISSION#${id}`, sk: 'QUEUED' });
export const queueKey = (organizationId: OrganizationId, series: Series): Partition =>
  `SUBMISSION#QUEUE#${organizationId}#${series}`;
export const placeInQueue = ({ signedAt, submissionId }: Queued): string =>
  `${signedAt}#${submissionId}`;

/** Everybody who is asked in one submission. */
export const ASKED_PREFIX = 'ASKED#';
export const askedKey = (submissionId: SubmissionId, wait: Wait, asked: Asked['asked']): Key => ({
  pk: `SUBMISSION#${submissionId}`,
  sk: `${ASKED_PREFIX}${waitName(wait)}#${askedName(asked)}`,
});
/** What waits for one person or for an organization's clerks. */
export const askedOfKey = (organizationId: OrganizationId, asked: Asked['asked']): Partition =>
  `ASKED#${organizationId}#${askedName(asked)}`;
/** Whose turn it is there: the most urgent, then who has waited longest. */
export const turnOf = ({ urgency, since }: Pick<Asked, 'urgency' | 'since'>): string =>
  `${rankOf(urgency)}#${since}`;

export const tokenKey = (submissionId: SubmissionId, wait: Wait): Key => ({
  pk: `TOKEN#${submissionId}`,
  sk: `WAIT#${waitName(wait)}`,
});

export const deliveryKey = (id: DeliveryId): Key => ({ pk: `DELIVERY#${id}`, sk: 'DELIVERY' });
/** The inbox, by arrival: all of it, or what has one status. */
export const inboxKey = (
  organizationId: OrganizationId,
  status: DeliveryStatus | null,
): Partition => `DELIVERY#TO#${organizationId}${status === null ? '' : `#${status}`}`;
/** One report's deliveries, by recipient. */
export const RECIPIENT_PREFIX = 'TO#';
export const deliveriesOfKey = (reportId: ReportId): Partition => `DELIVERY#OF#${reportId}`;
export const deliveryOfReportKey = (reportId: ReportId, recipientId: OrganizationId): Key => ({
  pk: deliveriesOfKey(reportId),
  sk: `${RECIPIENT_PREFIX}${recipientId}`,
});

/**
 * What is held of one report, by recipient; and what waits in an organization for its clerks, by whose turn it is. Items
 * that were stored under their day alone (`2026-…`) lie before everything ordinary, as they are older.
 */
export const HELD_PREFIX = 'HELD#';
export const heldKey = (reportId: ReportId, recipientId: OrganizationId): Key => ({
  pk: deliveriesOfKey(reportId),
  sk: `${HELD_PREFIX}${recipientId}`,
});
export const heldByKey = (senderId: OrganizationId): Partition => `DELIVERY#HELD#${senderId}`;

const isOrganization = (of: ReportId | DeliveryId | OrganizationId): of is OrganizationId =>
  of.startsWith('org_');

/** The audit chain of a report, a delivery or an organization's part of the directory, in order. */
export const EVENT_PREFIX = 'EVENT#';
export const chainKey = (of: ReportId | DeliveryId | OrganizationId): Partition => {
  if (isOrganization(of)) return changesKey(of);
  return of.startsWith('rpt_') ? `REPORT#${of}` : `DELIVERY#${of}`;
};
export const eventKey = (of: ReportId | DeliveryId | OrganizationId, sequence: number): Key => ({
  pk: chainKey(of),
  sk: `${EVENT_PREFIX}${eventNumber(sequence)}`,
});

/** The rows of a register, by number. */
export const NUMBER_PREFIX = 'NUMBER#';
export const outgoingKey = (
  organizationId: OrganizationId,
  year: number,
  series: Series,
): Partition => `REGISTER#${organizationId}#${year}#${series}`;
export const counterKey = (organizationId: OrganizationId, year: number, series: Series): Key => ({
  pk: outgoingKey(organizationId, year, series),
  sk: 'COUNTER',
});
export const outgoingEntryKey = (
  organizationId: OrganizationId,
  year: number,
  series: Series,
  number: number,
): Key => ({
  pk: outgoingKey(organizationId, year, series),
  sk: `${NUMBER_PREFIX}${registerNumber(number)}`,
});

export const incomingKey = (organizationId: OrganizationId, year: number): Partition =>
  `INCOMING#${organizationId}#${year}`;
export const incomingCounterKey = (organizationId: OrganizationId, year: number): Key => ({
  pk: incomingKey(organizationId, year),
  sk: 'COUNTER',
});
export const incomingEntryKey = (
  organizationId: OrganizationId,
  year: number,
  number: number,
): Key => ({
  pk: incomingKey(organizationId, year),
  sk: `${NUMBER_PREFIX}${registerNumber(number)}`,
});

/** In a register of the index: by the day, and on one day by the number. Days go up as numbers do. */
export const byDay = (day: OfficeDay, number: number): string => `${day}#${registerNumber(number)}`;

/**
 * The words that begin alike, of one organization. Two letters are enough to spread what many write at once, and few
 * enough to have every word in one partition that begins as somebody types.
 */
const WORDS = { report: 'REPORTWORD', delivery: 'DELIVERYWORD' } as const satisfies Record<
  Shelf,
  string
>;
export const wordsKey = (shelf: Shelf, organizationId: OrganizationId, word: string): Partition =>
  `${WORDS[shelf]}#${organizationId}#${word.slice(0, 2)}`;
/** Newest first in a list that goes up: every digit of the moment from nine down. */
const backwards = (at: Instant): string => at.replace(/\d/g, (digit) => String(9 - Number(digit)));
export const wordKey = (
  shelf: Shelf,
  organizationId: OrganizationId,
  word: string,
  { at, id }: { at: Instant; id: string },
): Key => ({
  pk: wordsKey(shelf, organizationId, word),
  sk: `${word}#${backwards(at)}#${id}`,
});
/** One word's documents of some time. */
export const wordBetween = (word: string, from: Instant | null, until: Instant | null) => ({
  from: `${word}#${until === null ? '' : backwards(until)}`,
  until: `${word}#${from === null ? '' : backwards(from)}~`,
});

export const organizationKey = (id: OrganizationId): Key => ({
  pk: `DIRECTORY#ORG#${id}`,
  sk: 'ORGANIZATION',
});
/** All organizations, by name. A country has some four thousand offices: one partition, read by pages. */
export const ORGANIZATIONS: Partition = 'DIRECTORY#ORGS';
export const personKey = (id: PersonId): Key => ({ pk: `DIRECTORY#PERSON#${id}`, sk: 'PERSON' });
/** Everybody of one organization, by name. */
export const peopleKey = (organizationId: OrganizationId): Partition =>
  `DIRECTORY#PEOPLE#${organizationId}`;
/** The chain of everything that administrators changed of one organization, its people and settings. */
const changesKey = (organizationId: OrganizationId): Partition =>
  `DIRECTORY#CHANGES#${organizationId}`;
export const changesHeadKey = (organizationId: OrganizationId): Key => ({
  pk: changesKey(organizationId),
  sk: 'HEAD',
});
/** With which office the directory began: one item, so that it begins once. */
export const FIRST_OFFICE: Key = { pk: 'DIRECTORY#FIRST', sk: 'OFFICE' };
export const TRUST_ANCHORS: Key = { pk: 'DIRECTORY#TRUST', sk: 'ANCHORS' };

/** What an office's reports may begin with. */
export const TEMPLATE_PREFIX = 'REPORT#';
export const templatesOf = (organizationId: OrganizationId): Partition =>
  `TEMPLATE#${organizationId}`;
export const templateKey = (organizationId: OrganizationId, id: ReportId): Key => ({
  pk: templatesOf(organizationId),
  sk: `${TEMPLATE_PREFIX}${id}`,
});

/** Mails to its people that did not leave, by when. */
export const unsentOf = (organizationId: OrganizationId): Partition => `UNSENT#${organizationId}`;
export const unsentKey = (
  organizationId: OrganizationId,
  at: Instant,
  personId: PersonId,
): Key => ({ pk: unsentOf(organizationId), sk: `${at}#${personId}` });

/** What was found of a file, by its bytes. */
export const verdictKey = (sha256: Sha256): Key => ({ pk: `VERDICT#${sha256}`, sk: 'VERDICT' });

export const fileKey = (sha256: Sha256): Key => ({ pk: `FILE#${sha256}`, sk: 'FILE' });

/** What a press has done, and what was answered, beside each other: one query finds both. */
const pressKey = ({ personId, key }: Press, what: 'EFFECT' | 'ANSWER'): Key => ({
  pk: `IDEMPOTENCY#${personId}`,
  sk: `${key}#${what}`,
});
export const effectKey = (press: Press): Key => pressKey(press, 'EFFECT');
export const answerKey = (press: Press): Key => pressKey(press, 'ANSWER');

/** One place in a list of the index. */
export const listed = (gsi1pk: Partition, gsi1sk: Instant | string): IndexKey => ({
  gsi1pk,
  gsi1sk,
});
