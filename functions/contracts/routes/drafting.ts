// What may a drafter ask for? Write, look at, submit, withdraw and follow his reports.
import { z } from '@hono/zod-openapi';
import { ReportId, SubmissionId } from '../../domain/ids.ts';
import { ReportContent } from '../../domain/report-content.ts';
import { body, IdempotencyKey, IfMatch, json, PageQuery, route } from '../route.ts';
import {
  Chain,
  DeliveryProgress,
  EventView,
  FileLinkView,
  listOf,
  Me,
  OrganizationView,
  PersonView,
  ReportRow,
  ReportView,
} from '../views.ts';

const reportParams = z.object({ reportId: ReportId });

export const readMe = route({
  method: 'get',
  path: '/api/me',
  summary: 'Who I am and where I work',
  responses: { 200: json(Me, 'The signed-in person and his organization') },
});

export const listOrganizations = route({
  method: 'get',
  path: '/api/organizations',
  summary: 'Organizations that a report can be sent to',
  request: { query: PageQuery },
  responses: { 200: json(listOf(OrganizationView), 'Organizations that exist today') },
});

export const listPeople = route({
  method: 'get',
  path: '/api/people',
  summary: 'People of my organization, for the approval chain',
  responses: {
    200: json(z.object({ items: z.array(PersonView) }), 'Everybody whose office is not over'),
  },
});

export const createReport = route({
  method: 'post',
  path: '/api/reports',
  summary: 'Start a report',
  request: { headers: IdempotencyKey, body: body(z.strictObject({ content: ReportContent })) },
  responses: { 201: json(ReportView, 'The draft; its ETag is its revision') },
});

export const listReports = route({
  method: 'get',
  path: '/api/reports',
  summary: 'My reports, newest change first',
  request: { query: PageQuery },
  responses: { 200: json(listOf(ReportRow), 'A page of my reports') },
});

export const readReport = route({
  method: 'get',
  path: '/api/reports/{reportId}',
  summary: 'One report, whole',
  request: { params: reportParams },
  responses: { 200: json(ReportView, 'The report; its ETag is its revision') },
});

export const saveReport = route({
  method: 'put',
  path: '/api/reports/{reportId}',
  summary: 'Save the draft',
  request: {
    params: reportParams,
    headers: IfMatch,
    body: body(z.strictObject({ content: ReportContent })),
  },
  responses: {
    200: json(
      z.object({ revision: z.number().int(), updatedAt: z.string() }),
      'Saved; the ETag is the new revision',
    ),
  },
});

export const previewReport = route({
  method: 'get',
  path: '/api/reports/{reportId}/preview',
  summary: 'The PDF of the report as it stands, number and date blank',
  request: { params: reportParams },
  responses: { 200: json(FileLinkView, 'A link that shows the PDF') },
});

export const submitReport = route({
  method: 'post',
  path: '/api/reports/{reportId}/submissions',
  summary: 'Trình ký: freeze this version and send it through the approval chain',
  request: {
    params: reportParams,
    headers: IdempotencyKey.extend(IfMatch.shape),
    /** Without a chain, the organization's own is used. */
    body: body(z.strictObject({ chain: Chain.optional() })),
  },
  responses: {
    201: json(z.object({ submissionId: SubmissionId, revision: z.number().int() }), 'Submitted'),
  },
});

export const withdrawReport = route({
  method: 'post',
  path: '/api/reports/{reportId}/withdrawal',
  summary: 'Rút lại: take it back before it is signed',
  request: { params: reportParams, headers: IdempotencyKey },
  responses: { 200: json(ReportView, 'A draft again, next version') },
});

export const readHistory = route({
  method: 'get',
  path: '/api/reports/{reportId}/history',
  summary: 'What happened to the report, oldest first',
  request: { params: reportParams, query: PageQuery },
  responses: { 200: json(listOf(EventView), 'A page of its audit chain') },
});

export const listReportDeliveries = route({
  method: 'get',
  path: '/api/reports/{reportId}/deliveries',
  summary: 'What became of the issued report at each recipient',
  request: { params: reportParams },
  responses: {
    200: json(z.object({ items: z.array(DeliveryProgress) }), 'One row for each recipient'),
  },
});
