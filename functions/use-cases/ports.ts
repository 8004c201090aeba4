// What do the use cases need from the world? Each need is a port; adapters answer it with AWS, tests with what they like.

import type { Rendered, RenderJob, Started } from '../contracts/hand-offs.ts';
import type { AuditEvent } from '../domain/audit-event.ts';
import type { Delivery, DeliveryStatus } from '../domain/delivery.ts';
import type {
  DeliveryId,
  Instant,
  OrganizationId,
  PersonId,
  ReportId,
  Sha256,
  SubmissionId,
} from '../domain/ids.ts';
import type { OfficeDay } from '../domain/office-calendar.ts';
import type { KeyReference, Organization, Person } from '../domain/organization.ts';
import type { IncomingEntry, OutgoingEntry, RegisterCounter, Series } from '../domain/register.ts';
import type { Report } from '../domain/report.ts';
import type { ReportContent } from '../domain/report-content.ts';
import type { ReportSummary } from '../domain/report-summary.ts';
import type { Submission } from '../domain/submission.ts';
import type { Outcome, Wait } from '../domain/wait.ts';
import type { SigningKey } from '../signing/key.ts';

export interface Clock {
  now(): Instant;
}

export interface Ids {
  report(): ReportId;
  submission(): SubmissionId;
}

/** A part of a list. `cursor` is opaque, belongs to the list it came from, and is null at the end. */
export type Page<Item> = { items: Item[]; cursor: string | null };
/** Which part: at most `limit` items (1..100) after `cursor`. A foreign or damaged cursor is refused: cursor_invalid. */
export type PageOf = { limit: number; cursor: string | null };

/** Organizations and people. What somebody may do is read here at every request, so that a right taken away is gone at once. */
export interface Directory {
  organization(id: OrganizationId): Promise<Organization | null>;
  organizations(page: PageOf): Promise<Page<Organization>>;
  person(id: PersonId): Promise<Person | null>;
  /** Everybody of one organization; an office has tens of people, so one page of at most 500. */
  people(organizationId: OrganizationId): Promise<Person[]>;
  /** The certificates (DER) that signatures must lead to. */
  trustAnchors(): Promise<Uint8Array[]>;
}

/** Somebody who is being waited for: one person, or whoever is clerk. */
export type Asked = {
  submissionId: SubmissionId;
  reportId: ReportId;
  organizationId: OrganizationId;
  wait: Wait;
  asked: { person: PersonId } | { role: 'clerk' };
  subject: string;
  symbol: string;
  since: Instant;
};

/** Answers a wait of the workflow. Lives in an item of its own and in nothing that people can read. */
export type WaitToken = { submissionId: SubmissionId; wait: Wait; token: string };

/** What anyone who holds a file may learn of it, by the hash of its bytes. */
export type KnownFile = {
  sha256: Sha256;
  role: 'pdf' | 'docx';
  reportId: ReportId;
  versionId: string;
  organizationName: string;
  number: number;
  symbol: string;
  date: OfficeDay;
};

/** Sổ đăng ký văn bản đến counts everything that comes in, year by year. */
export type IncomingCounter = { organizationId: OrganizationId; year: number; lastNumber: number };

type Before<T> = { before: T | null; after: T };

/**
 * Everything that changes together, written in one transaction.
 * `before: null` demands that the thing is new; otherwise it must still be at the revision (an entry: the status) of `before`.
 */
export type Change = {
  report?: Before<Report> & { events: AuditEvent[] };
  submission?: Before<Submission> & { frozen?: ReportContent };
  delivery?: Before<Delivery> & { events: AuditEvent[] };
  counter?: Before<RegisterCounter>;
  outgoing?: Before<OutgoingEntry>;
  incoming?: IncomingEntry;
  incomingCounter?: Before<IncomingCounter>;
  asked?: { add: Asked[]; remove: Asked[] };
  token?: { put: WaitToken } | { remove: WaitToken };
  file?: KnownFile[];
};

/** The table. Reads are strongly consistent; lists are queries on an index and may lag by a moment. */
export interface Records {
  report(id: ReportId): Promise<Report | null>;
  submission(id: SubmissionId): Promise<Submission | null>;
  /** The content a submission froze. */
  frozen(id: SubmissionId): Promise<ReportContent | null>;
  delivery(id: DeliveryId): Promise<Delivery | null>;
  counter(
    organizationId: OrganizationId,
    year: number,
    series: Series,
  ): Promise<RegisterCounter | null>;
  incomingCounter(organizationId: OrganizationId, year: number): Promise<IncomingCounter | null>;
  outgoingEntry(
    organizationId: OrganizationId,
    year: number,
    series: Series,
    number: number,
  ): Promise<OutgoingEntry | null>;
  token(submissionId: SubmissionId, wait: Wait): Promise<WaitToken | null>;
  fileByHash(sha256: Sha256): Promise<KnownFile | null>;
  events(of: ReportId | DeliveryId, page: PageOf): Promise<Page<AuditEvent>>;

