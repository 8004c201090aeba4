// What may anyone ask, without signing in? Whether a file was issued here, and what the API looks like.
import { z } from '@hono/zod-openapi';
import { Sha256, UploadId } from '../../domain/ids.ts';
import { json, route, tagged } from '../route.ts';
import { VerificationView } from '../verification-view.ts';
import { FileView, UploadFormView } from '../views.ts';

const UploadStarted = z.object({ uploadId: UploadId, upload: UploadFormView });

export const findFile = route({
  method: 'get',
  path: '/api/verification/files/{sha256}',
  summary: 'Is the file with this SHA-256 one that was issued here?',
  security: [],
  request: { params: z.object({ sha256: Sha256 }) },
  responses: { 200: json(FileView, 'Known or not') },
});

export const startVerification = route({
  method: 'post',
  path: '/api/verification/uploads',
  summary:
    'A form that uploads a PDF of at most 25 MB, to have its signatures checked; kept for a day',
  security: [],
  responses: {
    201: json(UploadStarted, 'Post the file with these fields before it, within five minutes'),
  },
});

export const readVerification = route({
  method: 'get',
  path: '/api/verification/uploads/{uploadId}',
  summary: 'Who signed the uploaded PDF, is it unchanged, and was this very file issued here?',
  security: [],
  request: { params: z.object({ uploadId: UploadId }) },
  responses: { 200: json(VerificationView, 'Judged at the moment of asking') },
  refuses: ['file_not_pdf', 'file_not_found'],
});

export const readOpenApi = route({
  method: 'get',
  path: '/api/openapi.json',
  summary: 'This API, as OpenAPI 3.1',
  security: [],
  responses: {
    200: tagged(json(z.record(z.string(), z.unknown()), 'The document'), 'Document'),
    304: { description: 'Nothing new' },
  },
});
