// Which data points are there, and what do they come to within some minutes? By the names, dimensions and statistics of CloudWatch.
import { LocalStackError } from '../this-machine/local-stack-error.ts';

export type MetricName = {
  namespace: string;
  name: string;
  dimensions: Record<string, string>;
};

/** One measurement; `at` in milliseconds since 1970, `value` in the metric's own unit. */
export type Datum = MetricName & { at: number; value: number };

/** How often each value was measured: as much as every statistic needs, and no more for a thousand calls than for ten. */
type Distribution = Map<number, number>;

/** CloudWatch keeps what it is told by the minute. */
const MINUTE = 60_000;
/** Two days: longer than any alarm looks back. */
const KEPT_MINUTES = 2 * 24 * 60;

/** The same metric has the same key, in whatever order its dimensions are said. */
export const keyOf = ({ namespace, name, dimensions }: MetricName): string =>
  JSON.stringify([namespace, name, Object.entries(dimensions).toSorted()]);

const sorted = (values: Distribution): [number, number][] =>
  [...values].toSorted(([one], [other]) => one - other);

const countIn = (values: Distribution): number =>
  [...values.values()].reduce((sum, times) => sum + times, 0);

const sumOf = (values: Distribution): number =>
  [...values].reduce((sum, [value, times]) => sum + value * times, 0);

/** The smallest value that so many of a hundred do not exceed. */
const percentile = (values: Distribution, hundredths: number): number => {
  const needed = (countIn(values) * hundredths) / 100;
  let seen = 0;
  for (const [value, times] of sorted(values)) {
    seen += times;
    if (seen >= needed) return value;
  }
  return Number.NaN;
};

const STATISTICS: Record<string, (values: Distribution) => number> = {
  Sum: sumOf,
  SampleCount: countIn,
  Average: (values) => sumOf(values) / countIn(values),
  Minimum: (values) => Math.min(...values.keys()),
  Maximum: (values) => Math.max(...values.keys()),
};

const statisticOf = (name: string): ((values: Distribution) => number) => {
  const hundredths = /^p(\d+(?:\.\d+)?)$/.exec(name)?.[1];
  if (hundredths !== undefined) return (values) => percentile(values, Number(hundredths));
  const known = STATISTICS[name];
  if (known) return known;
  throw new LocalStackError(`The statistic ${name} is not known here.`);
};

export type MetricData = ReturnType<typeof openMetricData>;

export const openMetricData = () => {
  const metrics = new Map<string, Map<number, Distribution>>();

  return {
    put({ at, value, ...metric }: Datum): void {
      const key = keyOf(metric);
      const minutes = metrics.get(key) ?? new Map<number, Distribution>();
      metrics.set(key, minutes);
      const minute = Math.floor(at / MINUTE);
      const values: Distribution = minutes.get(minute) ?? new Map();
      if (!minutes.has(minute)) {
        for (const old of minutes.keys()) if (old < minute - KEPT_MINUTES) minutes.delete(old);
      }
      minutes.set(minute, values);
      values.set(value, (values.get(value) ?? 0) + 1);
    },

    /** Of the minutes that begin before `until` and not before `from`; undefined when nothing was measured in them. */
    statistic(
      metric: MetricName,
      name: string,
      { from, until }: { from: number; until: number },
    ): number | undefined {
      const within: Distribution = new Map();
      for (const [minute, values] of metrics.get(keyOf(metric)) ?? []) {
        if (minute * MINUTE < from || minute * MINUTE >= until) continue;
        for (const [value, times] of values) within.set(value, (within.get(value) ?? 0) + times);
      }
      return within.size === 0 ? undefined : statisticOf(name)(within);
    },

    has: (metric: MetricName): boolean => metrics.has(keyOf(metric)),
  };
};
