// What do people see of reports, submissions and deliveries? Views cut from the domain's schemas; no token, no key, no e-mail.
import { z } from '@hono/zod-openapi';
import { AuditEvent } from '../domain/audit-event.ts';
import { DocumentType } from '../domain/content/document-type-schema.ts';
import { ReportContent } from '../domain/content/report-content.ts';
import { Urgency } from '../domain/content/urgency.ts';
import { AccessKind } from '../domain/directory/access-change.ts';
import { KeptIn, KeyHolder } from '../domain/directory/key-holder.ts';
import { Organization, Person, RoundKind } from '../domain/directory/organization.ts';
import {
  DeliveryId,
  Instant,
  OrganizationId,
  PersonId,
  ReportId,
  Sha256,
  SubmissionId,
} from '../domain/ids.ts';
import { Delivery, DeliveryStatus } from '../domain/issued/delivery.ts';
import { HeldDelivery, HeldStatus, WhyHeld } from '../domain/issued/held-delivery.ts';
import { KnownFile } from '../domain/issued/known-file.ts';
import { IncomingEntry, OutgoingEntry } from '../domain/issued/register.ts';
import { TemplateName } from '../domain/outlines/template.ts';
import { Decided } from '../domain/workflow/decided.ts';
import { IssueStep } from '../domain/workflow/issue-step.ts';
import { ReportSummary } from '../domain/workflow/report-summary.ts';
import {
  Comment,
  Decision,
  DecisionKind,
  InReviewSubmission,
  NumberGiven,
  SubmissionState,
} from '../domain/workflow/submission.ts';
import { Wait } from '../domain/workflow/wait.ts';
import { WordsSetAside } from '../domain/workflow/words-set-aside.ts';

export const PersonView = Person.pick({
  id: true,
  organizationId: true,
  name: true,
  title: true,
  roles: true,
  signatureBlock: true,
});
export type PersonView = z.infer<typeof PersonView>;

/** An organization as others see it. */
export const OrganizationView = Organization.pick({
  id: true,
  name: true,
  place: true,
  parentId: true,
  successorId: true,
});
export type OrganizationView = z.infer<typeof OrganizationView>;

/** With what a report may begin. */
export const TemplateRow = TemplateName.extend({
  id: z.string(),
  type: DocumentType,
  /** Is it one of my organization, which its administrator may remove? */
  own: z.boolean(),
});
export type TemplateRow = z.infer<typeof TemplateRow>;

/** What of somebody's way in, or of their being an administrator (`rights`), does not stand yet. */
export const AccessChangeView = z.object({
  what: AccessKind,
  to: z.string().nullable().describe('The new address'),
  isHeld: z.boolean().describe('It takes effect only when it stands: they sign or seal'),
  standsFrom: Instant.describe('Unless a second administrator agrees before'),
});
export type AccessChangeView = z.infer<typeof AccessChangeView>;

/** Who I am, where I work, and what a new report there starts from. */
export const Me = z.object({
  person: PersonView,
  organization: Organization.omit({ sealKey: true }),
  unsettled: z
    .array(AccessChangeView)
    .describe(
      'Until it stands I agree to nothing that others change, nor sign or seal, unless it is `rights` alone',
    ),
});
export type Me = z.infer<typeof Me>;

/** A row of my reports, or of those that were found. */
export const ReportRow = ReportSummary.extend({
  heldBy: z.array(z.string()).describe('Names of the people whom it waits for'),
  unsettled: z
    .number()
    .int()
    .describe('Recipients that it did not reach, or who sent it back, until the clerk has decided'),
});
export type ReportRow = z.infer<typeof ReportRow>;

/** How a submission stands: who is asked, who has decided, what is stuck; nothing where that is not yet, or no more. */
export const SubmissionView = InReviewSubmission.pick({
  id: true,
  reportId: true,
  organizationId: true,
  drafterId: true,
  version: true,
  subject: true,
  symbol: true,
  urgency: true,
  chain: true,
  findings: true,
  submittedAt: true,
  round: true,
  askedAt: true,
  reminders: true,
  contentHash: true,
  pageHash: true,
}).extend({
  status: SubmissionState,
  number: NumberGiven.nullable(),
  decisions: z.array(Decision),
  comments: z.array(Comment),
  stuck: z.object({ reason: z.string(), since: Instant }).nullable(),
  issueStep: IssueStep.nullable().describe(
    'The step that its issue is at; null before all have agreed, and when all recipients have it',
  ),
  waitingForSeal: z.boolean(),
  timestamped: z
    .boolean()
    .nullable()
    .describe('Whether both signatures carry a timestamp; null until the files are stored'),
  people: z
    .array(z.object({ id: PersonId, name: z.string(), title: z.string() }))
    .describe('Everybody who appears in it'),
});
export type SubmissionView = z.infer<typeof SubmissionView>;

