// What do the use cases need from the world? Each need is a port; adapters answer it with AWS, tests with what they like.

import type { Turn } from '../contracts/execution-name.ts';
import type { ImportJob, Notifying, Rendered, RenderJob, Started } from '../contracts/hand-offs.ts';
import type { AuditEvent, ChainHead } from '../domain/audit-event.ts';
import type { Correction } from '../domain/content/correction.ts';
import type { ReportContent } from '../domain/content/report-content.ts';
import type { Account } from '../domain/directory/first-day.ts';
import type { KeyHolder } from '../domain/directory/key-holder.ts';
import type { KeyReference, Organization, Person } from '../domain/directory/organization.ts';
import type { UnsentMail } from '../domain/directory/unsent-mail.ts';
import type {
  DeliveryId,
  Instant,
  OrganizationId,
  PersonId,
  ReportId,
  Sha256,
  SubmissionId,
  UploadId,
} from '../domain/ids.ts';
import type { Delivery, DeliveryStatus } from '../domain/issued/delivery.ts';
import type { HeldDelivery } from '../domain/issued/held-delivery.ts';
import type { KnownFile } from '../domain/issued/known-file.ts';
import type {
  IncomingCounter,
  IncomingEntry,
  OutgoingEntry,
  Queued,
  RegisterCounter,
  Series,
} from '../domain/issued/register.ts';
import type { Days } from '../domain/office-calendar.ts';
import type { Template } from '../domain/outlines/template.ts';
import type { Answer, Effect, Mark, Press } from '../domain/press.ts';
import type { Findable } from '../domain/search/findable.ts';
import type { Asked } from '../domain/workflow/asked.ts';
import type { Decided } from '../domain/workflow/decided.ts';
import type { DiscardedReport, Report } from '../domain/workflow/report.ts';
import type { ReportState, ReportSummary } from '../domain/workflow/report-summary.ts';
import type { Step, StepKind } from '../domain/workflow/step.ts';
import type { Submission } from '../domain/workflow/submission.ts';
import type { Version } from '../domain/workflow/version.ts';
import type { Outcome, Wait, WaitToken } from '../domain/workflow/wait.ts';
import type { WordsSetAside, WordsSetAsideRow } from '../domain/workflow/words-set-aside.ts';
import type { UncertifiedKey } from '../signing/certificate-request.ts';
import type { SigningKey } from '../signing/key.ts';
import type { Trusted } from '../signing/trusted.ts';
import type { SignatureReport } from '../signing/verify/verify-signatures.ts';

export interface Clock {
  now(): Instant;
}

export interface Ids {
  organization(): OrganizationId;
  report(): ReportId;
  submission(): SubmissionId;
  /** Cannot be guessed: no part of it is the time. */
  upload(): UploadId;
}

/** A part of a list. `cursor` is opaque, belongs to the list it came from, and is null at the end. */
export type Page<Item> = { items: Item[]; cursor: string | null };
/** Which part: at most `limit` items (1..100) after `cursor`. A foreign or damaged cursor is refused: cursor_invalid. */
export type PageOf = { limit: number; cursor: string | null };
/** Of a list that is read in either order: from its beginning, unless from its end. */
export type PageInOrder = PageOf & { lastFirst?: boolean };

/**
 * Organizations and people. What somebody may do is read here at every request, so that a right taken away is gone at
 * once. A record that cannot be read is missing from lists; asked for alone, it is an error.
 */
export interface Directory {
  organization(id: OrganizationId): Promise<Organization | null>;
  organizations(page: PageOf): Promise<Page<Organization>>;
  person(id: PersonId): Promise<Person | null>;
  /** Everybody of one organization: tens of people, at most MOST_PEOPLE. */
  people(organizationId: OrganizationId): Promise<Person[]>;
  /** The chain of what was changed in an organization's part of it, newest first. */
  changes(of: OrganizationId, page: PageOf): Promise<Page<AuditEvent>>;
}

/** Which authorities are trusted, and which were. */
export interface Trust {
  trusted(): Promise<Trusted>;
}

/** What a change adds to the chain of all changes of an organization's part of the directory. */
export type Link = { of: OrganizationId; chain: Before<ChainHead>; events: AuditEvent[] };

