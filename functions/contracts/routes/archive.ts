// How does one get an issued file? For the sender's people and the recipients', by a link that lasts a minute.
import { z } from '@hono/zod-openapi';
import { ReportId, Sha256 } from '../../domain/ids.ts';
import { IssuedFormat } from '../../domain/issued/issue.ts';
import { json, route } from '../route.ts';
import { FileLinkView } from '../views.ts';

export const linkIssuedFile = route({
  method: 'get',
  path: '/api/issued/{reportId}/{format}',
  summary: 'A download link for the signed PDF, or for the DOCX that is for reuse only',
  request: { params: z.object({ reportId: ReportId, format: IssuedFormat }) },
  responses: { 200: json(FileLinkView, 'A link to exactly the issued version') },
  refuses: ['report_not_found', 'file_not_found', 'revision_conflict', 'status_wrong'],
});

export const linkIssuedAttachment = route({
  method: 'get',
  path: '/api/issued/{reportId}/attachments/{sha256}',
  summary: 'A download link for a file that was issued with the report',
  request: { params: z.object({ reportId: ReportId, sha256: Sha256 }) },
  responses: {
    200: json(FileLinkView, 'A link to exactly the issued version, under its own name'),
  },
  refuses: ['report_not_found', 'file_not_found', 'revision_conflict', 'status_wrong'],
});