/** What to write down in a report. */
export const GivenContent = z.strictObject({ content: ReportContent });

/** One report, whole. */
export const ReportView = ReportSummary.extend({
  drafter: z.object({ id: PersonId, name: z.string() }),
  /** What is in the draft, or what was submitted. */
  content: ReportContent,
  savedBy: z.array(PersonId),
  submission: SubmissionView.nullable(),
  rejection: z.object({ by: PersonId, at: Instant, reason: z.string() }).nullable(),
});
export type ReportView = z.infer<typeof ReportView>;

/** Words that were not chosen when two had written to one report. */
export const WordsSetAsideRowView = WordsSetAside.pick({ hash: true, writtenAt: true }).extend({
  writtenBy: z.object({ id: PersonId, name: z.string() }),
});
export type WordsSetAsideRowView = z.infer<typeof WordsSetAsideRowView>;

export const WordsSetAsideView = WordsSetAsideRowView.extend({ content: ReportContent });
export type WordsSetAsideView = z.infer<typeof WordsSetAsideView>;

/** A link that works for at most a minute. */
export const LinkView = z.object({ url: z.string(), expiresAt: Instant, fileName: z.string() });

/** With what its bytes are to be, once they have been hashed. */
export const FileLinkView = LinkView.extend({ sha256: Sha256 }).describe(
  'A link that works for at most a minute',
);
export type FileLinkView = z.infer<typeof FileLinkView>;

/** The report printed as it stands: while somebody writes, the words on their screen may be others by now. */
export const PreviewLinkView = FileLinkView.extend({
  revision: z.number().int().describe('Of the report, whose words are printed'),
}).describe('A link that works for at most a minute, and what it shows');

/** What a page may know of the session of its browser. */
export const SessionView = z.object({
  accessToken: z.string().describe('For `Authorization: Bearer`, for an hour'),
  personId: PersonId,
  isFresh: z
    .boolean()
    .describe('Whether they have proved who they are so lately that they may sign'),
});
export type SessionView = z.infer<typeof SessionView>;

/** What a file is posted with, within five minutes. */
export const UploadFormView = z.object({
  url: z.string(),
  fields: z
    .record(z.string(), z.string())
    .describe('To be posted as a form before the file, whose field is called `file`'),
  expiresAt: Instant,
});

/** A certificate, as its holder would know it again. */
export const CertificateView = z.object({
  commonName: z.string(),
  organization: z.string(),
  issuer: z.string(),
  serialNumber: z.string().describe('Hexadecimal'),
  sha256: Sha256,
  validFrom: Instant,
  validUntil: Instant,
  daysLeft: z.number().int().describe('Whole days; negative when it is over'),
  state: z
    .enum(['valid', 'expiring', 'notYetValid', 'expired', 'revoked'])
    .describe('`expiring` has less than 30 days left; only that and `valid` can sign'),
});
export type CertificateView = z.infer<typeof CertificateView>;

/** With what somebody signs, or the organization seals. */
export const KeyHolderView = z.object({
  holder: KeyHolder,
  name: z.string(),
  keptIn: KeptIn.nullable(),
  certificate: CertificateView.nullable(),
  image: FileLinkView.nullable(),
});
export type KeyHolderView = z.infer<typeof KeyHolderView>;

/** A row of what waits for me. */
export const WaitingRow = z.object({
  submissionId: SubmissionId,
  reportId: ReportId,
  wait: Wait,
  subject: z.string(),
  symbol: z.string(),
  urgency: Urgency.nullable(),
  drafterName: z.string().describe('Who sent it; empty for somebody whose office is over'),
  since: Instant,
  reminders: z.number().int(),
});
export type WaitingRow = z.infer<typeof WaitingRow>;

/** A row of what I have decided. */
export const DecidedRow = Decided.omit({ personId: true });
export type DecidedRow = z.infer<typeof DecidedRow>;

