// Under which key does each thing lie in the one table? Every partition begins with its kind, so that a role can be
// held to kinds by dynamodb:LeadingKeys, on the index too.

import type { DeliveryStatus } from '../domain/delivery.ts';
import type {
  DeliveryId,
  Instant,
  OrganizationId,
  PersonId,
  ReportId,
  Sha256,
  SubmissionId,
} from '../domain/ids.ts';
import type { Series } from '../domain/register.ts';
import type { Wait } from '../domain/wait.ts';
import type { Asked, KeyedRequest } from '../use-cases/ports.ts';

/** The index that lists are read from. It carries `record` and never `content`: a page of drafts reads no words. */
export const INDEX = 'gsi1';

/** Where an item lies. */
export type Key = { pk: string; sk: string };
/** Under which list of the index an item appears, and in which order. */
export type IndexKey = { gsi1pk: string; gsi1sk: string };

/** Keys sort as text: seven digits hold the ten million events that no chain ever has. */
const eventNumber = (sequence: number) => String(sequence).padStart(7, '0');
/** A million numbers a year in one register; a ministry gives some tens of thousands. */
const registerNumber = (number: number) => String(number).padStart(6, '0');

const waitName = (wait: Wait): string =>
  wait.kind === 'round' ? `ROUND#${wait.round}` : wait.kind.toUpperCase();
const askedName = (asked: Asked['asked']): string =>
  'person' in asked ? `PERSON#${asked.person}` : 'CLERK';

export const reportKey = (id: ReportId): Key => ({ pk: `REPORT#${id}`, sk: 'REPORT' });
/** The drafter's list, by last change. */
export const reportsOfKey = (drafterId: PersonId): string => `REPORT#OF#${drafterId}`;

export const submissionKey = (id: SubmissionId): Key => ({
  pk: `SUBMISSION#${id}`,
  sk: 'SUBMISSION',
});
export const frozenKey = (id: SubmissionId): Key => ({ pk: `SUBMISSION#${id}`, sk: 'CONTENT' });
/**
 * What the workflow still owes, by when it began to. An entry lives for the second between a press and its effect, so
 * one partition (1,000 writes a second) serves a thousand presses a second: more than a country's offices make.
 */
export const OWED = 'OWED#';

/** Everybody who is asked in one submission. */
export const ASKED_PREFIX = 'ASKED#';
export const askedKey = (submissionId: SubmissionId, wait: Wait, asked: Asked['asked']): Key => ({
  pk: `SUBMISSION#${submissionId}`,
  sk: `${ASKED_PREFIX}${waitName(wait)}#${askedName(asked)}`,
});
/** What waits for one person or for an organization's clerks, by since when. */
export const askedOfKey = (organizationId: OrganizationId, asked: Asked['asked']): string =>
  `ASKED#${organizationId}#${askedName(asked)}`;

export const tokenKey = (submissionId: SubmissionId, wait: Wait): Key => ({
  pk: `TOKEN#${submissionId}`,
  sk: `WAIT#${waitName(wait)}`,
});

export const deliveryKey = (id: DeliveryId): Key => ({ pk: `DELIVERY#${id}`, sk: 'DELIVERY' });
/** The inbox, by arrival: all of it, or what has one status. */
export const inboxKey = (organizationId: OrganizationId, status: DeliveryStatus | null): string =>
  `DELIVERY#TO#${organizationId}${status === null ? '' : `#${status}`}`;
/** One report's deliveries, by recipient. */
export const RECIPIENT_PREFIX = 'TO#';
export const deliveriesOfKey = (reportId: ReportId): string => `DELIVERY#OF#${reportId}`;
export const deliveryOfReportKey = (reportId: ReportId, recipientId: OrganizationId): Key => ({
  pk: deliveriesOfKey(reportId),
  sk: `${RECIPIENT_PREFIX}${recipientId}`,
});

/** The audit chain of a report or a delivery, in order. */
export const EVENT_PREFIX = 'EVENT#';
export const chainKey = (of: ReportId | DeliveryId): string =>
  of.startsWith('rpt_') ? `REPORT#${of}` : `DELIVERY#${of}`;
export const eventKey = (of: ReportId | DeliveryId, sequence: number): Key => ({
  pk: chainKey(of),
  sk: `${EVENT_PREFIX}${eventNumber(sequence)}`,
});

/** The rows of a register, by number. */
export const NUMBER_PREFIX = 'NUMBER#';
export const outgoingKey = (organizationId: OrganizationId, year: number, series: Series): string =>
  `REGISTER#${organizationId}#${year}#${series}`;
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

export const incomingKey = (organizationId: OrganizationId, year: number): string =>
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

export const organizationKey = (id: OrganizationId): Key => ({
  pk: `DIRECTORY#ORG#${id}`,
  sk: 'ORGANIZATION',
});
/** All organizations, by name. A country has some four thousand offices: one partition, read by pages. */
export const ORGANIZATIONS = 'DIRECTORY#ORGS';
export const personKey = (id: PersonId): Key => ({ pk: `DIRECTORY#PERSON#${id}`, sk: 'PERSON' });
/** Everybody of one organization, by name. */
export const peopleKey = (organizationId: OrganizationId): string =>
  `DIRECTORY#PEOPLE#${organizationId}`;
export const TRUST_ANCHORS: Key = { pk: 'DIRECTORY#TRUST', sk: 'ANCHORS' };

export const fileKey = (sha256: Sha256): Key => ({ pk: `FILE#${sha256}`, sk: 'FILE' });

export const requestKey = ({ personId, key }: KeyedRequest): Key => ({
  pk: `IDEMPOTENCY#${personId}`,
  sk: key,
});

/** One place in a list of the index. */
export const listed = (gsi1pk: string, gsi1sk: Instant | string): IndexKey => ({ gsi1pk, gsi1sk });
