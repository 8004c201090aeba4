// What is each schema called in the API's description? By its name in the code, without what only the code tells apart by it.
// What has no name of its own is named after where it stands: a field's object, a list's row, a variant's kind.
import { z } from '@hono/zod-openapi';
import { Happening } from '../domain/audit-event.ts';
import { Attachment } from '../domain/content/attachment.ts';
import { Align, Block, DivisionUnit, Run } from '../domain/content/block.ts';
import { Correction, Replacement } from '../domain/content/correction.ts';
import { DocumentType } from '../domain/content/document-type-schema.ts';
import { Finding, KeptFinding } from '../domain/content/finding.ts';
import { ImportNote } from '../domain/content/import-note.ts';
import { RecipientLine, ReportContent, SignatureBlock } from '../domain/content/report-content.ts';
import { Urgency } from '../domain/content/urgency.ts';
import { AccessKind } from '../domain/directory/access-change.ts';
import { Check, ChecklistLine, Presser } from '../domain/directory/checklist.ts';
import {
  OrganizationEntry,
  PersonEntry,
  SettingsEntry,
} from '../domain/directory/directory-entry.ts';
import { KeptIn, KeyHolder } from '../domain/directory/key-holder.ts';
import {
  ApprovalRound,
  Organization,
  OrganizationSettings,
  Role,
  RoundKind,
  WhoSeals,
} from '../domain/directory/organization.ts';
import { OrganizationChange, PersonChange, SettingsChange } from '../domain/directory-happening.ts';
import { Wrong, WrongAltogether } from '../domain/field-problem.ts';
import {
  DeliveryId,
  Instant,
  OrganizationId,
  PersonId,
  ReportId,
  Sha256,
  SubmissionId,
  UploadId,
} from '../domain/ids.ts';
import { DeliveryStatus, Receipt } from '../domain/issued/delivery.ts';
import { HeldDelivery, HeldStatus, Unreachable, WhyHeld } from '../domain/issued/held-delivery.ts';
import {
  DocumentNumber,
  Issue,
  IssuedAttachment,
  IssuedFile,
  IssuedFormat,
} from '../domain/issued/issue.ts';
import {
  IncomingEntry,
  OutgoingEntry,
  RegisterCounter,
  Series,
} from '../domain/issued/register.ts';
import { OfficeDay } from '../domain/office-calendar.ts';
import { TemplateName } from '../domain/outlines/template.ts';
import { IssueStep } from '../domain/workflow/issue-step.ts';
import { ComeBack, ReportStatus } from '../domain/workflow/report.ts';
import { ReportState, ReportSummary } from '../domain/workflow/report-summary.ts';
import { Standing } from '../domain/workflow/standing.ts';
import {
  Comment,
  Decision,
  DecisionKind,
  NumberGiven,
  SubmissionState,
} from '../domain/workflow/submission.ts';
import { Wait, WaitKind } from '../domain/workflow/wait.ts';
import * as directory from './directory-views.ts';
import { GatewayMessage, Problem, ProblemCode } from './problems.ts';
import { GivenReason, NumberOrder } from './route.ts';
import * as verification from './verification-view.ts';
import * as views from './views.ts';

/**
 * The schemas that others speak of. `…View` is how the code tells what is shown from what is stored. Whoever adds a choice
 * that stands in several shapes names it here; else it is called after the first place.
 */
