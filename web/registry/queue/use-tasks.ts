// What is known of what waits for a clerk, of both lists that the API has of it, and how do they go on?
import { useInfiniteQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { listHeldDeliveries, listRegistry } from '../../api/registry.ts';
import { taskOfHeld, taskOfWaiting, together } from './tasks.ts';

export const useTasks = () => {
  const waiting = useInfiniteQuery(listRegistry());
  const held = useInfiniteQuery(listHeldDeliveries());
  const lists = [waiting, held];
  // The same rows stay the same things: who goes through them tells by that what has changed.
  const ofSubmissions = useMemo(
    () => waiting.data?.pages.flatMap(({ items }) => items.map(taskOfWaiting)) ?? [],
    [waiting.data],
  );
  const ofDeliveries = useMemo(
    () => held.data?.pages.flatMap(({ items }) => items.map(taskOfHeld)) ?? [],
    [held.data],
  );
  const parts = [
    { tasks: ofSubmissions, isMore: waiting.hasNextPage },
    { tasks: ofDeliveries, isMore: held.hasNextPage },
  ];
  const isPending = lists.some((list) => list.isPending);
  const isPaused = lists.some(({ fetchStatus }) => fetchStatus === 'paused');
  return {
    /** In their order, as one question would answer them. What one list alone cannot say does not keep back the other. */
    asked: {
      data: isPending ? undefined : together(parts),
      error: lists.find(({ error }) => error !== null)?.error ?? null,
      fetchStatus: isPaused ? ('paused' as const) : ('idle' as const),
      refetch: () => {
        for (const { error, refetch } of lists) if (error !== null) void refetch();
      },
    },
    /** Not to be shown yet, but known to be there. */
    known: parts.flatMap(({ tasks }) => tasks),
    more: {
      hasNextPage: lists.some(({ hasNextPage }) => hasNextPage),
      isFetchingNextPage: lists.some(({ isFetchingNextPage }) => isFetchingNextPage),
      fetchNextPage: () => {
        for (const { hasNextPage, fetchNextPage } of lists) if (hasNextPage) void fetchNextPage();
      },
    },
  };
};
