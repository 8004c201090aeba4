// What may a recipient officer ask for? His organization's deliveries, receiving them, sending them back, and the incoming register.
import { z } from '@hono/zod-openapi';
import { DeliveryId } from '../../domain/ids.ts';
import { Reason } from '../../domain/text.ts';
import { body, IdempotencyKey, json, PageQuery, route } from '../route.ts';
import { DeliveryStatusView, DeliveryView, IncomingRow, listOf } from '../views.ts';

const params = z.object({ deliveryId: DeliveryId });

export const listDeliveries = route({
  method: 'get',
  path: '/api/deliveries',
  summary: 'What came to my organization, newest first',
  request: { query: PageQuery.extend({ status: DeliveryStatusView.optional() }) },
  responses: { 200: json(listOf(DeliveryView), 'A page of the inbox') },
});

export const openDelivery = route({
  method: 'get',
  path: '/api/deliveries/{deliveryId}',
  summary: 'One delivery; the first look marks it as opened',
  request: { params },
  responses: { 200: json(DeliveryView, 'The delivery') },
});

export const receiveDelivery = route({
  method: 'post',
  path: '/api/deliveries/{deliveryId}/receipt',
  summary: 'Tiếp nhận, vào sổ: check the signatures, take an incoming number, give a receipt',
  request: { params, headers: IdempotencyKey },
  responses: { 200: json(DeliveryView, 'Received') },
});

export const sendDeliveryBack = route({
  method: 'post',
  path: '/api/deliveries/{deliveryId}/return',
  summary: 'Trả lại nơi gửi',
  request: {
    params,
    headers: IdempotencyKey,
    body: body(z.strictObject({ reason: Reason })),
  },
  responses: { 200: json(DeliveryView, 'Sent back') },
});

export const listIncoming = route({
  method: 'get',
  path: '/api/registers/incoming',
  summary: 'Sổ đăng ký văn bản đến',
  request: { query: PageQuery.extend({ year: z.coerce.number().int().min(2000).max(2200) }) },
  responses: { 200: json(listOf(IncomingRow), 'A page of the register, by number') },
});
