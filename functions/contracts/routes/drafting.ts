// What may a drafter ask for? Write, look at, submit, withdraw and follow their reports.
import { z } from '@hono/zod-openapi';
import { Attachment } from '../../domain/content/attachment.ts';
import { Correction } from '../../domain/content/correction.ts';
import { Finding, MOST_FINDINGS } from '../../domain/content/finding.ts';
import { ImportNote, MOST_NOTES_TOLD } from '../../domain/content/import-note.ts';
import { ReportContent } from '../../domain/content/report-content.ts';
import { Chain } from '../../domain/directory/organization.ts';
import { Instant, ReportId, Sha256, SubmissionId } from '../../domain/ids.ts';
import { TemplateName } from '../../domain/outlines/template.ts';
import { ReportState } from '../../domain/workflow/report-summary.ts';
import { PASSED_ON } from '../passed-on.ts';
import { body, IdempotencyKey, IfMatch, json, PageQuery, route, tagged, Words } from '../route.ts';
import {
  DeliveryProgress,
  EventView,
  FileLinkView,
  GivenContent,
  HeldProgress,
  LinkView,
  listOf,
  Me,
  Nothing,
  OrganizationView,
  PersonView,
  PreviewLinkView,
  ReportRow,
  ReportView,
  TemplateRow,
  UploadFormView,
  WordsSetAsideRowView,
  WordsSetAsideView,
} from '../views.ts';

const ImportNotes = z.array(ImportNote).max(MOST_NOTES_TOLD);

const ImportStarted = z.object({ reportId: ReportId, upload: UploadFormView });

const ImportedView = z.object({ reportId: ReportId, notes: ImportNotes });

const Beginning = z.object({ content: ReportContent });

const reportParams = z.object({ reportId: ReportId });
/** A template of an organization bears the name of the report that it was made from. */
const templateParams = z.object({ templateId: ReportId });

export const readMe = route({
  method: 'get',
  path: '/api/me',
  summary: 'Who I am and where I work',
  responses: { 200: json(Me, 'The signed-in person and their organization') },
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
  request: { headers: IdempotencyKey, body: body(GivenContent) },
  responses: { 201: tagged(json(ReportView, 'The draft; its ETag is its revision'), 'Revision') },
  refuses: [
    'text_unprintable',
    'not_permitted',
    'report_not_found',
    'revision_conflict',
    'status_wrong',
  ],
});

export const listTemplates = route({
  method: 'get',
  path: '/api/templates',
  summary: 'What a report can begin with',
  responses: {
    200: json(
      z.object({ items: z.array(TemplateRow) }),
      'The common outlines, then the templates of my organization',
    ),
  },
});

export const beginWithTemplate = route({
  method: 'get',
  path: '/api/templates/{templateId}',
  summary: 'The words that a report begins with, on the paper of my organization, for this year',
  request: { params: z.object({ templateId: z.string().min(1).max(60) }) },
  responses: { 200: json(Beginning, 'To be sent as a new report') },
  refuses: ['template_not_found'],
});

export const beginWithReport = route({
  method: 'get',
  path: '/api/reports/{reportId}/successor',
  summary: 'The words of an earlier report, for this year',
  request: { params: reportParams },
  responses: { 200: json(Beginning, 'To be sent as a new report') },
  refuses: ['report_not_found'],
});

export const keepTemplate = route({
  method: 'put',
  path: '/api/templates/{templateId}',
  summary: "Keep a report's words as a template of my organization",
  request: { params: templateParams, body: body(TemplateName) },
  responses: { 200: json(TemplateRow, 'Kept; a report is one template at most') },
  refuses: ['text_unprintable', 'not_permitted', 'report_not_found', 'templates_full'],
});

export const removeTemplate = route({
  method: 'post',
  path: '/api/templates/{templateId}/removal',
  summary: 'Remove a template of my organization',
  request: { params: templateParams, headers: IdempotencyKey },
  responses: { 200: json(Nothing, 'It is not there any more') },
  refuses: ['not_permitted'],
});

export const startImport = route({
  method: 'post',
  path: '/api/imports',
  summary: 'Where to upload the Word file that a report begins with',
  request: { headers: IdempotencyKey },
  responses: { 201: json(ImportStarted, 'A form for one .docx, for five minutes') },
  refuses: ['not_permitted'],
});

