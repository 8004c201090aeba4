// What is asked of the API, under which name is it remembered, and how often is it asked again?
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type { FileLinkView } from '../../functions/contracts/views.ts';
import type { Series } from '../../functions/domain/register.ts';
import type { InboxFilter, RegisterFilter, ReportFilter } from '../filters/filters.ts';
import { api, read } from './client.ts';
import { followed } from './followed-lists.ts';
import { ProblemError } from './problem.ts';

/** While the workflow works, a person looks at the screen and waits. */
const MOVING_MS = 2_000;
/** While people decide, minutes pass; the screen is fresh enough with this. */
const WAITING_MS = 5_000;
/** A number beside the menu: whoever waits for something looks into the list. */
const COUNTED_MS = 60_000;
/** Files do not change; a minute's link is used once, at once. */
const FILE_KEPT_MS = 60_000;
/** A larger directory is asked for page by page. */
const DIRECTORY_PAGE = 100;

type Page<Item> = { items: Item[]; cursor: string | null };

/** A list that goes on while there is a cursor; a press is followed at once. */
export const pages = <Item>(
  key: readonly unknown[],
  ask: (query: { cursor?: string }) => Promise<Page<Item>>,
  refetchInterval: number | false | ((items: Item[]) => number | false) = false,
) =>
  infiniteQueryOptions({
    queryKey: key,
    queryFn: async ({ pageParam }) => {
      const page = await ask(pageParam === null ? {} : { cursor: pageParam });
      return { ...page, items: followed(key, page.items) };
    },
    initialPageParam: null as string | null,
    getNextPageParam: (last: Page<Item>) => last.cursor,
    refetchInterval: (query) =>
      typeof refetchInterval === 'function'
        ? refetchInterval(query.state.data?.pages.flatMap(({ items }) => items) ?? [])
        : refetchInterval,
  });

export const me = queryOptions({
  queryKey: ['me'],
  queryFn: () => read(api.me.$get()),
  staleTime: Number.POSITIVE_INFINITY,
});

export const findings = (reportId: string, revision: number) =>
  queryOptions({
    queryKey: ['findings', reportId, revision],
    queryFn: () => read(api.reports[':reportId'].findings.$get({ param: { reportId } })),
  });

export const templates = queryOptions({
  queryKey: ['templates'],
  queryFn: () => read(api.templates.$get()),
});

export const people = queryOptions({
  queryKey: ['people'],
  queryFn: () => read(api.people.$get()),
});

/** The whole directory: a select needs all of it. */
export const organizations = queryOptions({
  queryKey: ['organizations'],
  queryFn: async () => {
    const all = [];
    let cursor: string | null = null;
    do {
      const page: Awaited<ReturnType<typeof ask>> = await ask(cursor);
      all.push(...page.items);
      cursor = page.cursor;
    } while (cursor !== null);
    return all;
  },
  // New organizations are rare; a reload brings them.
  staleTime: Number.POSITIVE_INFINITY,
});
const ask = (cursor: string | null) =>
  read(api.organizations.$get({ query: { limit: DIRECTORY_PAGE, ...(cursor && { cursor }) } }));

const isMoving = (status: string) => status === 'inReview' || status === 'issuing';

export const reports = (filter: ReportFilter) =>
  pages(
    ['reports', filter],
    (query) => read(api.reports.$get({ query: { ...filter, ...query } })),
    (items) => (items.some(({ status }) => isMoving(status)) ? WAITING_MS : false),
  );

export const report = (reportId: string) =>
  queryOptions({
    queryKey: ['report', reportId],
    queryFn: () => read(api.reports[':reportId'].$get({ param: { reportId } })),
    refetchInterval: ({ state: { data } }) => {
      if (data?.status === 'issuing') return MOVING_MS;
      return data?.status === 'inReview' ? WAITING_MS : false;
    },
  });

export const wordsSetAside = (reportId: string) =>
  pages(['set-aside', reportId], (query) =>
    read(api.reports[':reportId']['set-aside'].$get({ param: { reportId }, query })),
  );

