// What is known of what waits for a clerk, of both lists that the API has of it, and how do they go on?
import { useInfiniteQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { listHeldDeliveries, listRegistry } from '../../api/registry.ts';
import type { Kind } from '../../filters/filters.ts';
import { type Task, taskOfHeld, taskOfWaiting, together } from './tasks.ts';

/** Which of the two lists a kind stands in: the other one, however long, says nothing of it. */
const SUBMISSIONS: Kind[] = ['seal', 'stuck'];
const DELIVERIES: Kind[] = ['unreached', 'sentBack'];

/** Of one kind, or of every kind. */
export const useTasks = (kind: Kind | undefined) => {
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
  const isAsked = (task: Task) => kind === undefined || task.kind === kind;
  const goesOn = ({ hasNextPage }: typeof waiting | typeof held, kinds: Kind[]) =>
    hasNextPage && (kind === undefined || kinds.includes(kind));
  const [isMoreToSeal, isMoreToSend] = [goesOn(waiting, SUBMISSIONS), goesOn(held, DELIVERIES)];
  const parts = [
    { tasks: ofSubmissions.filter(isAsked), isMore: isMoreToSeal },
    { tasks: ofDeliveries.filter(isAsked), isMore: isMoreToSend },
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
    /** Of every kind: not to be shown yet, but known to be there; and whether there are others. */
    known: [...ofSubmissions, ...ofDeliveries],
    isMoreThanKnown: lists.some(({ hasNextPage }) => hasNextPage),
    more: {
      hasNextPage: isMoreToSeal || isMoreToSend,
      isFetchingNextPage: lists.some(({ isFetchingNextPage }) => isFetchingNextPage),
      fetchNextPage: () => {
        if (isMoreToSeal) void waiting.fetchNextPage();
        if (isMoreToSend) void held.fetchNextPage();
      },
    },
  };
};
