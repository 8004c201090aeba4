// How is a count shown? As people count, and no further than a glance needs.

export type Counted = { count: number; isMore: boolean };

/** Three digits say no more at a glance, and are as wide as the names beside them. */
const MOST_SAID = 99;

export const countedIn = (pages: { items: unknown[] }[], isMore: boolean): Counted => ({
  count: pages.reduce((sum, { items }) => sum + items.length, 0),
  isMore,
});

export const together = (one: Counted, other: Counted): Counted => ({
  count: one.count + other.count,
  isMore: one.isMore || other.isMore,
});

/** Null where there is nothing to say. */
export const saidCount = ({ count, isMore }: Counted): string | null => {
  if (count === 0) return null;
  return isMore || count > MOST_SAID ? `${Math.min(count, MOST_SAID)}+` : String(count);
};
