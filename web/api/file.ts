// How does a file come from the store to the screen? By the link that the API gives, and only with the very bytes that the link promises.
import { type QueryClient, queryOptions } from '@tanstack/react-query';
import type { FileLinkView } from '../../functions/contracts/views.ts';
import type { Sha256 } from '../../functions/domain/ids.ts';
import { ProblemError } from './problem.ts';

/** Files do not change; a minute's link is used once, at once. */
const FILE_KEPT_MS = 60_000;

const hexOf = (bytes: ArrayBuffer) =>
  [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, '0')).join('');

/** One by its making: the schema would be loaded before the first screen, which needs none. */
export const sha256Of = async (bytes: ArrayBuffer): Promise<Sha256> =>
  hexOf(await crypto.subtle.digest('SHA-256', bytes)) as Sha256;

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

/** `revision`: of the report whose words are printed there, where those may go on changing. */
export type PdfFile = { bytes: Blob; revision: number | null };

/** A PDF to show: `name` changes when the file does. `link` may look at what is known already. */
export const pdf = (
  name: readonly unknown[],
  link: (known: QueryClient) => Promise<FileLinkView & { revision?: number }>,
) =>
  queryOptions({
    queryKey: ['pdf', ...name],
    queryFn: async ({ client }): Promise<PdfFile> => {
      const found = await link(client);
      return { bytes: await fetchFile(found), revision: found.revision ?? null };
    },
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: FILE_KEPT_MS,
  });
export type PdfQuery = ReturnType<typeof pdf>;