const NAMED = {
  AccessChange: views.AccessChangeView,
  AccessKind,
  Account: directory.AccountView,
  AgencyLine: Organization.shape.agencyLines.element,
  Align,
  AskedAccessChange: directory.AskedAccessChange,
  AuditEvent: views.EventView,
  Appendix: ReportContent.shape.appendices.unwrap().element,
  ApprovalRound,
  Attachment,
  Block,
  Certificate: views.CertificateView,
  Check,
  ChecklistLine,
  ChangesAllowed: verification.SignatureView.shape.changesAllowed,
  Circulation: ReportContent.shape.circulation.unwrap().unwrap(),
  ComeBack,
  Comment,
  Correction,
  DecidedRow: views.DecidedRow,
  Decision,
  DecisionKind,
  Delivery: views.DeliveryView,
  DeliveryId,
  DeliveryProgress: views.DeliveryProgress,
  DeliveryStatus,
  DivisionUnit,
  DocumentNumber,
  DocumentType,
  DrafterMark: ReportContent.shape.drafterMark.unwrap().unwrap(),
  EarlierVersion: views.EarlierVersion,
  Event: Happening,
  Explanation: views.ReportView.shape.rejection.unwrap(),
  FileJudgement: verification.VerificationView.shape.file,
  FileLink: views.FileLinkView,
  PreviewLink: views.PreviewLinkView,
  Finding,
  GatewayMessage,
  GivenContent: views.GivenContent,
  GivenReason,
  HeldDelivery,
  HeldDeliveryAndOffers: views.HeldDeliveryView,
  HeldProgress: views.HeldProgress,
  HeldStatus,
  ImportNote,
  IncomingEntry,
  Instant,
  Integrity: verification.SignatureView.shape.integrity,
  Issue,
  IssuedAttachment,
  IssuedFile,
  IssuedFormat,
  IssueStep,
  KeptFinding,
  KeptIn,
  KeyHolder,
  KnownFile: views.FileView,
  Link: views.LinkView,
  MayPress: views.DecisionView.shape.may.element,
  Me: views.Me,
  MyOrganization: views.Me.shape.organization,
  Nothing: views.Nothing,
  NumberGiven,
  NumberSeries: OrganizationSettings.shape.series,
  OfficeDay,
  Organization: views.OrganizationView,
  OrganizationChange,
  OrganizationEntry,
  OrganizationId,
  OrganizationRecord: directory.OrganizationRecord,
  OrganizationRow: directory.OrganizationRow,
  OrganizationSettings,
  NumberOrder,
  OutgoingEntry,
  Overview: views.Overview,
  OverviewRound: views.Overview.shape.rounds.element,
  Patch: Finding.shape.fix.unwrap().element,
  Person: views.PersonView,
  PersonAndTitle: views.SubmissionView.shape.people.element,
  PersonAtWork: directory.PersonAtWork,
  PersonChange,
  PersonEntry,
  PersonId,
  PersonName: views.ReportView.shape.drafter,
  PersonRecord: directory.PersonRecord,
  Presser,
  Problem,
  ProblemCode,
  Receipt,
  ReceiptOfOne: views.ReceiptOfOne,
  RecipientLine,
  RefusedReceipt: views.RefusedReceipt,
  RegisterCounter,
  Replacement,
  Report: views.ReportView,
  ReportContent,
  ReportId,
  ReportRow: views.ReportRow,
  ReportState,
  ReportStatus,
  ReportSummary,
  Revocation: verification.SignatureView.shape.revocation,
  RevocationJudgement: verification.SignatureView.shape.revocation.shape.judgement,
  Role,
  RoundKind,
  Run,
  Series,
  Session: views.SessionView,
  SettingsChange,
  SettingsEntry,
  Severity: Finding.shape.severity,
  Sha256,
  Signature: verification.SignatureView,
  SignatureBlock,
  Signer: verification.SignatureView.shape.signer.unwrap(),
  SigningMeans: views.KeyHolderView,
  Standing,
  Submission: views.SubmissionView,
  SubmissionId,
  SubmissionState,
  SubmissionToDecide: views.DecisionView,
  TemplateName,
  TemplateRow: views.TemplateRow,
  Trust: verification.SignatureView.shape.trust,
  Unreachable,
  UnsentMailRow: directory.UnsentMailRow,
  UploadForm: views.UploadFormView,
  UploadId,
  Urgency,
  Valid: verification.Valid,
  Verdict: verification.SignatureView.shape.verdict,
  Verification: verification.VerificationView,
  Wait,
  WaitKind,
  WaitingRow: views.WaitingRow,
  WhoSeals,
  WhyHeld,
  WithoutTimestamp: OrganizationSettings.shape.withoutTimestamp,
  WordsSetAside: views.WordsSetAsideView,
  WordsSetAsideRow: views.WordsSetAsideRowView,
  WrittenAgencyLine: ReportContent.shape.agencyLines.element,
  WrittenSignature: ReportContent.shape.signature,
  Wrong,
  WrongAltogether,
} satisfies Record<string, z.ZodType>;

/** Schemas by their names. */
export type Names = ReturnType<typeof z.registry<{ id: string }>>;

const capital = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);

/** Of a list's name: what stands in `rounds` is a `round`. */
const singular = (name: string): string => name.replace(/ies$/, 'y').replace(/([^s])s$/, '$1');

type Def = {
  type: string;
  /** Of what may be missing, or null. */
  innerType?: z.ZodType;
  element: z.ZodType;
  shape: Record<string, z.ZodType>;
  options: z.ZodType[];
  discriminator?: string;
};

/** The kinds of what has a name: objects, choices of words, and unions whose variants say which they are. */
const wantsName = ({ type, discriminator, options = [] }: Def): boolean =>
  type === 'object' ||
  type === 'enum' ||
  discriminator !== undefined ||
  (type === 'union' && options.every(({ def }) => def.type === 'literal'));

const nameOnce = (names: Names, schema: z.ZodType, id: string): void => {
  const bearer = names._idmap.get(id);
  if (bearer !== undefined && bearer !== schema) throw new Error(`two schemas are called ${id}`);
  names.add(schema, { id });
};

/** Names a schema, unless it has a name, and what stands in it after that. */
export const nameSchema = (names: Names, schema: z.ZodType, name: string): void => {
  const def = schema.def as unknown as Def;
  if (def.innerType !== undefined) {
    nameSchema(names, def.innerType, name);
    return;
  }
  if (def.type === 'array') {
    nameSchema(names, def.element, singular(name));
    return;
  }
  // A field that is described for itself is still what it was made from.
  const { parent } = schema._zod;
  if (parent !== undefined && names.has(parent)) return;
  const { id = name } = names.get(schema) ?? {};
  if (wantsName(def)) nameOnce(names, schema, id);
  nameParts(names, schema, id);
};

const nameParts = (names: Names, schema: z.ZodType, name: string): void => {
  const { shape, options, discriminator } = schema.def as unknown as Def;
  for (const [field, part] of Object.entries(shape ?? {})) {
    nameSchema(names, part, name + capital(field));
  }
  if (schema.def.type !== 'union') return;
  for (const option of options) {
    const [kind] = option._zod.propValues?.[discriminator ?? ''] ?? [''];
    nameSchema(names, option, capital(String(kind)) + name);
  }
};

/** What a person has given its name. */
export const isNamedByHand = (id: string): boolean => id in NAMED;

/** Every schema that others speak of, and whatever stands in it, under its name. */
export const namedSchemas = (): Names => {
  const names: Names = z.registry<{ id: string }>();
  const named = Object.entries(NAMED);
  for (const [id, schema] of named) names.add(schema, { id });
  for (const [id, schema] of named) nameParts(names, schema, id);
  return names;
};
