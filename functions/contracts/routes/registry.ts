// What may a clerk ask for? What waits for the seal or is stuck, and the register of outgoing documents.
import { z } from '@hono/zod-openapi';
import { OrganizationId, ReportId, SubmissionId } from '../../domain/ids.ts';
import { Series } from '../../domain/issued/register.ts';
import {
  body,
  daysInOrder,
  GivenReason,
  IdempotencyKey,
  json,
  PageQuery,
  RegisterQuery,
  route,
} from '../route.ts';
import {
  FileLinkView,
  HeldDeliveryRow,
  HeldDeliveryView,
  listOf,
  OutgoingRow,
  SubmissionView,
  WaitingRow,
} from '../views.ts';

const params = z.object({ submissionId: SubmissionId });

export const listRegistry = route({
  method: 'get',
  path: '/api/registry',
  summary: 'What waits for a clerk: the seal, or help',
  request: { query: PageQuery },
  responses: { 200: json(listOf(WaitingRow), 'A page; `wait.kind` is seal or stuck') },
  refuses: ['not_permitted'],
});

export const readRegistrySubmission = route({
  method: 'get',
  path: '/api/registry/{submissionId}',
  summary: 'How a submission of my organization stands',
  request: { params },
  responses: { 200: json(SubmissionView, 'For a clerk') },
  refuses: ['not_permitted', 'submission_not_found'],
});

export const linkSignedRevision = route({
  method: 'get',
  path: '/api/registry/{submissionId}/signed',
  summary: 'The PDF with the person’s signature alone, to be printed and stamped with the wet seal',
  request: { params },
  responses: { 200: json(FileLinkView, 'A link that shows it') },
  refuses: ['not_permitted', 'submission_not_found', 'file_not_found', 'status_wrong'],
});

export const sealAndIssue = route({
  method: 'post',
  path: '/api/registry/{submissionId}/seal',
  summary: 'Ký số cơ quan và phát hành',
  request: { params, headers: IdempotencyKey },
  responses: { 200: json(SubmissionView, 'The seal may be applied; issuing goes on') },
  refuses: [
    'not_permitted',
    'access_unsettled',
    'submission_not_found',
    'revision_conflict',
    'status_wrong',
  ],
});

export const resumeIssue = route({
  method: 'post',
  path: '/api/registry/{submissionId}/resumption',
  summary: 'Let a stuck issue go on; its number is kept',
  request: { params, headers: IdempotencyKey },
  responses: { 200: json(SubmissionView, 'Going on') },
  refuses: ['not_permitted', 'submission_not_found', 'revision_conflict', 'status_wrong'],
});

export const giveUpIssue = route({
  method: 'post',
  path: '/api/registry/{submissionId}/giving-up',
  summary: 'Give a stuck issue up: its number, if it has one, stays in the register as void',
  request: {
    params,
    headers: IdempotencyKey,
    body: body(GivenReason),
  },
  responses: { 200: json(SubmissionView, 'Given up; the report is its drafter’s again') },
  refuses: [
    'reason_missing',
    'not_permitted',
    'submission_not_found',
    'revision_conflict',
    'status_wrong',
  ],
});

const heldParams = z.object({ reportId: ReportId, recipientId: OrganizationId });

export const listHeldDeliveries = route({
  method: 'get',
  path: '/api/held-deliveries',
  summary: 'Recipients of issued reports who could not be reached, for the clerk to decide',
  request: { query: PageQuery },
  responses: {
    200: json(listOf(HeldDeliveryRow), 'A page: most urgent first, then longest waiting'),
  },
  refuses: ['not_permitted'],
});

export const readHeldDelivery = route({
  method: 'get',
  path: '/api/held-deliveries/{reportId}/{recipientId}',
  summary: 'One of them, and whom it could go to',
  request: { params: heldParams },
  responses: { 200: json(HeldDeliveryView, 'For a clerk') },
  refuses: ['not_permitted', 'delivery_not_found'],
});

export const sendHeldDelivery = route({
  method: 'post',
  path: '/api/held-deliveries/{reportId}/{recipientId}/sending',
  summary: 'Send it to this organization, or to the same one if it can be reached again',
  request: {
    params: heldParams,
    headers: IdempotencyKey,
    body: body(z.strictObject({ organizationId: OrganizationId })),
  },
  responses: { 200: json(HeldDeliveryRow, 'It has arrived there') },
  refuses: [
    'recipient_closed',
    'recipient_unattended',
    'recipient_sent_back',
    'not_permitted',
    'delivery_not_found',
    'organization_not_found',
    'revision_conflict',
    'already_decided',
  ],
});

export const writeOffHeldDelivery = route({
  method: 'post',
  path: '/api/held-deliveries/{reportId}/{recipientId}/writing-off',
  summary: 'It goes to nobody; the report’s history says why',
  request: {
    params: heldParams,
    headers: IdempotencyKey,
    body: body(GivenReason),
  },
  responses: { 200: json(HeldDeliveryRow, 'Written off') },
  refuses: [
    'reason_missing',
    'not_permitted',
    'delivery_not_found',
    'revision_conflict',
    'already_decided',
  ],
});

export const listOutgoing = route({
  method: 'get',
  path: '/api/registers/outgoing',
  summary: 'Sổ đăng ký văn bản đi',
  request: {
    query: daysInOrder(RegisterQuery.extend({ series: Series.default('baoCao') })),
  },
  responses: { 200: json(listOf(OutgoingRow), 'A page of the register, by number') },
  refuses: ['not_permitted'],
});
