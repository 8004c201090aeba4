// What stays in its place in a list that is asked for again and again? Everything that is shown: what has come since is
// counted, and shown when somebody wants it.

type Keyed<Item> = (item: Item) => string;

/**
 * `shown` is what stands there, `now` what the list says, both in the list's order. What is shown keeps its place and says
 * what it says now; what stands in `now` above the last of it is fresh, what stands below it is the list's next page.
 * What is in the list no more goes, unless `isKept`: whoever has just dealt with it still looks at it.
 */
export const steadied = <Item>(
  shown: readonly Item[],
  now: readonly Item[],
  keyOf: Keyed<Item>,
  isKept: (key: string) => boolean,
): { rows: Item[]; fresh: number } => {
  const current = new Map(now.map((item) => [keyOf(item), item]));
  const known = new Set(shown.map(keyOf));
  const last = now.findLastIndex((item) => known.has(keyOf(item)));
  // Nothing that was shown is in it: it is another list by now.
  if (last === -1 && !shown.some((item) => isKept(keyOf(item))))
    return { rows: [...now], fresh: 0 };
  const stay = shown.flatMap((item) => {
    const key = keyOf(item);
    const after = current.get(key) ?? (isKept(key) ? item : null);
    return after === null ? [] : [after];
  });
  const unknown = now.filter((item) => !known.has(keyOf(item)));
  const next = last === -1 ? [] : now.slice(last + 1);
  return { rows: [...stay, ...next], fresh: unknown.length - next.length };
};