/**
 * One change of an organization's part of the directory, with the link that tells of it.
 * `before: null` demands that the thing is new; a register may be opened as long as it has given no number.
 */
export type DirectoryChange = Link & {
  organization?: Before<Organization>;
  person?: Before<Person>;
  register?: Before<RegisterCounter>;
  mark?: Mark;
};

/** What administrators change of the directory. */
export interface DirectoryDesk {
  /** Where the chain of an organization's changes stands; null before the first. */
  chain(of: OrganizationId): Promise<ChainHead | null>;
  /** In one transaction. Refusal: revision_conflict when something is no longer what was read. */
  commit(change: DirectoryChange): Promise<void>;
}

/** Who can sign in; what they may do is not said here. */
export interface Accounts {
  /** Whose account it is, by its id or its address; null when there is none. */
  find(name: string): Promise<Account | null>;
  /** An account under this address, or the one that there is already. Nobody is told: that is left for `invite`. */
  open(email: string): Promise<PersonId>;
  /** Tells them how to sign in, once more if need be. Refusals: person_not_found; status_wrong when they have done so already. */
  invite(email: string): Promise<void>;
  /**
   * They set up another second factor when they next sign in: the old one is lost. What is signed in under it ends, within
   * the hour for which a token counts. Refusal: person_not_found.
   */
  forgetSecondFactor(id: PersonId): Promise<void>;
  /** May they sign in under this address? Refusals: email_taken, person_not_found when they have no account. */
  expectFree(id: PersonId, email: string): Promise<void>;
  /** Under which address they sign in from now on; once more is harmless. Refusals: as above. */
  move(id: PersonId, email: string): Promise<void>;
}

type Before<T> = { before: T | null; after: T };

/**
 * Everything that changes together, written in one transaction.
 * `before: null` demands that the thing is new; otherwise it must still be at the revision (an entry: the status) of `before`.
 */
export type Change = {
  report?: Before<Report> & { events: AuditEvent[] };
  /** Takes the place of a draft, whose words are gone with it. */
  discarded?: { before: Report; after: DiscardedReport; events: AuditEvent[] };
  submission?: Before<Submission> & { frozen?: ReportContent; correction?: Correction };
  /** The submission that goes on in place of the one above. */
  successor?: { before: null; after: Submission; frozen: ReportContent };
  delivery?: Before<Delivery> & { events: AuditEvent[] };
  held?: Before<HeldDelivery>;
  counter?: Before<RegisterCounter>;
  /** Who comes to wait at a register, and who waits there no more. */
  queue?: { add: Queued[]; remove: Queued[] };
  /** Kept beside the report, which must be there; the same words once more change nothing. */
  setAside?: WordsSetAside;
  /** Words that were set aside from a draft that is thrown away, at most 80 at once: gone for good. */
  forgotten?: { reportId: ReportId; hashes: Sha256[]; at: Instant };
  /** What has come to its end with it. */
  step?: Step;
  /** For whoever decided, to find it again. */
  decided?: Decided;
  outgoing?: Before<OutgoingEntry>;
  incoming?: IncomingEntry;
  incomingCounter?: Before<IncomingCounter>;
  asked?: { add: Asked[]; remove: Asked[] };
  token?: WaitToken;
  /** Those asked under this token have been told; it must still be the present one. */
  told?: WaitToken;
  /** Only files that nobody has issued before: who sends one on does not become its issuer. */
  file?: KnownFile[];
  /** What is found by its words: those of `before` that it no longer has are taken away. */
  findable?: Before<Findable>;
  /** No press is marked twice. */
  mark?: Mark;
};

/** A document that has this word, and all its words; `after` is the cursor that goes on behind it. */
export type FoundWord = Pick<Findable, 'id' | 'at' | 'words'> & { word: string; after: string };
/** Documents of some days that have a word, newest first; or those with any word that begins so (two letters at least), word by word. */
export type WordList = { word: string; days: Days } | { word: string; begins: true };

/*
 * The table, a port for each kind of its keys, so that what a use case needs says what it touches. Reads are strongly
 * consistent; lists are queries on an index and may lag by a moment. What cannot be read is missing from lists that people
 * work with; chains, registers and all of one report or submission are whole or an error.
 */

