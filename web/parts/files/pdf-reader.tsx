// How is a PDF read here, on a desk and on a phone? Drawn by the page itself as wide as there is room, its bytes checked before.
import { Anchor, Group, Text } from '@mantine/core';
import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { PdfQuery } from '../../api/file.ts';
import { words } from '../../words/words.ts';
import { IconPress } from '../icon-press.tsx';
import { LargerIcon, SmallerIcon } from '../icons.tsx';
import { laterPart } from '../newer-version.ts';
import { Loading } from '../trouble/loading.tsx';
import { Trouble } from '../trouble/outcome.tsx';
import { useAddressOf } from './address-of.ts';
import type { Followed } from './kept-in-sight.ts';
import type { PaperMark } from './paper-marks.tsx';
import styles from './pdf-reader.module.css';
import type { Finder, Pointed } from './pdf-sheets.tsx';
import { useZoom } from './zoom.ts';

/**
 * What draws comes when a PDF is first read, and is asked for as everything is: on a bad network it may be late, fail and
 * be asked for again, and the desk around it goes on.
 */
const drawing = queryOptions({
  queryKey: ['pdf-sheets'],
  queryFn: () => laterPart(() => import('./pdf-sheets.tsx')),
  staleTime: Number.POSITIVE_INFINITY,
  gcTime: Number.POSITIVE_INFINITY,
});

/** Milliseconds: a sentence about a place is read meanwhile, and the place is looked at. */
const SAID = 4_000;

/** Says for a moment to which page one was led. */
const useLed = () => {
  const [led, setLed] = useState<string | null>(null);
  useEffect(() => {
    if (led === null) return;
    const passing = setTimeout(() => setLed(null), SAID);
    return () => clearTimeout(passing);
  }, [led]);
  return {
    led,
    tell: (page: number | null) =>
      setLed(page === null ? words.page.notThere : words.page.ledTo(page + 1)),
  };
};

/**
 * `onPages` hears how many sheets there are once they can be read; `followed` is the
 * line that stays in sight, `marked` what is marked on the sheets, `pointed` a place that somebody wants to see. `name` is
 * that of a file which is no document of the house, `back` the way from it to that, which is `isAside` meanwhile: where one
 * was in it, one is again. `tools` stand above the sheets.
 */
export const PdfReader = ({
  pdf,
  onPages,
  followed,
  marked,
  pointed,
  tools,
  name,
  back,
  isAside = false,
}: {
  pdf: PdfQuery;
  onPages?: (pages: number) => void;
  followed?: Followed;
  marked?: Finder<PaperMark[]> | null;
  pointed?: Pointed | null;
  tools?: ReactNode;
  name?: string;
  back?: ReactNode;
  isAside?: boolean;
}) => {
  const asked = useQuery({ ...pdf, placeholderData: keepPreviousData });
  const drawn = useQuery(drawing);
  const PdfSheets = drawn.data?.PdfSheets;
  const address = useAddressOf(asked.data?.bytes);
  const title = name ?? words.page.title;
  const reader = useRef<HTMLElement>(null);
  const { isLarger, toggle } = useZoom(reader);
  const { led, tell } = useLed();
  const isAsked = asked.isFetching ? (name ? words.app.loading : words.page.preparing) : null;
  /** Nothing else is to be said. */
  const isTitle = isAsked === null && led === null && !name;
  return (
    <section
      ref={reader}
      aria-label={title}
      className={styles.page}
      // A press elsewhere may lead here.
      tabIndex={-1}
      data-reader
      hidden={isAside}
    >
      <Group justify="space-between" gap="xs" className={styles.bar ?? ''}>
        {back}
        <Text
          size="sm"
          role="status"
          className={styles.said ?? ''}
          data-idle={isTitle || undefined}
        >
          {isAsked ?? led ?? title}
        </Text>
        {tools}
        {asked.data && (
          <IconPress name={isLarger ? words.page.whole : words.page.larger} onClick={toggle}>
            {isLarger ? <SmallerIcon /> : <LargerIcon />}
          </IconPress>
        )}
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
        <PdfSheets
          file={asked.data}
          heard={{ pages: onPages, pointed: tell }}
          followed={followed}
          marked={marked}
          pointed={pointed}
        />
      )}
    </section>
  );
};
