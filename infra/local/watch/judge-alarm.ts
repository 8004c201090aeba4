// Does an alarm ring at this moment? By CloudWatch's rules, over the data points of its last periods.
// https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/AlarmThatSendsEmail.html
import { LocalStackError } from '../this-machine/local-stack-error.ts';
import type { MetricData, MetricName } from './metric-data.ts';
import { reckon } from './metric-math.ts';

/** A metric under an id, or an expression over such; one of them is what is compared. */
type Query = { id: string; compared: boolean } & (
  | { metric: MetricName; statistic: string }
  | { expression: string }
);

export type DeployedAlarm = {
  /** The construct's own id, by which the runbook has its heading. */
  id: string;
  name: string;
  description: string;
  queries: Query[];
  periodSeconds: number;
  threshold: number;
  comparison: string;
  evaluationPeriods: number;
  datapointsToAlarm: number;
  missing: string;
};

export type AlarmState = 'OK' | 'ALARM' | 'INSUFFICIENT_DATA';

const COMPARISONS: Record<string, (value: number, threshold: number) => boolean> = {
  GreaterThanOrEqualToThreshold: (value, threshold) => value >= threshold,
  GreaterThanThreshold: (value, threshold) => value > threshold,
  LessThanThreshold: (value, threshold) => value < threshold,
  LessThanOrEqualToThreshold: (value, threshold) => value <= threshold,
};

/** CloudWatch looks at more periods than it needs, so that one that is late is waited for: five, says AWS, where it needs three. */
const LOOKED_AT_BESIDES = 2;
const MINUTE = 60_000;

export const looksBack = ({ evaluationPeriods, periodSeconds }: DeployedAlarm): number =>
  (evaluationPeriods + LOOKED_AT_BESIDES) * periodSeconds * 1000;

/**
 * Of periods from the oldest to the newest, true where the threshold is breached and undefined where nothing was measured:
 * does it ring? Of what was measured the newest count; only where there is too little is the rest filled up.
 */
export const rings = (
  points: (boolean | undefined)[],
  alarm: Pick<DeployedAlarm, 'evaluationPeriods' | 'datapointsToAlarm' | 'missing'>,
): boolean => {
  const { evaluationPeriods, datapointsToAlarm, missing } = alarm;
  if (missing !== 'breaching' && missing !== 'notBreaching') {
    throw new LocalStackError(`An alarm that takes missing data as ${missing} is not judged here.`);
  }
  const measured = points.filter((point) => point !== undefined).slice(-evaluationPeriods);
  const filled = missing === 'breaching' ? evaluationPeriods - measured.length : 0;
  return measured.filter((point) => point).length + filled >= datapointsToAlarm;
};

const measuredIn = (
  { queries }: DeployedAlarm,
  data: MetricData,
  period: { from: number; until: number },
): number | undefined => {
  const measured = Object.fromEntries(
    queries.flatMap((query) =>
      'metric' in query ? [[query.id, data.statistic(query.metric, query.statistic, period)]] : [],
    ),
  );
  const compared = queries.find((query) => query.compared);
  if (!compared) throw new LocalStackError('An alarm compares nothing.');
  return 'expression' in compared ? reckon(compared.expression, measured) : measured[compared.id];
};

/** `since` is when the measuring began: what was before, nobody knows. */
export const judgeAlarm = (
  alarm: DeployedAlarm,
  data: MetricData,
  { at, since }: { at: number; since: number },
): AlarmState => {
  const compare = COMPARISONS[alarm.comparison];
  if (!compare) throw new LocalStackError(`${alarm.id} compares by ${alarm.comparison}.`);
  if (alarm.missing === 'breaching' && at - looksBack(alarm) < since) return 'INSUFFICIENT_DATA';
  // The periods end with the minute that is running.
  const end = (Math.floor(at / MINUTE) + 1) * MINUTE;
  const length = alarm.periodSeconds * 1000;
  const points = Array.from({ length: alarm.evaluationPeriods + LOOKED_AT_BESIDES }, (_, index) => {
    const until = end - index * length;
    const value = measuredIn(alarm, data, { from: until - length, until });
    return value === undefined ? undefined : compare(value, alarm.threshold);
  });
  return rings(points.reverse(), alarm) ? 'ALARM' : 'OK';
};