/** The signer's small overview. `isMore`: counted no further. */
export const Overview = z.object({
  waiting: z.object({ count: z.number().int(), isMore: z.boolean() }),
  issued: z.object({ month: z.string(), count: z.number().int(), isMore: z.boolean() }),
  /** Of the latest rounds that are over, so many, the earliest of them over since then. */
  rounds: z.array(
    z.object({
      kind: RoundKind,
      medianDays: z.number().nullable(),
      counted: z.number().int(),
      since: Instant.nullable(),
    }),
  ),
});
export type Overview = z.infer<typeof Overview>;

/** What I am to decide on: the words, and the page that will be signed. */
export const DecisionView = z.object({
  submission: SubmissionView,
  content: ReportContent,
  page: FileLinkView.nullable().describe(
    "The PDF with number and date blank; its hash is the submission's `pageHash`",
  ),
  may: z
    .array(z.enum([...DecisionKind.options, 'urgency', 'comment']))
    .describe('What I may press now'),
});
export type DecisionView = z.infer<typeof DecisionView>;

/** A version of the same report that was submitted before, to compare with. */
export const EarlierVersion = z.object({ submission: SubmissionView, content: ReportContent });
export type EarlierVersion = z.infer<typeof EarlierVersion>;

export const OutgoingRow = OutgoingEntry;
export const IncomingRow = IncomingEntry;

const [arrived, opened, received, sentBack] = Delivery.options;
const seen = { events: true, revision: true } as const;

export const DeliveryView = z.discriminatedUnion('status', [
  arrived.omit(seen),
  opened.omit(seen),
  received.omit(seen),
  sentBack.omit(seen),
]);
export type DeliveryView = z.infer<typeof DeliveryView>;

/** Why one document is not received; whoever asks for several is told so of each. */
export const RefusedReceipt = z.enum([
  'delivery_not_found',
  'file_not_found',
  'revision_conflict',
  'already_decided',
  'signature_invalid',
  'file_differs',
]);

/** Of several that are received in one press: one of them, or why not. */
export const ReceiptOfOne = z.discriminatedUnion('outcome', [
  z.object({ outcome: z.literal('received'), id: DeliveryId, delivery: DeliveryView }),
  z.object({ outcome: z.literal('refused'), id: DeliveryId, code: RefusedReceipt }),
]);
export type ReceiptOfOne = z.infer<typeof ReceiptOfOne>;

/** What became of a report at each recipient, as its sender sees it. */
export const DeliveryProgress = z.object({
  recipientId: OrganizationId,
  recipientName: z.string(),
  status: DeliveryStatus,
  arrivedAt: Instant,
  openedAt: Instant.nullable(),
  receivedAt: Instant.nullable(),
  incomingNumber: z.number().int().nullable(),
  sentBackReason: z.string().nullable(),
});
export type DeliveryProgress = z.infer<typeof DeliveryProgress>;

/** A recipient who could not be reached, and what became of it, as the sender sees it. */
export const HeldProgress = z.object({
  recipientId: OrganizationId,
  recipientName: z.string(),
  status: HeldStatus,
  why: WhyHeld,
  since: Instant,
  at: Instant.nullable().describe('When the clerk decided, and to whom it went or why to nobody'),
  toName: z.string().nullable(),
  reason: z.string().nullable(),
});
export type HeldProgress = z.infer<typeof HeldProgress>;

/** The same as its sender's clerk sees it. */
export const HeldDeliveryRow = HeldDelivery;

/** And whom it could go to: the recipient itself, who follows it, who is above it. */
export const HeldDeliveryView = z.object({
  held: HeldDeliveryRow,
  offers: z.array(
    z.object({
      id: OrganizationId,
      name: z.string(),
      how: z.enum(['itself', 'successor', 'parent']),
    }),
  ),
});
export type HeldDeliveryView = z.infer<typeof HeldDeliveryView>;

export const EventView = AuditEvent.extend({ actorName: z.string() });
export type EventView = z.infer<typeof EventView>;

/** Is this file one that was issued here? */
export const FileView = z.discriminatedUnion('known', [
  z.object({ known: z.literal(false), sha256: Sha256 }),
  z.object({
    known: z.literal(true),
    ...KnownFile.omit({ reportId: true, versionId: true }).shape,
  }),
]);
export type FileView = z.infer<typeof FileView>;

/** Done; there is nothing else to say. */
export const Nothing = z.object({});

/** A part of a list and the cursor of the next. */
export const listOf = <Item extends z.ZodType>(item: Item) =>
  z.object({ items: z.array(item), cursor: z.string().nullable() });
