// What does a reviewer or a signer ask for and press? The routes of `functions/contracts/routes/approval.ts`, by their names.
import { type QueryClient, queryOptions } from '@tanstack/react-query';
import { askedAgain, pages, WAITING_MS } from './asking.ts';
import { api, pressed, read, type Said } from './client.ts';
import { pdf } from './file.ts';
import { ProblemError } from './problem.ts';

const one = api.submissions[':submissionId'];

export const listWaiting = () =>
  pages(['waiting'], (query) => read(api.waiting.$get({ query })), WAITING_MS);

export const listDecided = () => pages(['decided'], (query) => read(api.decided.$get({ query })));

export const readOverview = () =>
  queryOptions({ queryKey: ['overview'], queryFn: () => read(api.overview.$get()) });

const submissionNow = (submissionId: string) => read(one.$get({ param: { submissionId } }));

export const readSubmission = (submissionId: string) =>
  queryOptions({
    queryKey: ['submission', submissionId],
    queryFn: () => submissionNow(submissionId),
    refetchInterval: ({ state: { data } }) => (data ? askedAgain(data.submission) : false),
  });

/** Milliseconds. A link lives a minute; one that came with what stands on the screen is taken while it is young. */
const YOUNG = 30_000;

/** Milliseconds. The next one's page is there when the one before has been read, which takes a while. */
const PAGE_KEPT = 10 * 60_000;

/** The page that is decided on. */
export const decidedPage = (submissionId: string, pageHash: string) => ({
  ...pdf(['page', submissionId, pageHash], async (queries) => {
    const shown = queries.getQueryState(readSubmission(submissionId).queryKey);
    const isYoung = shown !== undefined && Date.now() - shown.dataUpdatedAt < YOUNG;
    const { page } = (isYoung && shown.data) || (await submissionNow(submissionId));
    if (page === null) throw new ProblemError('file_not_found');
    if (page.sha256 !== pageHash) throw new ProblemError('content_changed');
    return page;
  }),
  gcTime: PAGE_KEPT,
});

/** Milliseconds. Who goes over the lines of a list, or on by a key, asks no more often than the screen itself would. */
const ASKED_ANEW = WAITING_MS;

/** What somebody is about to decide on: what the screen says, and the page. Whatever fails is for the screen to find out. */
export const decisionAhead = async (queries: QueryClient, submissionId: string): Promise<void> => {
  const ahead = { ...readSubmission(submissionId), staleTime: ASKED_ANEW };
  await queries.prefetchQuery(ahead);
  const page = queries.getQueryData(ahead.queryKey)?.page;
  if (page) await queries.prefetchQuery(decidedPage(submissionId, page.sha256));
};

/** What was decided on before does not change. */
export const readEarlierVersion = (submissionId: string) =>
  queryOptions({
    queryKey: ['earlier', submissionId],
    queryFn: async () => (await read(one.earlier.$get({ param: { submissionId } }))).earlier,
    staleTime: Number.POSITIVE_INFINITY,
  });

export const comment = (submissionId: string, said: Said<typeof one.comments.$post>, key: string) =>
  read(one.comments.$post({ param: { submissionId }, header: pressed(key), json: said }));

export const decideUrgency = (
  submissionId: string,
  said: Said<typeof one.urgency.$post>,
  key: string,
) => read(one.urgency.$post({ param: { submissionId }, header: pressed(key), json: said }));

export const decide = (submissionId: string, said: Said<typeof one.decisions.$post>, key: string) =>
  read(one.decisions.$post({ param: { submissionId }, header: pressed(key), json: said }));
