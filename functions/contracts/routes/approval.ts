// What may a reviewer or a signer ask for? What waits for them, what they are to decide on, and to decide.
import { z } from '@hono/zod-openapi';
import { Correction } from '../../domain/content/correction.ts';
import { CommentText, Reason } from '../../domain/content/text.ts';
import { Urgency } from '../../domain/content/urgency.ts';
import { Sha256, SubmissionId } from '../../domain/ids.ts';
import { DecisionKind } from '../../domain/workflow/submission.ts';
import { body, IdempotencyKey, json, PageQuery, route } from '../route.ts';
import {
  DecidedRow,
  DecisionView,
  EarlierVersion,
  listOf,
  Overview,
  SubmissionView,
  WaitingRow,
} from '../views.ts';

const submissionParams = z.object({ submissionId: SubmissionId });

export const listWaiting = route({
  method: 'get',
  path: '/api/waiting',
  summary: 'What waits for my decision: the most urgent first, then the longest waiting',
  request: { query: PageQuery },
  responses: { 200: json(listOf(WaitingRow), 'A page of what waits for me') },
  refuses: ['not_permitted'],
});

export const listDecided = route({
  method: 'get',
  path: '/api/decided',
  summary: 'What I have signed, agreed to, returned or rejected, latest first',
  request: { query: PageQuery },
  responses: { 200: json(listOf(DecidedRow), 'A page of my decisions') },
});

export const readOverview = route({
  method: 'get',
  path: '/api/overview',
  summary: 'What waits for me, what my office issued this month, how long its rounds take',
  responses: { 200: json(Overview, 'Figures of a signer') },
  refuses: ['not_permitted'],
});

export const readSubmission = route({
  method: 'get',
  path: '/api/submissions/{submissionId}',
  summary: 'What I am to decide on, with its hash and the page that will be signed',
  request: { params: submissionParams },
  responses: { 200: json(DecisionView, 'For everybody of the chain') },
  refuses: ['not_permitted', 'submission_not_found'],
});

export const readEarlierVersion = route({
  method: 'get',
  path: '/api/submissions/{submissionId}/earlier',
  summary: 'The version that I decided on before this one, or else the latest before it',
  request: { params: submissionParams },
  responses: {
    200: json(
      z.object({ earlier: EarlierVersion.nullable() }),
      'Null for a report that is submitted for the first time',
    ),
  },
  refuses: ['not_permitted', 'submission_not_found'],
});

export const comment = route({
  method: 'post',
  path: '/api/submissions/{submissionId}/comments',
  summary: 'Remark on it without deciding',
  request: {
    params: submissionParams,
    headers: IdempotencyKey,
    body: body(z.strictObject({ text: CommentText })),
  },
  responses: { 200: json(SubmissionView, 'Seen by everybody of the chain and the drafter') },
  refuses: [
    'not_permitted',
    'submission_not_found',
    'revision_conflict',
    'status_wrong',
    'comments_full',
  ],
});

export const decideUrgency = route({
  method: 'post',
  path: '/api/submissions/{submissionId}/urgency',
  summary: 'Decide on another urgency before signing: a new page of the same version',
  request: {
    params: submissionParams,
    headers: IdempotencyKey,
    body: body(z.strictObject({ urgency: Urgency.nullable(), contentHash: Sha256 })),
  },
  responses: { 201: json(SubmissionView, 'The submission to sign from now on') },
  refuses: [
    'not_permitted',
    'not_asked',
    'submission_not_found',
    'revision_conflict',
    'status_wrong',
    'content_changed',
  ],
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
        pageHash: Sha256.optional().describe('Of the page that was shown; required to sign'),
        reason: Reason.optional().describe('Required, and not blank, to return or reject'),
        correction: Correction.optional().describe(
          'With a return: other words, which the drafter takes in one press or leaves',
        ),
      }),
    ),
  },
  responses: { 200: json(SubmissionView, 'Decided; repeating it repeats the answer') },
  refuses: [
    'text_unprintable',
    'reason_missing',
    'not_permitted',
    'not_asked',
    'signer_saved_this_version',
    'sign_in_stale',
    'access_unsettled',
    'submission_not_found',
    'revision_conflict',
    'status_wrong',
    'already_decided',
    'content_changed',
  ],
});
