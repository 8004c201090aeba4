// Which use case answers which route of a drafter?
import type { Context } from 'hono';
import * as routes from '../../contracts/routes/drafting.ts';
import { beginWithReport } from '../../use-cases/drafting/begin-with-report.ts';
import { beginWithTemplate } from '../../use-cases/drafting/begin-with-template.ts';
import { checkReport } from '../../use-cases/drafting/check-report.ts';
import { createReport } from '../../use-cases/drafting/create-report.ts';
import { discardReport } from '../../use-cases/drafting/discard-report.ts';
import { importReport } from '../../use-cases/drafting/import-report.ts';
import { keepTemplate } from '../../use-cases/drafting/keep-template.ts';
import { linkAttachment } from '../../use-cases/drafting/link-attachment.ts';
import { listOrganizations } from '../../use-cases/drafting/list-organizations.ts';
import { listPeople } from '../../use-cases/drafting/list-people.ts';
import { listReportDeliveries } from '../../use-cases/drafting/list-report-deliveries.ts';
import { listReports } from '../../use-cases/drafting/list-reports.ts';
import { listTemplates } from '../../use-cases/drafting/list-templates.ts';
import { listWordsSetAside } from '../../use-cases/drafting/list-words-set-aside.ts';
import { previewReport } from '../../use-cases/drafting/preview-report.ts';
import { readCorrection } from '../../use-cases/drafting/read-correction.ts';
import { readHistory } from '../../use-cases/drafting/read-history.ts';
import { readImport } from '../../use-cases/drafting/read-import.ts';
import { readMe } from '../../use-cases/drafting/read-me.ts';
import { readReport } from '../../use-cases/drafting/read-report.ts';
import { readWordsSetAside } from '../../use-cases/drafting/read-words-set-aside.ts';
import { removeTemplate } from '../../use-cases/drafting/remove-template.ts';
import { saveReport } from '../../use-cases/drafting/save-report.ts';
import { searchReports } from '../../use-cases/drafting/search-reports.ts';
import { setWordsAside } from '../../use-cases/drafting/set-words-aside.ts';
import { startAttachment } from '../../use-cases/drafting/start-attachment.ts';
import { startImport } from '../../use-cases/drafting/start-import.ts';
import { submitReport } from '../../use-cases/drafting/submit-report.ts';
import { withdrawReport } from '../../use-cases/drafting/withdraw-report.ts';
import { presentReport } from '../../use-cases/reading/present-report.ts';
import type { Needs } from '../../use-cases/world.ts';
import { type House, type HousePorts, houseApp } from './house-app.ts';
import { pageOf } from './page-of.ts';

type DraftingPorts = HousePorts &
  Needs<
    | 'records'
    | 'directory'
    | 'ids'
    | 'workflow'
    | 'working'
    | 'renderer'
    | 'layouts'
    | 'importer'
    | 'templates'
  >;

const revisionOf = (etag: string): number => Number(etag.slice(1, -1));

const setRevision = (context: Context<House>, revision: number): void =>
  context.header('etag', `"${revision}"`);