/** The name is their hash, so they do not change. */
export const wordsOf = (reportId: string, hash: string) =>
  queryOptions({
    queryKey: ['set-aside', reportId, hash],
    queryFn: () =>
      read(api.reports[':reportId']['set-aside'][':hash'].$get({ param: { reportId, hash } })),
    staleTime: Number.POSITIVE_INFINITY,
  });

export const history = (reportId: string, isInMotion: boolean) =>
  pages(
    // What comes to rest is asked for once more: its end came with the last event.
    ['history', reportId, isInMotion],
    (query) => read(api.reports[':reportId'].history.$get({ param: { reportId }, query })),
    isInMotion ? WAITING_MS : false,
  );

export const reportDeliveries = (reportId: string) =>
  queryOptions({
    queryKey: ['deliveries-of', reportId],
    queryFn: () => read(api.reports[':reportId'].deliveries.$get({ param: { reportId } })),
    refetchInterval: WAITING_MS,
  });

export const waiting = pages(['waiting'], (query) => read(api.waiting.$get({ query })), WAITING_MS);

export const decided = pages(['decided'], (query) => read(api.decided.$get({ query })));

export const overview = queryOptions({
  queryKey: ['overview'],
  queryFn: () => read(api.overview.$get()),
});

export const submission = (submissionId: string) =>
  queryOptions({
    queryKey: ['submission', submissionId],
    queryFn: () => read(api.submissions[':submissionId'].$get({ param: { submissionId } })),
    refetchInterval: ({ state: { data } }) => {
      if (!data || !isMoving(data.submission.status)) return false;
      // Its page is being made, and somebody waits for it.
      return data.submission.askedAt === null ? MOVING_MS : WAITING_MS;
    },
  });

export const correction = (reportId: string, version: number) =>
  queryOptions({
    queryKey: ['correction', reportId, version],
    queryFn: async () =>
      (await read(api.reports[':reportId'].correction.$get({ param: { reportId } }))).correction,
    staleTime: Number.POSITIVE_INFINITY,
  });

/** What was decided on before does not change. */
export const earlierVersion = (submissionId: string) =>
  queryOptions({
    queryKey: ['earlier', submissionId],
    queryFn: async () => {
      const param = { submissionId };
      return (await read(api.submissions[':submissionId'].earlier.$get({ param }))).earlier;
    },
    staleTime: Number.POSITIVE_INFINITY,
  });

export const mySigning = queryOptions({
  queryKey: ['my-signing'],
  queryFn: () => read(api.me.signing.$get()),
});

export const keyHolders = queryOptions({
  queryKey: ['key-holders'],
  queryFn: () => read(api.enrolment.$get()),
});

export const registry = pages(
  ['registry'],
  (query) => read(api.registry.$get({ query })),
  WAITING_MS,
);

export const registrySubmission = (submissionId: string) =>
  queryOptions({
    queryKey: ['registry', submissionId],
    queryFn: () => read(api.registry[':submissionId'].$get({ param: { submissionId } })),
    refetchInterval: ({ state: { data } }) => (data && isMoving(data.status) ? MOVING_MS : false),
  });

export const heldDeliveries = pages(
  ['held-deliveries'],
  (query) => read(api['held-deliveries'].$get({ query })),
  COUNTED_MS,
);

export const heldDelivery = (param: { reportId: string; recipientId: string }) =>
  queryOptions({
    queryKey: ['held-deliveries', param.reportId, param.recipientId],
    queryFn: () => read(api['held-deliveries'][':reportId'][':recipientId'].$get({ param })),
  });

export const outgoing = (year: number, series: Series, filter: RegisterFilter) =>
  pages(['outgoing', year, series, filter], (query) =>
    read(api.registers.outgoing.$get({ query: { year, series, ...filter, ...query } })),
  );

export const incoming = (year: number, filter: RegisterFilter) =>
  pages(['incoming', year, filter], (query) =>
    read(api.registers.incoming.$get({ query: { year, ...filter, ...query } })),
  );

export const deliveries = (filter: InboxFilter) =>
  pages(
    ['deliveries', filter],
    (query) => read(api.deliveries.$get({ query: { ...filter, ...query } })),
    WAITING_MS,
  );

/** What only counts a list asks for it seldom; whoever has the list before him sees it as fresh as ever. */
export const counted = <List extends object>(list: List) => ({
  ...list,
  refetchInterval: COUNTED_MS,
});