export const importReport = route({
  method: 'post',
  path: '/api/imports/{reportId}',
  summary: 'Make the uploaded Word file a report',
  request: { params: reportParams, headers: IdempotencyKey },
  responses: {
    201: tagged(json(ImportedView, 'The draft, and what of the file is not in it'), 'Revision'),
  },
  refuses: [
    'not_permitted',
    'report_not_found',
    'revision_conflict',
    'status_wrong',
    ...PASSED_ON.readFile,
  ],
});

export const readImport = route({
  method: 'get',
  path: '/api/reports/{reportId}/import',
  summary: 'The Word file that a report began with, and what of it is not in the report',
  request: { params: reportParams },
  responses: {
    200: json(
      z.object({ original: LinkView, notes: ImportNotes }),
      'A link to the file as it came',
    ),
  },
  refuses: ['report_not_found', 'file_not_found'],
});

export const listReports = route({
  method: 'get',
  path: '/api/reports',
  summary: 'My reports, newest change first; all of them, or those in one state',
  request: { query: PageQuery.extend({ state: ReportState.optional() }) },
  responses: { 200: json(listOf(ReportRow), 'A page of my reports') },
  refuses: ['not_permitted'],
});

export const searchReports = route({
  method: 'get',
  path: '/api/search/reports',
  summary:
    'Reports of my organization that have these words, with or without accents, newest first',
  request: { query: PageQuery.extend({ words: Words }) },
  responses: { 200: json(listOf(ReportRow), 'A page of what was found') },
});

export const readReport = route({
  method: 'get',
  path: '/api/reports/{reportId}',
  summary: 'One report, whole',
  request: { params: reportParams },
  responses: { 200: tagged(json(ReportView, 'The report; its ETag is its revision'), 'Revision') },
  refuses: ['report_not_found'],
});

export const readCorrection = route({
  method: 'get',
  path: '/api/reports/{reportId}/correction',
  summary: 'What whoever returned the report proposes to write instead',
  request: { params: reportParams },
  responses: {
    200: json(z.object({ correction: Correction.nullable() }), 'Null when nothing is proposed'),
  },
  refuses: ['report_not_found'],
});

export const saveReport = route({
  method: 'put',
  path: '/api/reports/{reportId}',
  summary: 'Save the draft',
  request: {
    params: reportParams,
    headers: IfMatch,
    body: body(
      z.strictObject({
        content: ReportContent,
        setsAside: z
          .boolean()
          .default(false)
          .describe('These words were chosen over what stands there, which is set aside with it'),
      }),
    ),
  },
  responses: {
    200: tagged(
      json(
        z.object({ revision: z.number().int(), updatedAt: Instant }),
        'Saved; the ETag is the new revision',
      ),
      'Revision',
    ),
  },
  refuses: [
    'text_unprintable',
    'not_permitted',
    'report_not_found',
    'revision_conflict',
    'status_wrong',
    'savers_full',
  ],
});

export const setWordsAside = route({
  method: 'put',
  path: '/api/reports/{reportId}/set-aside',
  summary: 'Keep words beside the report that were not chosen when two had written to it',
  request: { params: reportParams, body: body(GivenContent) },
  responses: { 200: json(z.object({ hash: Sha256 }), 'Kept; the same words once') },
  refuses: ['text_unprintable', 'not_permitted', 'report_not_found', 'revision_conflict'],
});

export const listWordsSetAside = route({
  method: 'get',
  path: '/api/reports/{reportId}/set-aside',
  summary: 'Words that were not chosen when two had written to the report, latest first',
  request: { params: reportParams, query: PageQuery },
  responses: { 200: json(listOf(WordsSetAsideRowView), 'A page of them, without the words') },
  refuses: ['report_not_found'],
});

export const readWordsSetAside = route({
  method: 'get',
  path: '/api/reports/{reportId}/set-aside/{hash}',
  summary: 'Words that were set aside, to look at and to take up again',
  request: { params: reportParams.extend({ hash: Sha256 }) },
  responses: { 200: json(WordsSetAsideView, 'The words as they were written') },
  refuses: ['report_not_found', 'words_not_found'],
});

