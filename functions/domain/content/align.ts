// Which elements of two sequences belong together? The same ones, in the same order, as many as can be found in bounded time.

/** A place in the one and a place in the other. */
export type Match = readonly [before: number, after: number];

/**
 * Compared each with each: 500 by 500 take a millisecond. Larger stretches are first cut at elements that either side
 * has once; what cannot be cut counts as different, so that no input takes longer than its length allows.
 */
const MOST_CELLS = 250_000;
/** Real texts are cut up after two or three times; whoever needs more has been written to take time. */
const MOST_CUTS = 10;

type Stretch = { from: number; to: number; beside: number; until: number };

/** The longest common part, element by element. */
const commonIn = (before: readonly string[], after: readonly string[], at: Stretch): Match[] => {
  const [rows, columns] = [at.to - at.from, at.until - at.beside];
  const width = columns + 1;
  const longest = new Uint32Array((rows + 1) * width);
  const from = (row: number, column: number) => longest[row * width + column] ?? 0;
  const isSame = (row: number, column: number) =>
    before[at.from + row] === after[at.beside + column];
  for (let row = rows - 1; row >= 0; row -= 1) {
    for (let column = columns - 1; column >= 0; column -= 1) {
      longest[row * width + column] = isSame(row, column)
        ? from(row + 1, column + 1) + 1
        : Math.max(from(row + 1, column), from(row, column + 1));
    }
  }
  const matches: Match[] = [];
  for (let row = 0, column = 0; row < rows && column < columns; ) {
    if (isSame(row, column)) {
      matches.push([at.from + row, at.beside + column]);
      row += 1;
      column += 1;
    } else if (from(row + 1, column) >= from(row, column + 1)) row += 1;
    else column += 1;
  }
  return matches;
};

/** Where each element lies that occurs only once. */
const onceIn = (elements: readonly string[], from: number, to: number): Map<string, number> => {
  const places = new Map<string, number>();
  const often = new Set<string>();
  for (let at = from; at < to; at += 1) {
    const element = elements[at] ?? '';
    if (places.has(element)) often.add(element);
    else places.set(element, at);
  }
  for (const element of often) places.delete(element);
  return places;
};

/** Of matches ascending in `before`, the most that ascend in `after` too. */
const ascending = (matches: Match[]): Match[] => {
  /** The chains of each length that end earliest, each link with the one before. */
  type Link = { match: Match; previous: Link | undefined };
  const ends: Link[] = [];
  for (const match of matches) {
    let [low, high] = [0, ends.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((ends[middle]?.match[1] ?? 0) < match[1]) low = middle + 1;
      else high = middle;
    }
    ends[low] = { match, previous: ends[low - 1] };
  }
  const chain: Match[] = [];
  for (let link = ends.at(-1); link !== undefined; link = link.previous) chain.push(link.match);
  return chain.reverse();
};

const anchorsIn = (before: readonly string[], after: readonly string[], at: Stretch): Match[] => {
  const there = onceIn(after, at.beside, at.until);
  const both = [...onceIn(before, at.from, at.to)].flatMap(([element, place]): Match[] => {
    const beside = there.get(element);
    return beside === undefined ? [] : [[place, beside]];
  });
  return ascending(both.toSorted(([one], [other]) => one - other));
};

const matchesIn = (
  before: readonly string[],
  after: readonly string[],
  whole: Stretch,
  cuts: number,
): Match[] => {
  const { ...at } = whole;
  const head: Match[] = [];
  while (at.from < at.to && at.beside < at.until && before[at.from] === after[at.beside]) {
    head.push([at.from, at.beside]);
    at.from += 1;
    at.beside += 1;
  }
  const tail: Match[] = [];
  while (at.from < at.to && at.beside < at.until && before[at.to - 1] === after[at.until - 1]) {
    at.to -= 1;
    at.until -= 1;
    tail.push([at.to, at.until]);
  }
  return [...head, ...middleOf(before, after, at, cuts), ...tail.reverse()];
};

const middleOf = (
  before: readonly string[],
  after: readonly string[],
  at: Stretch,
  cuts: number,
): Match[] => {
  if (at.from === at.to || at.beside === at.until) return [];
  if ((at.to - at.from) * (at.until - at.beside) <= MOST_CELLS) return commonIn(before, after, at);
  const anchors = cuts < MOST_CUTS ? anchorsIn(before, after, at) : [];
  if (anchors.length === 0) return [];
  let { from, beside } = at;
  const matches: Match[] = [];
  for (const [to, until] of [...anchors, [at.to, at.until] as const]) {
    for (const match of matchesIn(before, after, { from, to, beside, until }, cuts + 1))
      matches.push(match);
    if (to < at.to) matches.push([to, until]);
    [from, beside] = [to + 1, until + 1];
  }
  return matches;
};

/** Both places ascend from match to match; what is matched is equal. */
export const align = (before: readonly string[], after: readonly string[]): Match[] =>
  matchesIn(before, after, { from: 0, to: before.length, beside: 0, until: after.length }, 0);

/** What the one has and the other has not, up to the next match. */
export type Gap<Element> = { gone: Element[]; come: Element[]; match: [Element, Element] | null };

/** Both sequences from end to end; the last gap has no match behind it. */
export const gapsBetween = <Element>(
  before: readonly Element[],
  after: readonly Element[],
  matches: readonly Match[],
): Gap<Element>[] => {
  let [from, beside] = [0, 0];
  const gaps = matches.map(([at, other]): Gap<Element> => {
    const gone = before.slice(from, at);
    const come = after.slice(beside, other);
    [from, beside] = [at + 1, other + 1];
    const [one, two] = [before[at], after[other]];
    return { gone, come, match: one === undefined || two === undefined ? null : [one, two] };
  });
  return [...gaps, { gone: before.slice(from), come: after.slice(beside), match: null }];
};
