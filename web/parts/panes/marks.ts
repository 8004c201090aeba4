// Which rows are marked, for one press over all of them? By the box of each, with Shift from the last one to it, by X where one
// reads, or all that are shown.
import { useHotkeys } from '@mantine/hooks';
import { useState } from 'react';
import { isAsked, type Walk } from './walk.ts';

export type Marks<Item> = {
  /** In the order of the list. */
  marked: Item[];
  /** How many there are to mark, marked or not. */
  count: number;
  mayMark: (item: Item) => boolean;
  isMarked: (item: Item) => boolean;
  /** `through`: with all between it and the one before. */
  mark: (item: Item, is: boolean, through?: boolean) => void;
  markAll: (is: boolean) => void;
};

/** What stands between two places, both with it. */
const between = <Item>(rows: Item[], one: number, other: number) =>
  rows.slice(Math.min(one, other), Math.max(one, other) + 1);

/** `most` are marked at once: of more, those that stand first. */
export const useMarks = <Item>(
  { rows, at, of, keyOf }: Pick<Walk<Item>, 'rows' | 'at' | 'of' | 'keyOf'>,
  { mayMark, most }: { mayMark: (item: Item) => boolean; most: number },
): Marks<Item> => {
  const none = { of, keys: new Set<string>(), last: '' };
  const [kept, keep] = useState(none);
  // Another list, other marks: what is not shown is not pressed over.
  const { keys, last } = kept.of === of ? kept : none;
  const may = rows.filter(mayMark);
  const marked = may.filter((item) => keys.has(keyOf(item)));

  const put = (items: Item[], is: boolean, from: string) => {
    const changed = new Set(items.map(keyOf));
    const wanted = may.filter((item) => {
      const key = keyOf(item);
      return changed.has(key) ? is : keys.has(key);
    });
    keep({ of, keys: new Set(wanted.slice(0, most).map(keyOf)), last: from });
  };
  const mark: Marks<Item>['mark'] = (item, is, through = false) => {
    const key = keyOf(item);
    const from = through ? may.findIndex((each) => keyOf(each) === last) : -1;
    put(from === -1 ? [item] : between(may, from, may.indexOf(item)), is, key);
  };
  const isMarked = (item: Item) => keys.has(keyOf(item)) && mayMark(item);
  useHotkeys([
    [
      'X',
      () => {
        const row = rows[at];
        if (row !== undefined && mayMark(row) && !isAsked()) mark(row, !isMarked(row));
      },
    ],
  ]);
  return {
    marked,
    count: Math.min(may.length, most),
    mayMark,
    isMarked,
    mark,
    markAll: (is) => put(may, is, ''),
  };
};
