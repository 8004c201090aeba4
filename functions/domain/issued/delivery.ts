// Where is an issued report at one recipient? Arrived by itself, opened, received into the register, or sent back.
import * as z from 'zod';
import { ChainHead, EMPTY_CHAIN } from '../audit-event.ts';
import { Attachment } from '../content/attachment.ts';
import { DocumentType } from '../content/document-type-schema.ts';
import {
  DeliveryId,
  deliveryIdOf,
  Instant,
  OrganizationId,
  PersonId,
  ReportId,
  Sha256,
  SubmissionId,
} from '../ids.ts';
import { Refusal } from '../refusal.ts';
import { Issue } from './issue.ts';

/** The evidence of the press `Tiếp nhận, vào sổ`: who, when, which bytes, what the check said, which incoming number. */
export const Receipt = z.strictObject({
  by: PersonId,
  at: Instant,
  sha256: Sha256,
  /** The files that came with it. */
  attachments: z.array(Attachment.pick({ name: true, sha256: true })).default([]),
  /** Everybody whose signature was found valid. */
  signatures: z.array(z.strictObject({ signer: z.string(), organization: z.string().nullable() })),
  year: z.number().int(),
  incomingNumber: z.number().int().min(1),
});
export type Receipt = z.infer<typeof Receipt>;

const common = {
  id: DeliveryId,
  reportId: ReportId,
  submissionId: SubmissionId,
  senderId: OrganizationId,
  senderName: z.string(),
  recipientId: OrganizationId,
  type: DocumentType,
  subject: z.string(),
  issue: Issue,
  revision: z.number().int().min(1),
  arrivedAt: Instant,
  openedAt: Instant.nullable(),
  events: ChainHead,
};

export const Delivery = z.discriminatedUnion('status', [
  z.strictObject({ ...common, status: z.literal('arrived') }),
  z.strictObject({ ...common, status: z.literal('opened') }),
  z.strictObject({ ...common, status: z.literal('received'), receipt: Receipt }),
  z.strictObject({
    ...common,
    status: z.literal('sentBack'),
    sentBack: z.strictObject({ by: PersonId, at: Instant, reason: z.string() }),
  }),
]);
export type Delivery = z.infer<typeof Delivery>;
export const DeliveryStatus = z.enum(Delivery.options.map(({ shape }) => shape.status.value));
export type DeliveryStatus = z.infer<typeof DeliveryStatus>;

/** Nobody has received it or sent it back: somebody has something to do. */
export const isUndecided = ({ status }: Pick<Delivery, 'status'>): boolean =>
  status === 'arrived' || status === 'opened';
export type DeliveryIn<Status extends DeliveryStatus> = Extract<Delivery, { status: Status }>;

export const arrive = (start: {
  reportId: ReportId;
  submissionId: SubmissionId;
  senderId: OrganizationId;
  senderName: string;
  recipientId: OrganizationId;
  type: DocumentType;
  subject: string;
  issue: Issue;
  at: Instant;
}): Delivery => {
  const { at, ...rest } = start;
  return {
    ...rest,
    id: deliveryIdOf(start.reportId, start.recipientId),
    revision: 1,
    arrivedAt: at,
    openedAt: null,
    events: EMPTY_CHAIN,
    status: 'arrived',
  };
};

/**
 * It comes once more to an office that has sent it back, in the place of another: that the office would not have it for
 * itself says nothing of whoever's work it does now, and it may send it back again.
 */
export const comeAgain = (
  { sentBack: _, ...delivery }: DeliveryIn<'sentBack'>,
  at: Instant,
): DeliveryIn<'arrived'> => ({
  ...delivery,
  revision: delivery.revision + 1,
  arrivedAt: at,
  openedAt: null,
  status: 'arrived',
});

/** Somebody of the recipient looks at it for the first time. Opening again changes nothing. */
export const open = (delivery: Delivery, at: Instant): Delivery =>
  delivery.status === 'arrived'
    ? { ...delivery, status: 'opened', openedAt: at, revision: delivery.revision + 1 }
    : delivery;

const undecided = (delivery: Delivery) => {
  if (delivery.status === 'received' || delivery.status === 'sentBack') {
    throw new Refusal('already_decided', { facts: { status: delivery.status } });
  }
  const { status: _, ...rest } = delivery;
  return { ...rest, revision: delivery.revision + 1 };
};

/** Check, incoming number and receipt in one press. Refusals: already_decided, file_differs. */
export const receive = (delivery: Delivery, receipt: Receipt): Delivery => {
  const rest = undecided(delivery);
  if (receipt.sha256 !== delivery.issue.pdf.sha256) throw new Refusal('file_differs');
  return { ...rest, status: 'received', openedAt: rest.openedAt ?? receipt.at, receipt };
};

/** Wrongly sent, or its check failed. Refusals: already_decided, reason_missing. */
export const sendBack = (
  delivery: Delivery,
  by: PersonId,
  reason: string,
  at: Instant,
): DeliveryIn<'sentBack'> => {
  const rest = undecided(delivery);
  if (!reason.trim())
    throw new Refusal('reason_missing', { fields: [{ path: ['reason'], message: 'is required' }] });
  return {
    ...rest,
    status: 'sentBack',
    openedAt: rest.openedAt ?? at,
    sentBack: { by, at, reason: reason.trim() },
  };
};

/** A change that keeps the status, such as a download that the chain records. */
export const touchDelivery = (delivery: Delivery): Delivery => ({
  ...delivery,
  revision: delivery.revision + 1,
});
