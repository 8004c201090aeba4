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
import { wholeReport } from '../../use-cases/reading/whole-report.ts';
import { portsOf, type WorldOf } from '../../use-cases/world.ts';
import { eachOf } from '../views/cut.ts';
import { deliveriesViewOf } from '../views/delivery-view.ts';
import { meOf, organizationViewOf, personViewOf } from '../views/directory-view.ts';
import { reportViewOf, templateRowOf, wordsRowOf, wordsViewOf } from '../views/report-view.ts';
import { answering } from './answering.ts';
import { type House, houseApp } from './house-app.ts';
import { pageOf } from './page-of.ts';

const revisionOf = (etag: string): number => Number(etag.slice(1, -1));

const setRevision = (context: Context<House>, revision: number): void =>
  context.header('etag', `"${revision}"`);

const NEEDS = portsOf(
  houseApp,
  beginWithReport,
  beginWithTemplate,
  checkReport,
  createReport,
  discardReport,
  importReport,
  keepTemplate,
  linkAttachment,
  listOrganizations,
  listPeople,
  listReportDeliveries,
  listReports,
  listTemplates,
  listWordsSetAside,
  previewReport,
  readCorrection,
  readHistory,
  readImport,
  readReport,
  readWordsSetAside,
  removeTemplate,
  saveReport,
  searchReports,
  setWordsAside,
  startAttachment,
  startImport,
  submitReport,
  withdrawReport,
);

export const draftingApi = (world: WorldOf<typeof NEEDS>) =>
  answering(houseApp(world), routes, {
    readMe: (c) => meOf(readMe(c.get('caller'))),
    listOrganizations: async (c) =>
      eachOf(
        organizationViewOf,
        await listOrganizations(world, c.get('caller'), pageOf(c.req.valid('query'))),
      ),
    listPeople: async (c) => {
      const people = await listPeople(world, c.get('caller'));
      return { items: people.map(personViewOf) };
    },
    createReport: async (c) => {
      const caller = c.get('caller');
      const report = await createReport(world, caller, c.req.valid('json').content);
      setRevision(c, report.revision);
      return reportViewOf(await wholeReport(world, caller, report));
    },
    listTemplates: async (c) => ({ items: await listTemplates(world, c.get('caller')) }),
    beginWithTemplate: async (c) => {
      const { templateId } = c.req.valid('param');
      return { content: await beginWithTemplate(world, c.get('caller'), templateId) };
    },
    beginWithReport: async (c) => {
      const { reportId } = c.req.valid('param');
      return { content: await beginWithReport(world, c.get('caller'), reportId) };
    },
    keepTemplate: async (c) => {
      const { templateId } = c.req.valid('param');
      const named = c.req.valid('json');
      const kept = await keepTemplate(world, c.get('caller'), templateId, named);
      return templateRowOf({ ...kept, own: true });
    },
    removeTemplate: async (c) => {
      await removeTemplate(world, c.get('caller'), c.req.valid('param').templateId);
      return {};
    },
    startImport: (c) => startImport(world, c.get('caller')),
    importReport: async (c) => {
      const { reportId } = c.req.valid('param');
      const { report, notes } = await importReport(world, c.get('caller'), reportId);
      setRevision(c, report.revision);
      return { reportId: report.id, notes };
    },
    readImport: (c) => readImport(world, c.get('caller'), c.req.valid('param').reportId),
    listReports: (c) => {
      const { state = null, ...page } = c.req.valid('query');
      return listReports(world, c.get('caller'), { state, ...pageOf(page) });
    },
    searchReports: (c) => {
      const { words, ...page } = c.req.valid('query');
      return searchReports(world, c.get('caller'), { words, ...pageOf(page) });
    },
    readReport: async (c) => {
      const whole = await readReport(world, c.get('caller'), c.req.valid('param').reportId);
      setRevision(c, whole.report.revision);
      return reportViewOf(whole);
    },
    readCorrection: async (c) => {
      const { reportId } = c.req.valid('param');
      return { correction: await readCorrection(world, c.get('caller'), reportId) };
    },
    saveReport: async (c) => {
      const { revision, updatedAt } = await saveReport(world, c.get('caller'), {
        reportId: c.req.valid('param').reportId,
        revision: revisionOf(c.req.valid('header')['if-match']),
        ...c.req.valid('json'),
      });
      setRevision(c, revision);
      return { revision, updatedAt };
    },
    setWordsAside: (c) => {
      const { reportId } = c.req.valid('param');
      const { content } = c.req.valid('json');
      return setWordsAside(world, c.get('caller'), { reportId, content });
    },
    listWordsSetAside: async (c) => {
      const { reportId } = c.req.valid('param');
      const page = pageOf(c.req.valid('query'));
      return eachOf(wordsRowOf, await listWordsSetAside(world, c.get('caller'), reportId, page));
    },
    readWordsSetAside: async (c) =>
      wordsViewOf(await readWordsSetAside(world, c.get('caller'), c.req.valid('param'))),
    startAttachment: async (c) => {
      const { reportId } = c.req.valid('param');
      const file = c.req.valid('json');
      return { upload: await startAttachment(world, c.get('caller'), reportId, file) };
    },
    linkAttachment: (c) => {
      const { reportId, sha256 } = c.req.valid('param');
      return linkAttachment(world, c.get('caller'), reportId, sha256);
    },
    previewReport: (c) => previewReport(world, c.get('caller'), c.req.valid('param').reportId),
    checkReport: (c) => checkReport(world, c.get('caller'), c.req.valid('param').reportId),
    submitReport: async (c) => {
      const { report, submission } = await submitReport(world, c.get('caller'), {
        reportId: c.req.valid('param').reportId,
        revision: revisionOf(c.req.valid('header')['if-match']),
        ...c.req.valid('json'),
      });
      setRevision(c, report.revision);
      return { submissionId: submission.id, revision: report.revision };
    },
    withdrawReport: async (c) => {
      const caller = c.get('caller');
      const report = await withdrawReport(world, caller, c.req.valid('param').reportId);
      setRevision(c, report.revision);
      return reportViewOf(await wholeReport(world, caller, report));
    },
    discardReport: async (c) => {
      await discardReport(world, c.get('caller'), {
        reportId: c.req.valid('param').reportId,
        revision: revisionOf(c.req.valid('header')['if-match']),
      });
      return {};
    },
    readHistory: (c) => {
      const { reportId } = c.req.valid('param');
      const page = pageOf(c.req.valid('query'));
      return readHistory(world, c.get('caller'), reportId, page);
    },
    listReportDeliveries: async (c) => {
      const { reportId } = c.req.valid('param');
      return deliveriesViewOf(await listReportDeliveries(world, c.get('caller'), reportId));
    },
  });
draftingApi.needs = NEEDS;
