// What would CloudWatch say of this machine? What functions, gateway and state machine do becomes data points under AWS's names,
// lines of logs are counted by the template's filters, and the template's alarms are judged by both.
import * as z from 'zod';
import type { Count } from '../aws/counts.ts';
import type { DeployedFunction } from '../template/assembly.ts';
import type { SynthesizedTemplates } from '../template/templates.ts';
import { readWatch } from './deployed-watch.ts';
import { filterPattern } from './filter-pattern.ts';
import { type AlarmState, type DeployedAlarm, judgeAlarm } from './judge-alarm.ts';
import { type Datum, type MetricName, openMetricData } from './metric-data.ts';

export type JudgedAlarm = Pick<DeployedAlarm, 'id' | 'name' | 'description'> & {
  state: AlarmState;
};

/** An execution as far as it is watched: what happened in it, and when. */
type Watched = {
  arn: string;
  history: { at: number; type: string; state?: string | undefined }[];
};

type WatchingNeeds = {
  templates: () => SynthesizedTemplates;
  /** Of the one machine. */
  executions: () => { machineArn: string; all: Watched[] };
  counts: () => { table: string; all: Count[] };
  now: () => number;
};

/** What API Gateway writes down of a request, under the names of its variables. */
export type AnsweredRequest = {
  routeKey: string;
  status: number;
  milliseconds: number;
};

/** How an execution's events are called among its metrics; what is not named has none. */
const EXECUTION_METRICS: Record<string, string> = {
  ExecutionStarted: 'ExecutionsStarted',
  ExecutionSucceeded: 'ExecutionsSucceeded',
  ExecutionFailed: 'ExecutionsFailed',
  ExecutionTimedOut: 'ExecutionsTimedOut',
  ExecutionAborted: 'ExecutionsAborted',
};

/** A line of a log that says itself when it was written and how grave it is. */
const Line = z.looseObject({ timestamp: z.string(), level: z.string() });

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
};

/** Lambda takes such a line as it stands (its log format `JSON`); anything else becomes the message of one. */
const asLambdaWrites = (printed: string): object =>
  Line.safeParse(parsed(printed)).data ?? { level: 'INFO', message: printed };

export type Watching = ReturnType<typeof openWatching>;

