// What passes between the states of the workflow? In the order of the way: what a state tells its function, what that
// answers, and what the execution's data are from then on. Ids and hashes, never documents, and nothing that nobody reads.
//
// An execution keeps the machine that it began with, for up to a year, while functions are deployed over its head: before
// the machine, so that even what begins just then meets them. So for a year after a machine was replaced, functions read
// what it tells them and answer what it reads. What it tells besides is dropped (nothing here is strict), what it does not
// tell has a default, and what it alone reads is answered still (`…Before`). Such machines lie in
// tests/fixtures/earlier-machines, each under the day until which it is kept; tests/workflow/earlier-machines.test.ts goes
// their way. Before the oldest of them nothing was deployed, so that no execution goes by any other.
import * as z from 'zod';
import { ImportNote, MOST_NOTES } from '../domain/content/import-note.ts';
import { Place } from '../domain/content/place.ts';
import { ReportContent } from '../domain/content/report-content.ts';
import { AccessChange, AccessKind } from '../domain/directory/access-change.ts';
import { KeyHolder } from '../domain/directory/key-holder.ts';
import { KeyReference, WhoSeals } from '../domain/directory/organization.ts';
import { OrganizationId, PersonId, ReportId, Sha256, SubmissionId } from '../domain/ids.ts';
import { DocumentNumber } from '../domain/issued/issue.ts';
import { Outcome, Wait } from '../domain/workflow/wait.ts';
import { ExecutionName } from './execution-name.ts';

const Nothing = z.void();

// Prepare the submission

/** What starts an execution: the same in every turn. Everything that is told begins with it, and so do the data. */
export const Started = z.object({ submissionId: SubmissionId });
export type Started = z.infer<typeof Started>;

/** How far earlier turns and people's presses have brought the submission: a later turn goes on from there. */
export const Reached = z.enum(['nothing', 'number', 'issue', 'end']);
export type Reached = z.infer<typeof Reached>;

/** Seconds until whoever is asked now is reminded. */
export const Patience = z.number().int().min(1);
export type Patience = z.infer<typeof Patience>;

/** The frozen model lies in the working bucket, and the machine knows what is left to do. */
export const Prepared = Started.extend({
  contentHash: Sha256,
  modelKey: z.string(),
  reached: Reached,
  /** The round to ask next and how many there are. */
  round: z.number().int().min(0),
  rounds: z.number().int().min(1),
  /** With which every question begins; the present one's grows with its reminders. */
  remindAfterSeconds: Patience,
  patience: Patience,
  sealing: WhoSeals,
  recipients: z.array(OrganizationId),
});

/** Machines of before hand these from round to round as well. */
export const PreparedAsBefore = Prepared.extend({
  handOff: z.literal(1),
  reportId: ReportId,
  organizationId: OrganizationId,
});
export type PreparedAsBefore = z.infer<typeof PreparedAsBefore>;

// Render the page to decide on

/** Number and date, once they are reserved. */
export const Numbered = z.object(DocumentNumber.pick({ number: true, date: true }).shape);
export type Numbered = z.infer<typeof Numbered>;

/** What the renderer is told; it has no table and no keys. */
export const RenderJob = z.object({
  modelKey: z.string(),
  /** Number and date, or null for the page that is decided on. */
  issuing: Numbered.nullable(),
  pdfKey: z.string(),
  /** Where the DOCX goes, or null for none. */
  docxKey: z.string().nullable(),
});
export type RenderJob = z.infer<typeof RenderJob>;

/** The page that is decided on: without number and date, and no DOCX. */
const PageJob = RenderJob.extend({ issuing: z.null(), docxKey: z.null() });
export type PageJob = z.infer<typeof PageJob>;

export const Rendered = z.object({
  pdfKey: z.string(),
  pdfSha256: Sha256,
  /** The room between the signer's title and name: who signs has no renderer to ask. */
  signatureArea: Place,
  docxKey: z.string().nullable(),
  docxSha256: Sha256.nullable(),
});
export type Rendered = z.infer<typeof Rendered>;

export const Decidable = Prepared.extend({ page: Rendered.pick({ pdfSha256: true }) });
export type Decidable = z.infer<typeof Decidable>;

// Ask people, of a round or at the clerk's desk, and remind them

/** Whom to wait for, and the token that answers. */
export const Asking = Started.extend({
  wait: Wait,
  /** The page that a round is asked about. */
  pageSha256: Sha256.nullable(),
  /** Why the clerk is asked, when something is stuck: the error's name. */
  reason: z.string().max(300).nullable(),
  token: z.string().min(1).max(2048),
});
export type Asking = z.infer<typeof Asking>;

/** By the token, from whoever presses; the function that asks answers nothing. */
export const Answer = z.object({ outcome: Outcome });
export const Answered = Started.extend({ answer: Answer });

export const Reminding = Started.extend({ wait: Wait });
export type Reminding = z.infer<typeof Reminding>;

// Try the signer's key, and the agency's

/** The dry run (rehearsal) before the number is taken: everything that signing needs, and no signature. */
export const Rehearsing = Started.extend({ rehearsal: z.literal(true) });
export type Rehearsing = z.infer<typeof Rehearsing>;

// Reserve number and date, render with them

export const Reserved = Prepared.extend({ reserved: Numbered });

/** Who asks for a DOCX gets one. */
const DocumentJob = RenderJob.extend({ issuing: Numbered, docxKey: z.string() });
export const RenderedDocument = Rendered.extend({ docxKey: z.string(), docxSha256: Sha256 });

export const Printed = Reserved.extend({ document: RenderedDocument });

// Sign, seal, store

/** The file to seal, in the working bucket, and what its bytes must hash to. */
export const Sealing = Started.extend({ key: z.string(), sha256: Sha256 });
export type Sealing = z.infer<typeof Sealing>;