export interface Reports {
  /** One that was thrown away is not there. */
  read(id: ReportId): Promise<Report | null>;
  /** Last changed first, without the words; those in one state, or all. */
  of(drafterId: PersonId, state: ReportState | null, page: PageOf): Promise<Page<ReportSummary>>;
  events(of: ReportId, page: PageOf): Promise<Page<AuditEvent>>;
  /** Words that were set aside from it; and all of them, latest first, without the words. */
  setAside(id: ReportId, hash: Sha256): Promise<WordsSetAside | null>;
  setAsideOf(id: ReportId, page: PageOf): Promise<Page<WordsSetAsideRow>>;
  /** The hashes of all that are kept at this moment, also beside a draft that was thrown away: a few. */
  everySetAside(id: ReportId): Promise<Sha256[]>;
}

export interface Submissions {
  read(id: SubmissionId): Promise<Submission | null>;
  /** The content it froze. */
  frozen(id: SubmissionId): Promise<ReportContent | null>;
  /** What was proposed when it was returned. */
  correction(id: SubmissionId): Promise<Correction | null>;
  /** The versions that a report has been submitted in, latest first. */
  versionsOf(reportId: ReportId, page: PageOf): Promise<Page<Version>>;
  /** Everybody asked in it, in whichever wait: at most as many as a round has people, and the clerks. */
  askedIn(id: SubmissionId): Promise<Asked[]>;
  /** That this one waits at a register; and who waits at an office's, whatever the year, in the order in which they were signed. */
  queued(id: SubmissionId): Promise<Queued | null>;
  queue(organizationId: OrganizationId, series: Series, page: PageOf): Promise<Page<Queued>>;
  /** What somebody has decided, latest first. */
  decidedBy(personId: PersonId, page: PageOf): Promise<Page<Decided>>;
  /** What an office has brought to an end, latest first. */
  steps(organizationId: OrganizationId, kind: StepKind, page: PageOf): Promise<Page<Step>>;
}

/** What waits for one person, or for an organization's clerks. */
export interface Waiting {
  /** Most urgent first, then longest waiting. */
  of(organizationId: OrganizationId, asked: Asked['asked'], page: PageOf): Promise<Page<Asked>>;
}

/** Submissions whose press the workflow owes. */
export interface Owed {
  /** Since before that moment, oldest first. */
  before(at: Instant, page: PageOf): Promise<Page<SubmissionId>>;
}

/** What answers a wait of the workflow. */
export interface Tokens {
  read(submissionId: SubmissionId, wait: Wait): Promise<WaitToken | null>;
}

export interface Deliveries {
  read(id: DeliveryId): Promise<Delivery | null>;
  /** Newest first; of one status, or all; that arrived on these days, or ever. */
  to(
    organizationId: OrganizationId,
    status: DeliveryStatus | null,
    page: PageOf,
    days?: Days,
  ): Promise<Page<Delivery>>;
  /**
   * What has come of one report at its recipients: all deliveries, and what could not be delivered, whatever became of it.
   * Together at most twice as many as it has recipients (150).
   */
  of(reportId: ReportId): Promise<{ delivered: Delivery[]; held: HeldDelivery[] }>;
  events(of: DeliveryId, page: PageOf): Promise<Page<AuditEvent>>;
  held(reportId: ReportId, recipientId: OrganizationId): Promise<HeldDelivery | null>;
  /** What waits for a sender's clerks: most urgent first, then longest waiting. */
  heldBy(senderId: OrganizationId, page: PageOf): Promise<Page<HeldDelivery>>;
}

/** The registers of outgoing documents; those that come in: `Incoming`. */
export interface Registers {
  counter(
    organizationId: OrganizationId,
    year: number,
    series: Series,
  ): Promise<RegisterCounter | null>;
  row(
    organizationId: OrganizationId,
    year: number,
    series: Series,
    number: number,
  ): Promise<OutgoingEntry | null>;
  /** By number; of these days, or all. */
  rows(
    organizationId: OrganizationId,
    year: number,
    series: Series,
    page: PageInOrder,
    days?: Days,
  ): Promise<Page<OutgoingEntry>>;
}

