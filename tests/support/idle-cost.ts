// What does a stage cost in a month in which nobody does anything? Counted from its templates, by AWS's price lists.
import * as z from 'zod';

/** US dollars a month each: what AWS lists in November 2026 for ap-southeast-1, without what an account has free. */
const PRICES = { alarms: 0.1, metrics: 0.3, dashboards: 3, keys: 1, secrets: 0.4 };
type Priced = keyof typeof PRICES;

/** The properties of every resource of a type. */
type Resources = (type: string) => Record<string, unknown>[];

const Filter = z.object({
  MetricTransformations: z.array(
    z.object({ MetricNamespace: z.unknown(), MetricName: z.string() }),
  ),
});
/** An alarm over an expression pays for each metric in it. */
const Alarm = z.object({
  Metrics: z
    .array(z.object({ MetricStat: z.unknown().optional() }))
    .default([{ MetricStat: 'its own' }]),
});

/**
 * How many of each there are, and what they cost together, in US dollars. A metric counts for the hours in which it is
 * sent something, so theirs is the most. What is made by hand is not in it: a key of KMS for each who signs or seals.
 */
export const idleMonth = (all: Resources): { counted: Record<Priced, number>; dollars: number } => {
  const metrics = all('AWS::Logs::MetricFilter').flatMap((filter) =>
    Filter.parse(filter).MetricTransformations.map((made) => JSON.stringify(made)),
  );
  const alarms = all('AWS::CloudWatch::Alarm').flatMap((alarm) =>
    Alarm.parse(alarm).Metrics.filter(({ MetricStat }) => MetricStat !== undefined),
  );
  const counted = {
    alarms: alarms.length,
    metrics: new Set(metrics).size,
    dashboards: all('AWS::CloudWatch::Dashboard').length,
    keys: all('AWS::KMS::Key').length,
    secrets: all('AWS::SecretsManager::Secret').length,
  };
  const kinds = Object.entries(PRICES) as [Priced, number][];
  const dollars = kinds.reduce((sum, [kind, price]) => sum + counted[kind] * price, 0);
  return { counted, dollars };
};
