// Which use case answers which route of a drafter?
import type { Context } from 'hono';
import * as routes from '../../contracts/routes/drafting.ts';
import { createReport } from '../../use-cases/create-report.ts';
import { listOrganizations, listPeople, listReports } from '../../use-cases/list.ts';
import { previewReport } from '../../use-cases/preview-report.ts';
import { readMe } from '../../use-cases/read-me.ts';
import {
  listReportDeliveries,
  presentReport,
  readHistory,
  readReport,
} from '../../use-cases/read-report.ts';
import { saveReport } from '../../use-cases/save-report.ts';
import { submitReport } from '../../use-cases/submit-report.ts';
import { withdrawReport } from '../../use-cases/withdraw-report.ts';
import type { Needs } from '../../use-cases/world.ts';
import { type House, type HousePorts, houseApp } from './house-app.ts';
import { pageOf } from './page-of.ts';

type DraftingPorts = HousePorts &
  Needs<'records' | 'directory' | 'ids' | 'workflow' | 'working' | 'renderer'>;

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
    .openapi(routes.listReports, async (c) =>
      c.json(await listReports(world, c.get('caller'), pageOf(c.req.valid('query'))), 200),
    )
    .openapi(routes.readReport, async (c) => {
      const report = await readReport(world, c.get('caller'), c.req.valid('param').reportId);
      setRevision(c, report.revision);
      return c.json(report, 200);
    })
    .openapi(routes.saveReport, async (c) => {
      const { revision, updatedAt } = await saveReport(world, c.get('caller'), {
        reportId: c.req.valid('param').reportId,
        revision: revisionOf(c.req.valid('header')['if-match']),
        content: c.req.valid('json').content,
      });
      setRevision(c, revision);
      return c.json({ revision, updatedAt }, 200);
    })
    .openapi(routes.previewReport, async (c) =>
      c.json(await previewReport(world, c.get('caller'), c.req.valid('param').reportId), 200),
    )
    .openapi(routes.submitReport, async (c) => {
      const { report, submission } = await submitReport(world, c.get('caller'), {
        reportId: c.req.valid('param').reportId,
        revision: revisionOf(c.req.valid('header')['if-match']),
        chain: c.req.valid('json').chain,
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
    .openapi(routes.readHistory, async (c) => {
      const { reportId } = c.req.valid('param');
      const page = pageOf(c.req.valid('query'));
      return c.json(await readHistory(world, c.get('caller'), reportId, page), 200);
    })
    .openapi(routes.listReportDeliveries, async (c) => {
      const { reportId } = c.req.valid('param');
      return c.json({ items: await listReportDeliveries(world, c.get('caller'), reportId) }, 200);
    });
