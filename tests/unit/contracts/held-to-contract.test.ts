// Is an answer that the contract does not know found? The judge of every answer that the suite is given over HTTP.
import { expect, test } from 'vitest';
import { STATUS_OF } from '../../../functions/contracts/problems.ts';
import { faultIn } from '../../support/run/held-to-contract.ts';

const json = { 'content-type': 'application/json' };
const answer = (statusCode: number, body: object, headers: Record<string, string> = json) => ({
  statusCode,
  headers,
  body: JSON.stringify(body),
  isBase64Encoded: false,
});
const refusal = (code: string, status: number, statusCode = status) =>
  answer(
    statusCode,
    { type: `urn:trinh-ky:problem:${code}`, title: code, status, code },
    { 'content-type': 'application/problem+json' },
  );
const SAVE = 'PUT /api/reports/{reportId}';
const none = { count: 0, more: false };
const counts = { arrived: none, opened: none, urgent: none };
const saved = { revision: 8, updatedAt: '2026-11-30T02:00:00.000Z' };

test('an answer as the contract has it is none', () => {
  expect(faultIn(SAVE, answer(200, saved, { ...json, etag: '"8"' }))).toBeNull();
  expect(faultIn(SAVE, refusal('revision_conflict', 412))).toBeNull();
  expect(faultIn('GET /api/undecided', answer(200, counts))).toBeNull();
});

test.each([
  ['rendering_changed', 'GET /api/reports/{reportId}/preview'],
  ['file_not_found', 'GET /api/reports/{reportId}/preview'],
  ['content_too_large', 'POST /api/imports/{reportId}'],
  ['certificate_key_mismatch', 'POST /api/enrolment/requests'],
  ['certificate_key_mismatch', 'POST /api/enrolment/certificates'],
] as const)('%s of a function that was asked is passed on: %s', (code, key) => {
  expect(faultIn(key, refusal(code, STATUS_OF[code]))).toBeNull();
});

test.each([
  ['a code that its route does not list', SAVE, refusal('chain_empty', 422), /chain_empty/],
  ['a code with another status', SAVE, refusal('status_wrong', 409, 400), /409.*400/],
  ['a status that its route does not answer', SAVE, answer(201, saved), /201/],
  ['an ETag that is not there', SAVE, answer(200, saved), /ETag/],
  [
    'an ETag that nobody is told of',
    'GET /api/undecided',
    answer(200, counts, { ...json, etag: '"1"' }),
    /ETag/,
  ],
  [
    'a field that is missing',
    'GET /api/undecided',
    answer(200, { ...counts, urgent: { count: 0 } }),
    /more/,
  ],
  ['a field too many', 'GET /api/undecided', answer(200, { ...counts, secret: 'x' }), /secret/],
  [
    'a field too many further in',
    'POST /api/verification/uploads',
    answer(201, {
      uploadId: `upl_${'0'.repeat(26)}`,
      upload: { url: 'https://a', fields: {}, expiresAt: saved.updatedAt, secret: 'x' },
    }),
    /upload\.secret/,
  ],
])('%s is one', (_, key, answered, fault) => {
  expect(faultIn(key, answered)).toMatch(fault);
});