export const draftingApi = (world: DraftingPorts) =>
  houseApp(world)
    .openapi(routes.readMe, (c) => c.json(readMe(c.get('caller')), 200))
    .openapi(routes.listOrganizations, async (c) =>
      c.json(await listOrganizations(world, c.get('caller'), pageOf(c.req.valid('query'))), 200),
    )
    .openapi(routes.listPeople, async (c) =>
      c.json({ items: await listPeople(world, c.get('caller')) }, 200),
    )
    .openapi(routes.createReport, async (c) => {
      const caller = c.get('caller');
      const report = await createReport(world, caller, c.req.valid('json').content);
      setRevision(c, report.revision);
      return c.json(await presentReport(world, caller, report), 201);
    })
    .openapi(routes.listTemplates, async (c) =>
      c.json({ items: await listTemplates(world, c.get('caller')) }, 200),
    )
    .openapi(routes.beginWithTemplate, async (c) => {
      const { templateId } = c.req.valid('param');
      return c.json({ content: await beginWithTemplate(world, c.get('caller'), templateId) }, 200);
    })
    .openapi(routes.beginWithReport, async (c) => {
      const { reportId } = c.req.valid('param');
      return c.json({ content: await beginWithReport(world, c.get('caller'), reportId) }, 200);
    })
    .openapi(routes.keepTemplate, async (c) => {
      const { reportId } = c.req.valid('param');
      const named = c.req.valid('json');
      return c.json(await keepTemplate(world, c.get('caller'), reportId, named), 200);
    })
    .openapi(routes.removeTemplate, async (c) => {
      await removeTemplate(world, c.get('caller'), c.req.valid('param').reportId);
      return c.json({}, 200);
    })
    .openapi(routes.startImport, async (c) =>
      c.json(await startImport(world, c.get('caller')), 201),
    )
    .openapi(routes.importReport, async (c) => {
      const { reportId } = c.req.valid('param');
      const { report, notes } = await importReport(world, c.get('caller'), reportId);
      setRevision(c, report.revision);
      return c.json({ reportId: report.id, notes }, 201);
    })
    .openapi(routes.readImport, async (c) =>
      c.json(await readImport(world, c.get('caller'), c.req.valid('param').reportId), 200),
    )
    .openapi(routes.listReports, async (c) => {
      const { state = null, ...page } = c.req.valid('query');
      return c.json(await listReports(world, c.get('caller'), { state, ...pageOf(page) }), 200);
    })
    .openapi(routes.searchReports, async (c) => {
      const { words, ...page } = c.req.valid('query');
      return c.json(await searchReports(world, c.get('caller'), { words, ...pageOf(page) }), 200);
    })
    .openapi(routes.readReport, async (c) => {
      const report = await readReport(world, c.get('caller'), c.req.valid('param').reportId);
      setRevision(c, report.revision);
      return c.json(report, 200);
    })
    .openapi(routes.readCorrection, async (c) => {
      const { reportId } = c.req.valid('param');
      return c.json({ correction: await readCorrection(world, c.get('caller'), reportId) }, 200);
    })
    .openapi(routes.saveReport, async (c) => {
      const { revision, updatedAt } = await saveReport(world, c.get('caller'), {
        reportId: c.req.valid('param').reportId,
        revision: revisionOf(c.req.valid('header')['if-match']),
        ...c.req.valid('json'),
      });
      setRevision(c, revision);
      return c.json({ revision, updatedAt }, 200);
    })
    .openapi(routes.setWordsAside, async (c) => {
      const { reportId } = c.req.valid('param');
      const { content } = c.req.valid('json');
      return c.json(await setWordsAside(world, c.get('caller'), { reportId, content }), 200);
    })
    .openapi(routes.listWordsSetAside, async (c) => {
      const { reportId } = c.req.valid('param');
      const page = pageOf(c.req.valid('query'));
      return c.json(await listWordsSetAside(world, c.get('caller'), reportId, page), 200);
    })
    .openapi(routes.readWordsSetAside, async (c) =>
      c.json(await readWordsSetAside(world, c.get('caller'), c.req.valid('param')), 200),
    )
    .openapi(routes.startAttachment, async (c) => {
      const { reportId } = c.req.valid('param');
      const file = c.req.valid('json');
      return c.json({ upload: await startAttachment(world, c.get('caller'), reportId, file) }, 201);
    })
    .openapi(routes.linkAttachment, async (c) => {
      const { reportId, sha256 } = c.req.valid('param');
      return c.json(await linkAttachment(world, c.get('caller'), reportId, sha256), 200);
    })
    .openapi(routes.previewReport, async (c) =>
      c.json(await previewReport(world, c.get('caller'), c.req.valid('param').reportId), 200),
    )
    .openapi(routes.checkReport, async (c) =>
      c.json(await checkReport(world, c.get('caller'), c.req.valid('param').reportId), 200),
    )
    .openapi(routes.submitReport, async (c) => {
      const { report, submission } = await submitReport(world, c.get('caller'), {
        reportId: c.req.valid('param').reportId,
        revision: revisionOf(c.req.valid('header')['if-match']),
        ...c.req.valid('json'),
      });
      setRevision(c, report.revision);
      return c.json({ submissionId: submission.id, revision: report.revision }, 201);
    })
    .openapi(routes.withdrawReport, async (c) => {
      const caller = c.get('caller');
      const report = await withdrawReport(world, caller, c.req.valid('param').reportId);
      setRevision(c, report.revision);
      return c.json(await presentReport(world, caller, report), 200);
    })
    .openapi(routes.discardReport, async (c) => {
      await discardReport(world, c.get('caller'), {
        reportId: c.req.valid('param').reportId,
        revision: revisionOf(c.req.valid('header')['if-match']),
      });
      return c.json({}, 200);
    })
    .openapi(routes.readHistory, async (c) => {
      const { reportId } = c.req.valid('param');
      const page = pageOf(c.req.valid('query'));
      return c.json(await readHistory(world, c.get('caller'), reportId, page), 200);
    })
    .openapi(routes.listReportDeliveries, async (c) => {
      const { reportId } = c.req.valid('param');
      return c.json(await listReportDeliveries(world, c.get('caller'), reportId), 200);
    });