/** The registers of what comes in. */
export interface Incoming {
  counter(organizationId: OrganizationId, year: number): Promise<IncomingCounter | null>;
  row(organizationId: OrganizationId, year: number, number: number): Promise<IncomingEntry | null>;
  /** By number; of these days, or all. */
  rows(
    organizationId: OrganizationId,
    year: number,
    page: PageInOrder,
    days?: Days,
  ): Promise<Page<IncomingEntry>>;
}

/** Issued files, by their bytes. */
export interface KnownFiles {
  read(sha256: Sha256): Promise<KnownFile | null>;
}

/** What was found of a file, by what it was judged (a hash), and from when until before when that is so. */
export type Verdict = {
  sha256: Sha256;
  by: Sha256;
  from: Instant;
  until: Instant;
  report: SignatureReport;
};

/** The latest verdict of each file, for as long as it holds. A courtesy: neither call fails. */
export interface Verdicts {
  /** Which code judges here: another may judge otherwise. */
  readonly code: string;
  /** Null where there is none, or none that can be read. It may be over. */
  find(sha256: Sha256): Promise<Verdict | null>;
  /** Unless it is larger than any honest one. */
  keep(verdict: Verdict): Promise<void>;
}

/** One shelf, looked through by words. */
export interface Words {
  having(organizationId: OrganizationId, list: WordList, page: PageOf): Promise<Page<FoundWord>>;
}

/**
 * The one way to change any of these. Several changes are written together like one; no two of them may change the same
 * thing.
 * Refusals: revision_conflict when something moved meanwhile (facts: the present `revision` and `status`, where known);
 * content_too_large above DynamoDB's 400 KB (facts: `bytes`, `limit`), before anything is written.
 */
export type Commit = (...changes: Change[]) => Promise<void>;

/** What has become of presses, known for a day. Their effects are written by `commit`. */
export interface Presses {
  /** What is there of this press. Refusal: idempotency_key_reused when the key was another press's. */
  find(press: Press): Promise<{ effect: Effect | null; answer: Answer | null }>;
  /** Keeps the answer, unless there is one or it is larger than an item: then the effect answers for it. */
  remember(press: Press, answer: Answer): Promise<void>;
}

/** What an office begins its reports with, at most MOST_TEMPLATES. */
export interface Templates {
  of(organizationId: OrganizationId): Promise<Omit<Template, 'content'>[]>;
  read(organizationId: OrganizationId, id: ReportId): Promise<Template | null>;
  /** Over what is there. Refusal: content_too_large. */
  keep(organizationId: OrganizationId, template: Template): Promise<void>;
  remove(organizationId: OrganizationId, id: ReportId): Promise<void>;
}

/** The state machine. */
export interface Workflow {
  /** Starts this turn of the submission, once; `ended` when it was started before and is over. */
  start(input: Started, turn: number): Promise<'going' | 'ended'>;
  /** Hands an outcome to a waiting state; `gone` when the token no longer counts. */
  answer(token: string, outcome: Outcome): Promise<'answered' | 'gone'>;
  /** Is it running? What ended so long ago that it is forgotten is not. */
  isGoing(turn: Turn): Promise<boolean>;
}

export interface Renderer {
  render(job: RenderJob): Promise<Rendered>;
}

/** That somebody has signed in, and when they proved who they are. */
export type SignInProof = {
  accessToken: string;
  refreshToken: string;
  personId: PersonId;
  signedInAt: Instant;
};

/** Where people prove who they are. What is null was good for nothing: used, ended, too old, or made up. */
export interface SignIn {
  /** For the code that somebody comes back with, once. */
  redeem(code: string, verifier: string): Promise<SignInProof | null>;
  /** Another proof of the same sign-in; the token is exchanged for another. */
  renew(refreshToken: string): Promise<SignInProof | null>;
  /** It, and whatever it was exchanged for, is good for nothing any more. */
  revoke(refreshToken: string): Promise<void>;
}

/** The one function that reads files of strangers. */
export interface Importer {
  /** Refusals: file_not_found, file_*, content_too_large. */
  read(job: ImportJob): Promise<void>;
}