/** The numbered document, where its renderer left room, and the content that was agreed to. */
export const Signing = Sealing.extend({ contentHash: Sha256, signatureArea: Place });
export type Signing = z.infer<typeof Signing>;

/** What it has become: where it lies now, and what it hashes to. */
export const Signed = Sealing.pick({ key: true, sha256: true });
export type Signed = z.infer<typeof Signed>;

export const WithSignature = Printed.extend({ signed: Signed });
export const WithSeal = WithSignature.extend({ sealed: Signed });

/** The sealed PDF, and the DOCX that goes with it. */
export const Storing = Sealing.extend({ docxKey: z.string(), docxSha256: Sha256 });
export type Storing = z.infer<typeof Storing>;

// Deliver and tell

export const Delivering = Started.extend({ recipientId: OrganizationId });
export type Delivering = z.infer<typeof Delivering>;

/** Of a delivery, or how a submission ended. */
const TellingOfWay = Started.extend({ recipientId: OrganizationId.nullable() });

/**
 * Whom to tell by mail, and of what; desks tell besides that a recipient sent it back, of a remark, and that an administrator
 * has changed how somebody comes in, or has let take effect what was held of that.
 */
export const Notifying = z.union([
  TellingOfWay,
  Started.extend({ sentBackBy: OrganizationId }),
  Started.extend({ remarkedBy: PersonId }),
  z.object({ accessOf: PersonId, what: AccessKind }),
  z.object({ settledOf: PersonId, by: PersonId, changes: z.array(AccessChange) }),
]);
export type Notifying = z.infer<typeof Notifying>;

// What goes wrong, and the ends

/** As Step Functions says what was caught; the cause, which it adds, is for whoever reads the history. */
export const Failed = Started.extend({ failure: z.object({ Error: z.string() }) });
export const Stuck = Failed.extend({ patience: Patience });

/** How a submission is closed by the workflow; `decided` is what its people have made of it, as it is stored. */
export const Closing = Started.extend({
  how: z.enum(['issued', 'handedBack', 'decided']),
  reason: z.string().max(300).nullable(),
});
export type Closing = z.infer<typeof Closing>;

/** Which function does what on the way, what it is told, and what it answers. */
export const HAND_OFFS = {
  prepare: { by: 'prepare', told: Started, answers: PreparedAsBefore },
  renderPage: { by: 'render', told: PageJob, answers: Rendered },
  ask: { by: 'ask', told: Asking, answers: Nothing },
  remind: { by: 'remind', told: Reminding, answers: Patience },
  rehearseSigning: { by: 'sign', told: Rehearsing, answers: Nothing },
  rehearseSealing: { by: 'seal', told: Rehearsing, answers: Nothing },
  number: { by: 'number', told: Started, answers: Numbered },
  renderDocument: { by: 'render', told: DocumentJob, answers: RenderedDocument },
  sign: { by: 'sign', told: Signing, answers: Signed },
  seal: { by: 'seal', told: Sealing, answers: Signed },
  store: { by: 'store', told: Storing, answers: Nothing },
  deliver: { by: 'deliver', told: Delivering, answers: Nothing },
  notify: { by: 'notify', told: TellingOfWay, answers: Nothing },
  close: { by: 'close', told: Closing, answers: Nothing },
} as const;
export type HandOff = (typeof HAND_OFFS)[keyof typeof HAND_OFFS];

// Beside the way: what functions ask one another directly

/** What the importer is told: where the Word file lies, and where the report goes that is in it. */
export const ImportJob = z.object({ fileKey: z.string(), reportKey: z.string() });
export type ImportJob = z.infer<typeof ImportJob>;

/** What the importer writes there. */
export const ImportedReport = z.object({
  content: ReportContent,
  notes: z.array(ImportNote).max(MOST_NOTES),
});
export type ImportedReport = z.infer<typeof ImportedReport>;

/** To sign and to seal, at a key's enrolment: a certificate request, signed by the key that it is for. */
export const CertificateWanted = z.object({
  certificateWanted: z.literal(true),
  holder: KeyHolder,
});
export type CertificateWanted = z.infer<typeof CertificateWanted>;

/** PKCS#10 in PEM. */
export const Requested = z.object({ requestPem: z.string() });
export type Requested = z.infer<typeof Requested>;

/** To sign and to seal: could this key sign for this holder, if the directory said so? */
export const KeyTried = z.object({
  keyTried: z.literal(true),
  holder: KeyHolder,
  reference: KeyReference,
});
export type KeyTried = z.infer<typeof KeyTried>;

/** Which function does what beside the way, as `HAND_OFFS` says it of the way. */
export const BESIDE_THE_WAY = {
  renderAtOnce: { by: 'render', told: RenderJob, answers: Rendered },
  importFile: { by: 'import', told: ImportJob, answers: z.object({}) },
  requestSignersCertificate: { by: 'sign', told: CertificateWanted, answers: Requested },
  requestAgencysCertificate: { by: 'seal', told: CertificateWanted, answers: Requested },
  trySignersKey: { by: 'sign', told: KeyTried, answers: Nothing },
  tryAgencysKey: { by: 'seal', told: KeyTried, answers: Nothing },
  tell: { by: 'notify', told: Notifying, answers: Nothing },
} as const;

/** How an execution ends that has not said how its submission ended. */
export const STOPPED = ['FAILED', 'TIMED_OUT', 'ABORTED'] as const;

/** The event of a stopped execution, as EventBridge sends it: late, or twice, as may be. */
export const ExecutionStopped = z.object({
  detail: z.object({ name: ExecutionName, status: z.enum(STOPPED) }),
});
