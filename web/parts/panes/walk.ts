// How does one go through the rows of a list, each opening beside it? By J and K from anywhere, by arrows within the list, by
// a press on a row; and nothing moves under the hand while the list is asked for again.
import { useHotkeys } from '@mantine/hooks';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { To } from './panes.tsx';
import { steadied } from './steady.ts';

/** `passed`: by a key, maybe on the way to another. `opened`: by a press on the very row. */
export type Going = 'passed' | 'opened';

/** A list that goes on, as `useInfiniteQuery` answers it. */
type More = { hasNextPage: boolean; isFetchingNextPage: boolean; fetchNextPage: () => unknown };

type Way<Item> = {
  /** Undefined until they are known. */
  items: Item[] | undefined;
  keyOf: (item: Item) => string;
  /** Which list it is, such as by its filters: another begins anew. */
  of: string;
  chosen: string | null;
  toOf: (item: Item) => To;
  onGo?: (key: string, how: Going) => void;
  more?: More;
};

export type Walk<Item> = Omit<Way<Item>, 'items'> & {
  rows: Item[];
  /** How many have come since, and are not shown yet. */
  fresh: number;
  showFresh: () => void;
  /** One up or down, by its place among `rows`; -1 where the chosen one is not among them. */
  at: number;
  go: (to: number) => void;
};

const isSame = (one: readonly unknown[], other: readonly unknown[]) =>
  one.length === other.length && one.every((item, at) => item === other[at]);

/** A question lies above what one goes through, and is answered first. */
export const isAsked = () => document.querySelector('[role=dialog]') !== null;

export const useWalk = <Item>(way: Way<Item>): Walk<Item> => {
  const { items = [], keyOf, of, chosen, toOf, onGo, more } = way;
  const navigate = useNavigate();
  const [kept, keep] = useState({ of, rows: items, seen: new Set<string>() });
  const { seen } = kept.of === of ? kept : { seen: new Set<string>() };
  const { rows, fresh } = steadied(kept.of === of ? kept.rows : [], items, keyOf, (key) =>
    seen.has(key),
  );
  const isNew = chosen !== null && !seen.has(chosen);
  if (kept.of !== of || !isSame(kept.rows, rows) || isNew)
    keep({ of, rows, seen: isNew ? new Set([...seen, chosen]) : seen });

  const at = rows.findIndex((item) => keyOf(item) === chosen);
  const go = (to: number) => {
    const row = rows[to];
    if (row === undefined) {
      if (to === rows.length && more?.hasNextPage && !more.isFetchingNextPage)
        void more.fetchNextPage();
      return;
    }
    onGo?.(keyOf(row), 'passed');
    // Back leads out of the list, not through all that was passed.
    void navigate({ ...toOf(row), replace: chosen !== null, resetScroll: false });
  };
  useHotkeys([
    ['J', () => isAsked() || go(at + 1)],
    ['K', () => isAsked() || go(Math.max(0, at - 1))],
  ]);
  const showFresh = () => keep({ of, rows: items, seen });
  return { ...way, rows, fresh, showFresh, at, go };
};
