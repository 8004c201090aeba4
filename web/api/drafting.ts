// What does a drafter ask for and press? The routes of `functions/contracts/routes/drafting.ts`, by their names.
import { queryOptions } from '@tanstack/react-query';
import type { ReportFilter } from '../filters/filters.ts';
import { askedAgain, isMoving, pages, WAITING_MS } from './asking.ts';
import { api, ifMatch, pressed, read, type Said } from './client.ts';
import { pdf } from './file.ts';

/** A larger directory is asked for page by page. */
const DIRECTORY_PAGE = 100;

const one = api.reports[':reportId'];

export const readMe = () =>
  queryOptions({
    queryKey: ['me'],
    queryFn: () => read(api.me.$get()),
    staleTime: Number.POSITIVE_INFINITY,
  });

const organizationsFrom = (cursor: string | null) =>
  read(api.organizations.$get({ query: { limit: DIRECTORY_PAGE, ...(cursor && { cursor }) } }));

/** The whole directory: a select needs all of it. */
export const listOrganizations = () =>
  queryOptions({
    queryKey: ['organizations'],
    queryFn: async () => {
      const all = [];
      let cursor: string | null = null;
      do {
        const page: Awaited<ReturnType<typeof organizationsFrom>> = await organizationsFrom(cursor);
        all.push(...page.items);
        cursor = page.cursor;
      } while (cursor !== null);
      return all;
    },
    // New organizations are rare; a reload brings them.
    staleTime: Number.POSITIVE_INFINITY,
  });

export const listPeople = () =>
  queryOptions({ queryKey: ['people'], queryFn: () => read(api.people.$get()) });

export const createReport = (said: Said<typeof api.reports.$post>, key: string) =>
  read(api.reports.$post({ header: pressed(key), json: said }));

export const listTemplates = () =>
  queryOptions({ queryKey: ['templates'], queryFn: () => read(api.templates.$get()) });

export const beginWithTemplate = (templateId: string) =>
  read(api.templates[':templateId'].$get({ param: { templateId } }));

export const beginWithReport = (reportId: string) =>
  read(one.successor.$get({ param: { reportId } }));

const template = api.templates[':templateId'];

export const keepTemplate = (templateId: string, said: Said<typeof template.$put>) =>
  read(template.$put({ param: { templateId }, json: said }));

export const removeTemplate = (templateId: string, key: string) =>
  read(template.removal.$post({ param: { templateId }, header: pressed(key) }));

export const startImport = (key: string) => read(api.imports.$post({ header: pressed(key) }));

export const importReport = (reportId: string, key: string) =>
  read(api.imports[':reportId'].$post({ param: { reportId }, header: pressed(key) }));

export const listReports = (filter: ReportFilter) =>
  pages(
    ['reports', filter],
    (query) => read(api.reports.$get({ query: { ...filter, ...query } })),
    (items) => (items.some(({ status }) => isMoving(status)) ? WAITING_MS : false),
  );

export const searchReports = (words: string) =>
  pages(['found', words], (query) => read(api.search.reports.$get({ query: { words, ...query } })));

export const readReport = (reportId: string) =>
  queryOptions({
    queryKey: ['report', reportId],
    queryFn: () => read(one.$get({ param: { reportId } })),
    refetchInterval: ({ state: { data } }) => {
      if (!data) return false;
      const { status, submission } = data;
      // It is read after the report, and may have ended in between.
      return (submission && askedAgain(submission)) || (isMoving(status) && WAITING_MS);
    },
  });

export const readCorrection = (reportId: string, version: number) =>
  queryOptions({
    queryKey: ['correction', reportId, version],
    queryFn: async () => (await read(one.correction.$get({ param: { reportId } }))).correction,
    staleTime: Number.POSITIVE_INFINITY,
  });

export const saveReport = (reportId: string, revision: number, said: Said<typeof one.$put>) =>
  read(one.$put({ param: { reportId }, header: ifMatch(revision), json: said }));

const aside = one['set-aside'];

export const setWordsAside = (reportId: string, said: Said<typeof aside.$put>) =>
  read(aside.$put({ param: { reportId }, json: said }));

export const listWordsSetAside = (reportId: string) =>
  pages(['set-aside', reportId], (query) => read(aside.$get({ param: { reportId }, query })));

/** The name is their hash, so they do not change. */
export const readWordsSetAside = (reportId: string, hash: string) =>
  queryOptions({
    queryKey: ['set-aside', reportId, hash],
    queryFn: () => read(aside[':hash'].$get({ param: { reportId, hash } })),
    staleTime: Number.POSITIVE_INFINITY,
  });

export const startAttachment = (
  reportId: string,
  said: Said<typeof one.attachments.$post>,
  key: string,
) => read(one.attachments.$post({ param: { reportId }, header: pressed(key), json: said }));

export const linkAttachment = (reportId: string, sha256: string) =>
  read(one.attachments[':sha256'].$get({ param: { reportId, sha256 } }));

/** One that goes with it, to be read on the screen. */
export const attachedPdf = (reportId: string, sha256: string) =>
  pdf(['attached', sha256], () => linkAttachment(reportId, sha256));

/** A draft's page changes with each save; what was submitted has one for each version. */
export const previewReport = (reportId: string, of: { revision: number } | { version: number }) =>
  pdf(['preview', reportId, of], () => read(one.preview.$get({ param: { reportId } })));

export const checkReport = (reportId: string, revision: number) =>
  queryOptions({
    queryKey: ['findings', reportId, revision],
    queryFn: () => read(one.findings.$get({ param: { reportId } })),
  });

export const submitReport = (
  reportId: string,
  revision: number,
  said: Said<typeof one.submissions.$post>,
  key: string,
) =>
  read(
    one.submissions.$post({
      param: { reportId },
      header: { ...pressed(key), ...ifMatch(revision) },
      json: said,
    }),
  );

export const withdrawReport = (reportId: string, key: string) =>
  read(one.withdrawal.$post({ param: { reportId }, header: pressed(key) }));

export const discardReport = (reportId: string, revision: number, key: string) =>
  read(
    one.discarding.$post({
      param: { reportId },
      header: { ...pressed(key), ...ifMatch(revision) },
    }),
  );

export const readHistory = (reportId: string, isInMotion: boolean) =>
  pages(
    // What comes to rest is asked for once more: its end came with the last event.
    ['history', reportId, isInMotion],
    (query) => read(one.history.$get({ param: { reportId }, query })),
    isInMotion ? WAITING_MS : false,
  );

export const listReportDeliveries = (reportId: string) =>
  queryOptions({
    queryKey: ['deliveries-of', reportId],
    queryFn: () => read(one.deliveries.$get({ param: { reportId } })),
    refetchInterval: WAITING_MS,
  });