export const unread = queryOptions({
  queryKey: ['unread'],
  queryFn: () => read(api.unread.$get()),
  refetchInterval: COUNTED_MS,
});

export const foundReports = (words: string) =>
  pages(['found', words], (query) => read(api.search.reports.$get({ query: { words, ...query } })));

export const delivery = (deliveryId: string) =>
  queryOptions({
    queryKey: ['delivery', deliveryId],
    queryFn: () => read(api.deliveries[':deliveryId'].$get({ param: { deliveryId } })),
  });

/** What the signatures of a delivered document say; it does not change. */
export const deliveryVerification = (deliveryId: string) =>
  queryOptions({
    queryKey: ['delivery-verification', deliveryId],
    queryFn: () => read(api.deliveries[':deliveryId'].verification.$get({ param: { deliveryId } })),
    staleTime: Number.POSITIVE_INFINITY,
  });

const hexOf = (bytes: ArrayBuffer) =>
  [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, '0')).join('');

export const sha256Of = async (bytes: ArrayBuffer): Promise<string> =>
  hexOf(await crypto.subtle.digest('SHA-256', bytes));

/** The file behind a link, only if its bytes are the ones that the link promises. Refusal: file_differs. */
const fetchFile = async (link: FileLinkView, type = 'application/pdf'): Promise<Blob> => {
  // A download of the same second has the same link, and what the browser keeps of it is not for pages to read.
  const answer = await fetch(link.url, { credentials: 'omit', cache: 'no-store' }).catch(
    (cause) => {
      throw new ProblemError('offline', {}, { cause });
    },
  );
  if (!answer.ok) throw new ProblemError('unavailable');
  const bytes = await answer.arrayBuffer();
  if ((await sha256Of(bytes)) !== link.sha256) throw new ProblemError('file_differs');
  return new Blob([bytes], { type });
};

/** What somebody signs with, to show: the same hash is the same image. */
export const drawnImage = (image: FileLinkView) =>
  queryOptions({
    queryKey: ['image', image.sha256],
    queryFn: () => fetchFile(image, 'image/png'),
    staleTime: Number.POSITIVE_INFINITY,
  });

/** A PDF to show: `name` changes when the file does. */
const pdf = (name: readonly unknown[], link: () => Promise<FileLinkView>) =>
  queryOptions({
    queryKey: ['pdf', ...name],
    queryFn: async () => fetchFile(await link()),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: FILE_KEPT_MS,
  });
export type PdfQuery = ReturnType<typeof pdf>;

/** A draft's page changes with each save; what was submitted has one for each version. */
export const preview = (reportId: string, of: { revision: number } | { version: number }) =>
  pdf(['preview', reportId, of], () =>
    read(api.reports[':reportId'].preview.$get({ param: { reportId } })),
  );

/** The page that is decided on. Its link lives a minute, so a fresh one is asked for. */
export const decidedPage = (submissionId: string, pageHash: string) =>
  pdf(['page', submissionId, pageHash], async () => {
    const { page } = await read(api.submissions[':submissionId'].$get({ param: { submissionId } }));
    if (page === null) throw new ProblemError('file_not_found');
    if (page.sha256 !== pageHash) throw new ProblemError('content_changed');
    return page;
  });

/** The document as its signer left it, for the clerk to print. */
export const signedRevision = (submissionId: string) =>
  pdf(['signed', submissionId], () =>
    read(api.registry[':submissionId'].signed.$get({ param: { submissionId } })),
  );

export const linkIssued = (reportId: string, format: 'pdf' | 'docx') =>
  read(api.issued[':reportId'][':format'].$get({ param: { reportId, format } }));

export const linkAttachment = (reportId: string, sha256: string) =>
  read(api.reports[':reportId'].attachments[':sha256'].$get({ param: { reportId, sha256 } }));

export const linkIssuedAttachment = (reportId: string, sha256: string) =>
  read(api.issued[':reportId'].attachments[':sha256'].$get({ param: { reportId, sha256 } }));

export const issuedPdf = (reportId: string) =>
  pdf(['issued', reportId], () => linkIssued(reportId, 'pdf'));