  /** Last changed first; without the words. */
  reportsOf(drafterId: PersonId, page: PageOf): Promise<Page<ReportSummary>>;
  /** Longest waiting first. */
  askedOf(
    organizationId: OrganizationId,
    asked: Asked['asked'],
    page: PageOf,
  ): Promise<Page<Asked>>;
  /** Everybody asked in one submission's wait, at most as many as a round has people. */
  askedIn(submissionId: SubmissionId): Promise<Asked[]>;
  outgoing(
    organizationId: OrganizationId,
    year: number,
    series: Series,
    page: PageOf,
  ): Promise<Page<OutgoingEntry>>;
  incoming(
    organizationId: OrganizationId,
    year: number,
    page: PageOf,
  ): Promise<Page<IncomingEntry>>;
  /** Newest first; of one status, or all. */
  deliveriesTo(
    organizationId: OrganizationId,
    status: DeliveryStatus | null,
    page: PageOf,
  ): Promise<Page<Delivery>>;
  /** All deliveries of one report, at most as many as it has recipients (150). */
  deliveriesOf(reportId: ReportId): Promise<Delivery[]>;
  /** Submissions whose press the workflow has owed since before that moment, oldest first. */
  owed(before: Instant, page: PageOf): Promise<Page<SubmissionId>>;

  /**
   * Refusals: revision_conflict when something moved meanwhile (facts: the present `revision` and `status`, where known);
   * content_too_large above DynamoDB's 400 KB (facts: `bytes`, `limit`), before anything is written.
   */
  commit(change: Change): Promise<void>;
}

/** A request that must not act twice: who sent it, under which Idempotency-Key, and the hash of what it says. */
export type KeyedRequest = { personId: PersonId; key: string; hash: Sha256 };
/** What was answered the first time, as it went over the wire. */
export type Answer = { status: number; headers: Record<string, string>; body: string };

/** The answers to writes, kept a day, so that a request that is sent again gets the same one. */
export interface RememberedAnswers {
  /**
   * Claims the key, or gives the answer of before. A claim whose holder has died lapses after a minute.
   * Refusals: idempotency_key_reused for another request, request_in_progress.
   */
  begin(
    request: KeyedRequest,
    now: Instant,
  ): Promise<{ kind: 'new' } | { kind: 'answer'; answer: Answer }>;
  /** Keeps the answer; one that is larger than an item can be gives its claim back instead. */
  remember(request: KeyedRequest, answer: Answer, now: Instant): Promise<void>;
  /** Gives the claim back after a request that changed nothing. */
  forget(request: KeyedRequest): Promise<void>;
}

/** The state machine. */
export interface Workflow {
  /** Starts the execution named after the submission; one that exists already is success. */
  start(input: Started): Promise<void>;
  /** Hands an outcome to a waiting state; `gone` when the token no longer counts. */
  answer(token: string, outcome: Outcome): Promise<'answered' | 'gone'>;
  /** Lets a stopped execution go on at the state it stopped in; one that is going on, or ended for good, stays as it is. */
  redrive(submissionId: SubmissionId): Promise<void>;
}

export interface Renderer {
  render(job: RenderJob): Promise<Rendered>;
}

/** Files on their way: previews, models, files being signed. Everything in it expires. */
export interface WorkingFiles {
  read(key: string): Promise<Uint8Array | null>;
  /** Writes if nothing is there; says whether it did. What is there is never overwritten. */
  writeOnce(key: string, bytes: Uint8Array, contentType: string): Promise<'written' | 'present'>;
  /** A link that shows this file in the browser, for at most 60 seconds. */
  link(key: string, fileName: string): Promise<FileLink>;
}

export type FileLink = { url: string; expiresAt: Instant };

/** Issued files: written once, kept under lock, read by version. */
export interface SignedFiles {
  /** Writes if nothing is there, else adopts what is there; either way the version that counts. */
  keep(
    key: string,
    bytes: Uint8Array,
    contentType: string,
    sha256: Sha256,
  ): Promise<{ versionId: string; sha256: Sha256 }>;
  read(key: string, versionId: string): Promise<Uint8Array | null>;
  /** A download of this version under a readable name, for at most 60 seconds. */
  link(key: string, versionId: string, fileName: string): Promise<FileLink>;
}

export interface Keys {
  /** Opens a key for signing. Refusals: key_missing. Unavailable when the secret or KMS did not answer. */
  open(reference: KeyReference): Promise<SigningKey>;
}

export interface Mail {
  send(message: { to: string[]; subject: string; text: string }): Promise<void>;
}
