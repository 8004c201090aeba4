// What may a reviewer or a signer ask for? What waits for him, what he is to decide on, and to decide.
import { z } from '@hono/zod-openapi';
import { Sha256, SubmissionId } from '../../domain/ids.ts';
import { DecisionKind } from '../../domain/submission.ts';
import { Reason } from '../../domain/text.ts';
import { body, IdempotencyKey, json, PageQuery, route } from '../route.ts';
import { DecisionView, listOf, SubmissionView, WaitingRow } from '../views.ts';

const submissionParams = z.object({ submissionId: SubmissionId });

export const listWaiting = route({
  method: 'get',
  path: '/api/waiting',
  summary: 'What waits for my decision, longest first',
  request: { query: PageQuery },
  responses: { 200: json(listOf(WaitingRow), 'A page of what waits for me') },
});

export const readSubmission = route({
  method: 'get',
  path: '/api/submissions/{submissionId}',
  summary: 'What I am to decide on, with its hash and the page that will be signed',
  request: { params: submissionParams },
  responses: { 200: json(DecisionView, 'For everybody of the chain') },
});

export const decide = route({
  method: 'post',
  path: '/api/submissions/{submissionId}/decisions',
  summary: 'Agree, sign, return or reject exactly what was read',
  request: {
    params: submissionParams,
    headers: IdempotencyKey,
    body: body(
      z.strictObject({
        kind: DecisionKind,
        contentHash: Sha256,
        /** The hash of the page that was shown; required to sign. */
        pageHash: Sha256.optional(),
        /** Required to return or reject. */
        reason: Reason.optional(),
      }),
    ),
  },
  responses: { 200: json(SubmissionView, 'Decided; repeating it repeats the answer') },
});
