// How much waits behind each entry of the menu? A number beside its name, and nothing where nothing waits.
import { VisuallyHidden } from '@mantine/core';
import { type UseInfiniteQueryResult, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { ComponentType } from 'react';
import { listWaiting } from '../api/approval.ts';
import { counted } from '../api/asking.ts';
import { countUndecided } from '../api/inbox.ts';
import { listHeldDeliveries, listRegistry } from '../api/registry.ts';
import { Count as Many } from '../parts/tag.tsx';
import { words } from '../words/words.ts';
import { type Counted, countedIn, saidCount, together } from './counted.ts';
import type { MenuEntry } from './places.ts';

const navigation = words.navigation;

/** Seen as a number, heard as part of the place's name. */
const Count = ({ of, say }: { of: Counted; say: (count: string) => string }) => {
  const count = saidCount(of);
  return (
    count !== null && (
      <>
        <Many>{count}</Many>
        <VisuallyHidden>{say(count)}</VisuallyHidden>
      </>
    )
  );
};

const inList = ({
  data,
  hasNextPage,
}: UseInfiniteQueryResult<{ pages: { items: unknown[] }[] }>): Counted =>
  countedIn(data?.pages ?? [], hasNextPage);

const Waiting = () => (
  <Count of={inList(useInfiniteQuery(counted(listWaiting())))} say={navigation.waitingCount} />
);

const ForClerk = () => {
  const asked = inList(useInfiniteQuery(counted(listRegistry())));
  const held = inList(useInfiniteQuery(counted(listHeldDeliveries())));
  return <Count of={together(asked, held)} say={navigation.waitingCount} />;
};

const Unread = () => {
  const { data } = useQuery(countUndecided());
  const count = { count: data?.arrived.count ?? 0, isMore: data?.arrived.more ?? false };
  return <Count of={count} say={navigation.unreadCount} />;
};

export const COUNTS: Partial<Record<MenuEntry, ComponentType>> = {
  '/cho-toi': Waiting,
  '/van-thu': ForClerk,
  '/van-ban-den': Unread,
};
