// What does a reviewer or a signer ask for and press? The routes of `functions/contracts/routes/approval.ts`, by their names.
import { queryOptions } from '@tanstack/react-query';
import { isMoving, MOVING_MS, pages, WAITING_MS } from './asking.ts';
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
    refetchInterval: ({ state: { data } }) => {
      if (!data || !isMoving(data.submission.status)) return false;
      // Its page is being made, and somebody waits for it.
      return data.submission.askedAt === null ? MOVING_MS : WAITING_MS;
    },
  });

/** The page that is decided on. Its link lives a minute, so a fresh one is asked for. */
export const decidedPage = (submissionId: string, pageHash: string) =>
  pdf(['page', submissionId, pageHash], async () => {
    const { page } = await submissionNow(submissionId);
    if (page === null) throw new ProblemError('file_not_found');
    if (page.sha256 !== pageHash) throw new ProblemError('content_changed');
    return page;
  });

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