export const startAttachment = route({
  method: 'post',
  path: '/api/reports/{reportId}/attachments',
  summary: 'Where to upload a file that goes with the draft; it does when it stands in its content',
  request: { params: reportParams, headers: IdempotencyKey, body: body(Attachment) },
  responses: {
    201: json(
      z.object({ upload: UploadFormView }),
      'A form for exactly this file, for five minutes',
    ),
  },
  refuses: ['not_permitted', 'report_not_found', 'status_wrong'],
});

export const linkAttachment = route({
  method: 'get',
  path: '/api/reports/{reportId}/attachments/{sha256}',
  summary: 'A download link for a file that goes with the report, before it is issued',
  request: { params: reportParams.extend({ sha256: Sha256 }) },
  responses: { 200: json(FileLinkView, 'A link to the file under its own name') },
  refuses: ['report_not_found', 'file_not_found'],
});

export const previewReport = route({
  method: 'get',
  path: '/api/reports/{reportId}/preview',
  summary: 'The PDF of the report as it stands, number and date blank',
  request: { params: reportParams },
  responses: { 200: json(PreviewLinkView, 'A link that shows the PDF') },
  refuses: ['report_not_found', 'submission_not_found', ...PASSED_ON.render],
});

export const checkReport = route({
  method: 'get',
  path: '/api/reports/{reportId}/findings',
  summary: "What the decree's check finds in the report as it stands",
  request: { params: reportParams },
  responses: {
    200: json(
      z.object({ revision: z.number().int(), findings: z.array(Finding).max(MOST_FINDINGS) }),
      'Errors first; a warning can be passed over when the report is submitted',
    ),
  },
  refuses: ['report_not_found'],
});

export const submitReport = route({
  method: 'post',
  path: '/api/reports/{reportId}/submissions',
  summary: 'Trình ký: freeze this version and send it through the approval chain',
  request: {
    params: reportParams,
    headers: IdempotencyKey.extend(IfMatch.shape),
    body: body(
      z.strictObject({
        chain: Chain.optional().describe("Without one, the organization's own is used"),
        passedOver: z
          .array(z.string().max(60))
          .max(200)
          .default([])
          .describe('Rules whose warnings have been seen and are let stand'),
      }),
    ),
  },
  responses: {
    201: tagged(
      json(z.object({ submissionId: SubmissionId, revision: z.number().int() }), 'Submitted'),
      'Revision',
    ),
  },
  refuses: [
    'text_unprintable',
    'document_secret',
    'chain_empty',
    'chain_without_signer',
    'chain_person_unknown',
    'signature_unknown',
    'recipient_unknown',
    'recipient_closed',
    'findings_open',
    'attachment_missing',
    'attachment_not_as_named',
    'not_permitted',
    'signer_saved_this_version',
    'report_not_found',
    'revision_conflict',
    'status_wrong',
    'key_missing',
  ],
});

export const withdrawReport = route({
  method: 'post',
  path: '/api/reports/{reportId}/withdrawal',
  summary: 'Rút lại: take it back before it is signed',
  request: { params: reportParams, headers: IdempotencyKey },
  responses: { 200: tagged(json(ReportView, 'A draft again, next version'), 'Revision') },
  refuses: ['not_permitted', 'report_not_found', 'revision_conflict', 'status_wrong'],
});

export const discardReport = route({
  method: 'post',
  path: '/api/reports/{reportId}/discarding',
  summary: 'Xóa dự thảo: throw away a draft that has never been submitted; its words are gone',
  request: { params: reportParams, headers: IdempotencyKey.extend(IfMatch.shape) },
  responses: { 200: json(Nothing, 'It is not there any more') },
  refuses: ['not_permitted', 'report_not_found', 'revision_conflict', 'status_wrong'],
});

export const readHistory = route({
  method: 'get',
  path: '/api/reports/{reportId}/history',
  summary: 'What happened to the report, oldest first',
  request: { params: reportParams, query: PageQuery },
  responses: { 200: json(listOf(EventView), 'A page of its audit chain') },
  refuses: ['report_not_found'],
});

export const listReportDeliveries = route({
  method: 'get',
  path: '/api/reports/{reportId}/deliveries',
  summary: 'What became of the issued report at each recipient',
  request: { params: reportParams },
  responses: {
    200: json(
      z.object({ items: z.array(DeliveryProgress), held: z.array(HeldProgress) }),
      'One row for each recipient; `held` are those who could not be reached',
    ),
  },
  refuses: ['report_not_found'],
});