/** What a browser posts a file with: to this address, these fields before the file. */
export type UploadForm = { url: string; fields: Record<string, string>; expiresAt: Instant };

/** Files on their way: previews, models, files being signed. Everything in it expires. */
export interface WorkingFiles {
  /** The keys in this folder, which ends with `/`; of many the first thousand. */
  keysIn(folder: string): Promise<string[]>;
  read(key: string): Promise<Uint8Array | null>;
  /** Writes if nothing is there; says whether it did. What is there is never overwritten. */
  writeOnce(key: string, bytes: Uint8Array, contentType: string): Promise<'written' | 'present'>;
  /** A link that shows this file in the browser, for at most 60 seconds; as `attachment` the browser saves it. */
  link(key: string, fileName: string, how?: 'inline' | 'attachment'): Promise<FileLink>;
  /** A form that uploads one file of at most so many bytes, for at most five minutes. */
  uploadForm(key: string, contentType: string, mostBytes: number): Promise<UploadForm>;
  /** The same for this one file: the store itself refuses any other bytes. */
  uploadFormFor(
    key: string,
    contentType: string,
    file: { bytes: number; sha256: Sha256 },
  ): Promise<UploadForm>;
  /** What the store says of such a file, and its first bytes; null where there is none. */
  look(
    key: string,
    firstBytes: number,
  ): Promise<{ bytes: number; sha256: Sha256; beginning: Uint8Array } | null>;
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

/** What people sign and agencies seal with, by the hash of the PNG. Nothing is overwritten: the directory says which counts. */
export interface Images {
  keep(owner: KeyHolder, png: Uint8Array): Promise<Sha256>;
  /** Refusals: file_not_found; file_differs when the bytes have another hash. */
  read(owner: KeyHolder, hash: Sha256): Promise<Uint8Array>;
  /** A link that shows it in the browser, for at most 60 seconds. */
  link(owner: KeyHolder, hash: Sha256, fileName: string): Promise<FileLink>;
}

export interface Keys {
  /** Opens a key for signing. Refusals: key_missing. Unavailable when the secret or KMS did not answer. */
  open(reference: KeyReference): Promise<SigningKey>;
  /** The key that was made in KMS for this holder, before it has a certificate. Refusals and Unavailable as above. */
  uncertified(holder: KeyHolder): Promise<UncertifiedKey>;
}

/** The functions that alone may use keys, asked for an administrator who enrols one. */
export interface KeyKeepers {
  /** What the names of all keys of this installation begin with. */
  readonly under: string;
  /** A certificate request (PEM). Refusals: key_missing, certificate_key_mismatch. */
  requestCertificate(holder: KeyHolder): Promise<string>;
  /** Refusals: key_missing, certificate_*. */
  tryKey(holder: KeyHolder, reference: KeyReference): Promise<void>;
}

/** Whom a mail is for. */
export type Addressee = Pick<Person, 'id' | 'organizationId' | 'email'>;
export type MailText = { subject: string; text: string };

/** A courtesy, which never changes the way of a report. */
export interface Mail {
  /** To each by itself. Never fails: what was not sent is counted, and shown to the administrators of who did not get it. */
  send(mail: MailText & { to: Addressee[] }): Promise<void>;
}

/**
 * Has people told by mail of what somebody has pressed. As much a courtesy as the mail: it waits for nobody and never
 * fails; whoever is not told finds it on their list. But how somebody comes in is changed by nobody unheard: of that
 * (`accessOf`, `settledOf`) it is Unavailable when the notice was not taken.
 */
export interface Notices {
  give(notice: Notifying): Promise<void>;
}

/** Mails that did not leave, for a month. */
export interface UnsentMails {
  keep(mail: UnsentMail): Promise<void>;
  /** Newest first. */
  of(organizationId: OrganizationId, page: PageOf): Promise<Page<UnsentMail>>;
}

/** What whoever set the system up has told it. */
export interface Installation {
  /** Whether mail leaves; null when that cannot be found out now. Never fails. */
  mailLeaves(): Promise<boolean | null>;
  /** Whether it was told of a timestamp server. */
  provesTime: boolean;
}
