// How is a PDF read here, on a desk and on a phone? Drawn by the page itself as wide as there is room, its bytes checked before.
import { Anchor, Group, Text } from '@mantine/core';
import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { PdfQuery } from '../../api/file.ts';
import { ProblemError } from '../../api/problem.ts';
import { words } from '../../words/words.ts';
import { Loading } from '../trouble/loading.tsx';
import { Trouble } from '../trouble/outcome.tsx';
import { useAddressOf } from './address-of.ts';
import type { Followed } from './kept-in-sight.ts';
import styles from './pdf-reader.module.css';

/**
 * What draws comes when a PDF is first read, and is asked for as everything is: on a bad network it may be late, fail and
 * be asked for again, and the desk around it goes on.
 */
const drawing = queryOptions({
  queryKey: ['pdf-sheets'],
  queryFn: () =>
    import('./pdf-sheets.tsx').catch((cause) => {
      throw new ProblemError('offline', {}, { cause });
    }),
  staleTime: Number.POSITIVE_INFINITY,
  gcTime: Number.POSITIVE_INFINITY,
});

/**
 * `onPages` hears how many sheets there are once they can be read; `revision` names the words it shows; `followed` is the
 * line that stays in sight. `name` is that of a file which is no document of the house, `back` the way from it to that,
 * which is `isAside` meanwhile: where one was in it, one is again.
 */
export const PdfReader = ({
  pdf,
  revision,
  onPages,
  followed,
  name,
  back,
  isAside = false,
}: {
  pdf: PdfQuery;
  revision?: number;
  onPages?: (pages: number) => void;
  followed?: Followed;
  name?: string;
  back?: ReactNode;
  isAside?: boolean;
}) => {
  const asked = useQuery({ ...pdf, placeholderData: keepPreviousData });
  const drawn = useQuery(drawing);
  const PdfSheets = drawn.data?.PdfSheets;
  const address = useAddressOf(asked.data);
  const title = name ?? words.page.title;
  return (
    <section aria-label={title} className={styles.page} data-revision={revision} hidden={isAside}>
      <Group justify="space-between" gap="xs" className={styles.bar ?? ''}>
        {back}
        <Text size="sm" role="status" className={styles.said ?? ''}>
          {asked.isFetching ? (name ? words.app.loading : words.page.preparing) : title}
        </Text>
        {address && (
          <Anchor href={address} target="_blank" size="sm">
            {words.page.open}
          </Anchor>
        )}
      </Group>
      {asked.error && <Trouble error={asked.error} retry={() => void asked.refetch()} />}
      {drawn.error && <Trouble error={drawn.error} retry={() => void drawn.refetch()} />}
      {!PdfSheets && !drawn.error && <Loading />}
      {PdfSheets && asked.data && (
        <PdfSheets file={asked.data} {...(onPages && { onPages })} followed={followed} />
      )}
    </section>
  );
};
