// What may anyone ask, without signing in? Whether a file was issued here, and what the API looks like.
import { z } from '@hono/zod-openapi';
import { Sha256 } from '../../domain/ids.ts';
import { json, route } from '../route.ts';
import { FileView } from '../views.ts';

export const findFile = route({
  method: 'get',
  path: '/api/verification/files/{sha256}',
  summary: 'Is the file with this SHA-256 one that was issued here?',
  security: [],
  request: { params: z.object({ sha256: Sha256 }) },
  responses: { 200: json(FileView, 'Known or not') },
});

export const readOpenApi = route({
  method: 'get',
  path: '/api/openapi.json',
  summary: 'This API, as OpenAPI 3.1',
  security: [],
  responses: { 200: json(z.record(z.string(), z.unknown()), 'The document') },
});