export const openWatching = ({ templates, executions, counts, now }: WatchingNeeds) => {
  let read: { from: SynthesizedTemplates; watch: ReturnType<typeof readWatch> } | undefined;
  const watch = () => {
    const from = templates();
    if (read?.from !== from) {
      read = { from, watch: readWatch(from) };
      patterns.clear();
    }
    return read.watch;
  };
  const patterns = new Map<string, (line: unknown) => boolean>();
  const fitting = (pattern: string) => {
    const known = patterns.get(pattern) ?? filterPattern(pattern);
    patterns.set(pattern, known);
    return known;
  };

  let since = now();
  let data = openMetricData();
  const told = new Map<string, number>();
  const undelivered = new Map<string, number>();
  let spent = { read: 0, write: 0 };

  const measure = (
    namespace: string,
    dimensions: Record<string, string>,
    values: Record<string, number>,
    at = now(),
  ) => {
    for (const [name, value] of Object.entries(values)) {
      data.put({ namespace, name, dimensions, at, value });
    }
  };

  /** A line that has come to a log, counted by whichever filters it fits. */
  const logged = (logGroup: string | undefined, line: unknown, at = now()): void => {
    for (const filter of watch().filters) {
      if (filter.logGroup !== logGroup) continue;
      const value = fitting(filter.pattern)(line) ? 1 : filter.otherwise;
      if (value !== undefined) data.put({ ...filter.metric, at, value });
    }
  };

  /** Each event of each execution once, at the moment at which it happened. */
  const readHistories = (): void => {
    const { machineArn, all } = executions();
    for (const { arn, history } of all) {
      for (const { at, type, state } of history.slice(told.get(arn) ?? 0)) {
        const name = EXECUTION_METRICS[type];
        if (name) measure('AWS/States', { StateMachineArn: machineArn }, { [name]: 1 }, at);
        const details = state === undefined ? {} : { name: state };
        logged(watch().logGroups.machine, { type, details, execution_arn: arn }, at);
      }
      told.set(arn, history.length);
    }
  };

  const readCounts = (at: number): void => {
    const { table, all } = counts();
    const sum = (units: 'readUnits' | 'writeUnits') =>
      all.reduce((total, count) => total + count[units], 0);
    const total = { read: sum('readUnits'), write: sum('writeUnits') };
    const more = {
      ConsumedReadCapacityUnits: total.read - spent.read,
      ConsumedWriteCapacityUnits: total.write - spent.write,
    };
    spent = total;
    // They were counted anew meanwhile.
    if (more.ConsumedReadCapacityUnits < 0) return;
    measure('AWS/DynamoDB', { TableName: table }, more, at);
  };

  const readQueues = (at: number): void => {
    for (const queue of new Set(watch().deadLetters.values())) {
      const depth = undelivered.get(queue) ?? 0;
      const values = { ApproximateNumberOfMessagesVisible: depth };
      measure('AWS/SQS', { QueueName: queue }, values, at);
    }
  };

  const lookAround = (at: number): void => {
    readHistories();
    readCounts(at);
    readQueues(at);
  };

  return {
    /** A call of a function that has ended, and how. */
    called(
      { name }: Pick<DeployedFunction, 'name'>,
      { at, milliseconds, failed }: { at: number; milliseconds: number; failed: boolean },
    ): void {
      const values = {
        Invocations: 1,
        Errors: failed ? 1 : 0,
        Throttles: 0,
        Duration: Math.round(milliseconds),
      };
      measure('AWS/Lambda', { FunctionName: name }, values, at);
    },

    /** A line that a function has printed. */
    printed({ name }: Pick<DeployedFunction, 'name'>, line: string): void {
      logged(watch().logGroups.functions.get(name), asLambdaWrites(line));
    },

    /** An event that a function could not take, after all tries. */
    undelivered({ name }: Pick<DeployedFunction, 'name'>): void {
      const queue = watch().deadLetters.get(name);
      if (queue !== undefined) undelivered.set(queue, (undelivered.get(queue) ?? 0) + 1);
    },

    answered({ routeKey, status, milliseconds }: AnsweredRequest): void {
      const { apiId, logGroups } = watch();
      const values = {
        Count: 1,
        '4xx': status >= 400 && status < 500 ? 1 : 0,
        '5xx': status >= 500 ? 1 : 0,
        Latency: Math.round(milliseconds),
      };
      measure('AWS/ApiGateway', { ApiId: apiId }, values);
      const said: Record<string, unknown> = {
        routeKey,
        status,
        responseLatency: Math.round(milliseconds),
      };
      const line = logGroups.gateway.format.replace(/\$context\.([\w.]+)/g, (_, variable: string) =>
        String(said[variable] ?? '-'),
      );
      logged(logGroups.gateway.logGroup, JSON.parse(line));
    },

    /** A data point fed by hand: of what happens on AWS alone. */
    put: (datum: Datum): void => data.put(datum),

    /** Every alarm as it stands at that moment, with what is known now. */
    alarms(at = now()): JudgedAlarm[] {
      lookAround(at);
      return watch().alarms.map((alarm) => ({
        id: alarm.id,
        name: alarm.name,
        description: alarm.description,
        state: judgeAlarm(alarm, data, { at, since }),
      }));
    },

    /** What a dashboard shows, and whether it was ever measured. */
    shown(): (MetricName & { measured: boolean })[] {
      lookAround(now());
      return watch().shown.map((metric) => ({ ...metric, measured: data.has(metric) }));
    },

    /** Begins anew: what has happened so far is not counted. */
    forget(): void {
      lookAround(now());
      since = now();
      data = openMetricData();
      undelivered.clear();
    },
  };
};
