// What may a recipient officer ask for? Their organization's deliveries, receiving them, sending them back, and the incoming register.
import { z } from '@hono/zod-openapi';
import { DocumentType } from '../../domain/content/document-type-schema.ts';
import { DeliveryId, OrganizationId } from '../../domain/ids.ts';
import { DeliveryStatus } from '../../domain/issued/delivery.ts';
import { MOST_RECEIVED } from '../../domain/issued/received-at-once.ts';
import {
  body,
  DaysQuery,
  daysInOrder,
  GivenReason,
  IdempotencyKey,
  json,
  PageQuery,
  RegisterQuery,
  route,
  Words,
} from '../route.ts';
import { VerificationView } from '../verification-view.ts';
import { DeliveryView, IncomingRow, listOf, ReceiptOfOne, RefusedReceipt } from '../views.ts';

const params = z.object({ deliveryId: DeliveryId });

export const listDeliveries = route({
  method: 'get',
  path: '/api/deliveries',
  summary: 'What came to my organization, newest first; all of it, or what is looked for',
  request: {
    query: daysInOrder(
      PageQuery.extend({
        ...DaysQuery.shape,
        status: DeliveryStatus.optional(),
        sender: OrganizationId.optional(),
        type: DocumentType.optional(),
        urgent: z
          .literal('true')
          .optional()
          .describe('What is urgent; without a `status`, of what nobody has received or sent back'),
        words: Words.default(''),
      }),
    ),
  },
  responses: { 200: json(listOf(DeliveryView), 'A page of the inbox') },
  refuses: ['not_permitted'],
});

/** `more`: counted no further than the newest 99 of each state. */
const Counted = z.object({ count: z.number().int(), more: z.boolean() });

export const countUndecided = route({
  method: 'get',
  path: '/api/undecided',
  summary: 'How many documents my organization has neither received nor sent back',
  responses: {
    200: json(
      z.object({
        arrived: Counted,
        opened: Counted,
        urgent: Counted,
      }),
      'The newest 99 of each state; `more`: there are others',
    ),
  },
  refuses: ['not_permitted'],
});

export const openDelivery = route({
  method: 'get',
  path: '/api/deliveries/{deliveryId}',
  summary: 'One delivery; the first look marks it as opened',
  request: { params },
  responses: { 200: json(DeliveryView, 'The delivery') },
  refuses: ['not_permitted', 'delivery_not_found', 'revision_conflict'],
});

export const verifyDelivery = route({
  method: 'get',
  path: '/api/deliveries/{deliveryId}/verification',
  summary: 'Who signed the delivered PDF, and is it unchanged?',
  request: { params },
  responses: { 200: json(VerificationView, 'What the receipt will rest on') },
  refuses: ['not_permitted', 'delivery_not_found', 'file_not_found', 'file_differs'],
});

const Several = z
  .array(DeliveryId)
  .min(1)
  .max(MOST_RECEIVED)
  .superRefine((ids, context) => {
    if (ids.length > MOST_RECEIVED) return;
    const before = new Set<string>();
    for (const [index, id] of ids.entries()) {
      if (before.has(id))
        context.addIssue({ code: 'custom', path: [index], message: 'is named before' });
      before.add(id);
    }
  })
  .describe('In the order in which they are numbered; none twice');

export const receiveDeliveries = route({
  method: 'post',
  path: '/api/receipts',
  summary:
    'Tiếp nhận, vào sổ, of several, one after the other: one that is refused holds up no other',
  request: { headers: IdempotencyKey, body: body(z.strictObject({ deliveries: Several })) },
  responses: {
    200: json(
      z.object({
        results: z.array(ReceiptOfOne),
      }),
      'What became of each, in that order',
    ),
  },
  refuses: ['not_permitted'],
});

export const receiveDelivery = route({
  method: 'post',
  path: '/api/deliveries/{deliveryId}/receipt',
  summary: 'Tiếp nhận, vào sổ: check the signatures, take an incoming number, give a receipt',
  request: { params, headers: IdempotencyKey },
  responses: { 200: json(DeliveryView, 'Received') },
  refuses: ['not_permitted', ...RefusedReceipt.options],
});

export const sendDeliveryBack = route({
  method: 'post',
  path: '/api/deliveries/{deliveryId}/return',
  summary: 'Trả lại nơi gửi',
  request: {
    params,
    headers: IdempotencyKey,
    body: body(GivenReason),
  },
  responses: { 200: json(DeliveryView, 'Sent back') },
  refuses: [
    'reason_missing',
    'not_permitted',
    'delivery_not_found',
    'revision_conflict',
    'already_decided',
  ],
});

export const listIncoming = route({
  method: 'get',
  path: '/api/registers/incoming',
  summary: 'Sổ đăng ký văn bản đến',
  request: { query: daysInOrder(RegisterQuery) },
  responses: { 200: json(listOf(IncomingRow), 'A page of the register, by number') },
  refuses: ['not_permitted'],
});
