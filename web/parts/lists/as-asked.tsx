// How is a list shown that comes a page at a time? As much as was asked for, and more on request.
import { Button } from '@mantine/core';
import type { UseInfiniteQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { words } from '../../words/words.ts';
import { Loaded } from '../trouble/loaded.tsx';
import styles from './as-asked.module.css';
import { saidEmpty } from './empty.tsx';

export type Asked<Item> = UseInfiniteQueryResult<{ pages: { items: Item[] }[] }>;

export const AsAsked = <Item,>({
  asked,
  empty,
  children,
}: {
  asked: Asked<Item>;
  empty: ReactNode;
  /** Is given what there is, one at least. */
  children: (items: Item[]) => ReactNode;
}) => (
  <Loaded asked={asked}>
    {({ pages }) => {
      const items = pages.flatMap((page) => page.items);
      // A search looks so far at a time: that there is nothing is known at its end only.
      const isUnderWay = items.length === 0 && asked.hasNextPage;
      return (
        <>
          {items.length > 0
            ? children(items)
            : saidEmpty(isUnderWay ? words.search.noneYet : empty)}
          {asked.hasNextPage && (
            <Button
              variant="default"
              className={styles.more ?? ''}
              loading={asked.isFetchingNextPage}
              onClick={() => void asked.fetchNextPage()}
            >
              {isUnderWay ? words.search.goOn : words.app.more}
            </Button>
          )}
        </>
      );
    }}
  </Loaded>
);
