// What passes between the states of the workflow? Ids and hashes, never documents; each step's input extends the one before.
import * as z from 'zod';
import { ImportNote, MOST_NOTES } from '../domain/content/import-note.ts';
import { Place } from '../domain/content/place.ts';
import { ReportContent } from '../domain/content/report-content.ts';
import { KeyHolder } from '../domain/directory/key-holder.ts';
import { KeyReference, WhoSeals } from '../domain/directory/organization.ts';
import { OrganizationId, PersonId, ReportId, Sha256, SubmissionId } from '../domain/ids.ts';
import { DocumentNumber } from '../domain/issued/issue.ts';
import { Wait } from '../domain/workflow/wait.ts';
import { ExecutionName } from './execution-name.ts';

/** A deploy may fall into a wait of weeks: what was handed over before it must still be read after it. */
export const HAND_OFF_VERSION = 1;

/** What starts an execution: the same in every turn. */
export const Started = z.object({
  handOff: z.literal(HAND_OFF_VERSION),
  submissionId: SubmissionId,
  reportId: ReportId,
  organizationId: OrganizationId,
});
export type Started = z.infer<typeof Started>;

/** How far earlier turns and people's presses have brought the submission: a later turn goes on from there. */
export const Reached = z.enum(['nothing', 'number', 'issue', 'end']);
export type Reached = z.infer<typeof Reached>;

/** Seconds until whoever is asked now is reminded. */
const Patience = z.number().int().min(1);
export type Patience = z.infer<typeof Patience>;

/** Prepared: the frozen model lies in the working bucket, and the machine knows what is left to do. */
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
export type Prepared = z.infer<typeof Prepared>;

/** Number and date, once they are reserved. */
export const Numbered = z.object(DocumentNumber.pick({ number: true, date: true }).shape);
export type Numbered = z.infer<typeof Numbered>;

/** What the renderer is told; it has no table and no keys. */
export const RenderJob = z.object({
  handOff: z.literal(HAND_OFF_VERSION),
  modelKey: z.string(),
  /** Number and date, or null for the page that is decided on. */
  issuing: Numbered.nullable(),
  pdfKey: z.string(),
  /** Where the DOCX goes, or null for none. */
  docxKey: z.string().nullable(),
});
export type RenderJob = z.infer<typeof RenderJob>;

export const Rendered = z.object({
  pdfKey: z.string(),
  pdfSha256: Sha256,
  /** The room between the signer's title and name: who signs has no renderer to ask. */
  signatureArea: Place,
  docxKey: z.string().nullable(),
  docxSha256: Sha256.nullable(),
});
export type Rendered = z.infer<typeof Rendered>;

/** The page that people decide on has been rendered. */
export const Decidable = Prepared.extend({ page: Rendered });
export type Decidable = z.infer<typeof Decidable>;

/** What the importer is told: where the Word file lies, and where the report goes that is in it. */
export const ImportJob = z.object({ fileKey: z.string(), reportKey: z.string() });
export type ImportJob = z.infer<typeof ImportJob>;

/** What the importer writes there. */
export const ImportedReport = z.object({
  content: ReportContent,
  notes: z.array(ImportNote).max(MOST_NOTES),
});
export type ImportedReport = z.infer<typeof ImportedReport>;

/** What `ask` is told: whom to wait for, and the token that answers. */
export const Asking = z.object({
  handOff: z.literal(HAND_OFF_VERSION),
  submissionId: SubmissionId,
  wait: Wait,
  pageSha256: Sha256.nullable(),
  /** Why the clerk is asked, when something is stuck: the error's name. */
  reason: z.string().max(300).nullable(),
  token: z.string().min(1).max(2048),
});
export type Asking = z.infer<typeof Asking>;

export const Reminding = z.object({ submissionId: SubmissionId, wait: Wait });
export type Reminding = z.infer<typeof Reminding>;

/** The dry run (rehearsal) before the number is taken: everything that signing needs, and no signature. */
export const Rehearsing = z.object({ rehearsal: z.literal(true), submissionId: SubmissionId });
export type Rehearsing = z.infer<typeof Rehearsing>;

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

export const Numbering = z.object({ submissionId: SubmissionId });

/** What seal works on, and sign and store besides more. */
export const Sealing = z.object({
  submissionId: SubmissionId,
  contentHash: Sha256,
  /** The file to sign, seal or store, in the working bucket, and what its bytes must hash to. */
  key: z.string(),
  sha256: Sha256,
});
export type Sealing = z.infer<typeof Sealing>;

/** What sign is told: the numbered document, and where its renderer left room. */
export const Signing = Sealing.extend({ signatureArea: Place });
export type Signing = z.infer<typeof Signing>;

export const Signed = z.object({ key: z.string(), sha256: Sha256 });
export type Signed = z.infer<typeof Signed>;

/** What `store` is told: the sealed PDF and the DOCX that goes with it. */
export const Storing = Sealing.extend({ docxKey: z.string(), docxSha256: Sha256 });
export type Storing = z.infer<typeof Storing>;

export const Delivering = z.object({ submissionId: SubmissionId, recipientId: OrganizationId });
export type Delivering = z.infer<typeof Delivering>;

/** What machines of before said for `decided`; an execution keeps the definition that it started with, for up to a year. */
const DECIDED_BEFORE = ['returned', 'rejected', 'withdrawn', 'replaced', 'voided'] as const;

/** How a submission is closed by the workflow; `decided` is what its people have made of it, as it is stored. */
export const Closing = z.object({
  submissionId: SubmissionId,
  how: z.enum(['issued', 'handedBack', 'decided', ...DECIDED_BEFORE]),
  reason: z.string().max(300).nullable(),
});
export type Closing = z.infer<typeof Closing>;

/** Whom to tell by mail, and of what: a delivery, or how a submission ended; that a recipient sent it back; a remark. */
export const Notifying = z.union([
  z.object({ submissionId: SubmissionId, recipientId: OrganizationId.nullable() }),
  z.object({ submissionId: SubmissionId, sentBackBy: OrganizationId }),
  z.object({ submissionId: SubmissionId, remarkedBy: PersonId }),
]);
export type Notifying = z.infer<typeof Notifying>;

/** How an execution ends that has not said how its submission ended. */
export const STOPPED = ['FAILED', 'TIMED_OUT', 'ABORTED'] as const;

/** The event of a stopped execution, as EventBridge sends it: late, or twice, as may be. */
export const ExecutionStopped = z.object({
  detail: z.object({ name: ExecutionName, status: z.enum(STOPPED) }),
});
