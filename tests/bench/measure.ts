// How are things timed side by side, and how is a figure printed?

/** One figure with its goal; a ratio unless `unit` says otherwise. */
export type Figure = {
  what: string;
  value: number;
  unit?: string;
  goal?: { atMost: number } | { atLeast: number };
};

/** What one measurement tells: the figures that count, and absolute ones for orientation only. */
export type Measured = { name: string; figures: Figure[]; orientation: Figure[] };

/** Enough for a median that holds; the first ones, while the engine still compiles, are not counted. */
const ROUNDS = 40;
const WARM_UP = 10;

/** The median milliseconds of each, all taking turns, so that a busy moment of the machine hits all alike. */
export const sideBySide = async <Name extends string>(
  work: Record<Name, () => unknown>,
  { rounds = ROUNDS, warmUp = WARM_UP } = {},
): Promise<Record<Name, number>> => {
  const names = Object.keys(work) as Name[];
  const times = new Map<Name, number[]>(names.map((name) => [name, []]));
  for (let round = 0; round < warmUp + rounds; round++) {
    for (const name of names) {
      const begin = performance.now();
      await work[name]();
      if (round >= warmUp) times.get(name)?.push(performance.now() - begin);
    }
  }
  const entries = names.map((name) => [name, median(times.get(name) ?? [])]);
  return Object.fromEntries(entries);
};

export const median = (values: readonly number[]): number => {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
};

/** Milliseconds, for orientation. */
export const milliseconds = (what: string, value: number): Figure => ({ what, value, unit: 'ms' });

export const reached = ({ value, goal }: Figure): boolean => {
  if (!goal) return true;
  return 'atMost' in goal ? value <= goal.atMost : value >= goal.atLeast;
};
