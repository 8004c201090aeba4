// What do the templates say of watching? Which lines of which logs are counted, when an alarm rings, what a dashboard shows.
import type { Resource, SynthesizedTemplates } from '../template/templates.ts';
import type { DeployedAlarm } from './judge-alarm.ts';
import type { MetricName } from './metric-data.ts';

export type DeployedFilter = {
  logGroup: string;
  pattern: string;
  metric: MetricName;
  /** What is counted of a line that does not fit. */
  otherwise: number | undefined;
};

type Json = Record<string, unknown>;
const asJson = (value: unknown): Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : {};
const asList = (value: unknown): Json[] => (Array.isArray(value) ? value.map(asJson) : []);

const reading =
  (templates: SynthesizedTemplates) =>
  <Read>(type: string, read: (properties: Json, resource: Resource) => Read): Read[] =>
    templates
      .ofType(type)
      .map((resource) => read(asJson(templates.resolve(resource.properties, resource)), resource));

const metricOf = ({ Namespace, MetricName, Dimensions }: Json): MetricName => ({
  namespace: String(Namespace),
  name: String(MetricName),
  dimensions: Object.fromEntries(
    asList(Dimensions).map(({ Name, Value }) => [String(Name), String(Value)]),
  ),
});

const filtersOf = (templates: SynthesizedTemplates): DeployedFilter[] =>
  reading(templates)('AWS::Logs::MetricFilter', (properties) =>
    asList(properties.MetricTransformations).map((made) => ({
      logGroup: String(properties.LogGroupName),
      pattern: String(properties.FilterPattern),
      metric: {
        namespace: String(made.MetricNamespace),
        name: String(made.MetricName),
        dimensions: {},
      },
      otherwise: made.DefaultValue === undefined ? undefined : Number(made.DefaultValue),
    })),
  ).flat();

/** Five minutes: what CloudWatch takes where an alarm of an expression says nothing. */
const USUAL_PERIOD = 300;

const queryOf = ({
  Id,
  ReturnData,
  Expression,
  MetricStat,
}: Json): DeployedAlarm['queries'][number] => {
  const asked = { id: String(Id), compared: ReturnData !== false };
  if (Expression !== undefined) return { ...asked, expression: String(Expression) };
  const { Metric, Stat } = asJson(MetricStat);
  return { ...asked, metric: metricOf(asJson(Metric)), statistic: String(Stat) };
};

const alarmOf =
  (templates: SynthesizedTemplates) =>
  (properties: Json, resource: Resource): DeployedAlarm => {
    const several = asList(properties.Metrics);
    const [period = USUAL_PERIOD] = several.flatMap(({ MetricStat }) =>
      MetricStat === undefined ? [] : [Number(asJson(MetricStat).Period)],
    );
    return {
      id: resource.path.split('/').at(-2) ?? resource.path,
      name: templates.name(resource),
      description: String(properties.AlarmDescription),
      queries:
        several.length > 0
          ? several.map(queryOf)
          : [
              {
                id: 'only',
                compared: true,
                metric: metricOf(properties),
                statistic: String(properties.Statistic ?? properties.ExtendedStatistic),
              },
            ],
      periodSeconds: Number(properties.Period ?? period),
      threshold: Number(properties.Threshold),
      comparison: String(properties.ComparisonOperator),
      evaluationPeriods: Number(properties.EvaluationPeriods),
      datapointsToAlarm: Number(properties.DatapointsToAlarm ?? properties.EvaluationPeriods),
      missing: String(properties.TreatMissingData ?? 'missing'),
    };
  };

/** A dashboard says a metric in a row: `["AWS/Lambda", "Errors", "FunctionName", "…", {}]`; a dot repeats what stands above. */
const rowsOf = (widget: Json): MetricName[] => {
  const rows = asJson(widget.properties).metrics;
  let above: string[] = [];
  return (Array.isArray(rows) ? rows : []).flatMap((row: unknown[]) => {
    const said = row.filter((part) => typeof part === 'string');
    if (said.length < 2) return [];
    above = said.map((part, place) => (part === '.' ? (above[place] ?? part) : part));
    const [namespace = '', name = '', ...rest] = above;
    const dimensions = rest.flatMap((part, place) =>
      place % 2 === 0 ? [[part, rest[place + 1] ?? '']] : [],
    );
    return [{ namespace, name, dimensions: Object.fromEntries(dimensions) }];
  });
};

const shownOf = (templates: SynthesizedTemplates): MetricName[] =>
  reading(templates)('AWS::CloudWatch::Dashboard', ({ DashboardBody }) =>
    asList(asJson(JSON.parse(String(DashboardBody))).widgets).flatMap(rowsOf),
  ).flat();

const logGroupsOf = (templates: SynthesizedTemplates) => {
  const read = reading(templates);
  /** `arn:…:log-group:NAME:*` */
  const named = (arn: unknown) => String(arn).split(':')[6] ?? '';
  const functions = read('AWS::Lambda::Function', ({ LoggingConfig }, resource) => [
    templates.name(resource),
    String(asJson(LoggingConfig).LogGroup),
  ]);
  const [machine = ''] = read('AWS::StepFunctions::StateMachine', ({ LoggingConfiguration }) => {
    const [destination] = asList(asJson(LoggingConfiguration).Destinations);
    return named(asJson(asJson(destination).CloudWatchLogsLogGroup).LogGroupArn);
  });
  const [gateway = { logGroup: '', format: '{}' }] = read(
    'AWS::ApiGatewayV2::Stage',
    ({ AccessLogSettings }) => {
      const { DestinationArn, Format } = asJson(AccessLogSettings);
      return { logGroup: named(DestinationArn), format: String(Format) };
    },
  );
  return { functions: new Map(functions as [string, string][]), machine, gateway };
};

/** The queue for what a function could not take, by the function's name. */
const deadLettersOf = (templates: SynthesizedTemplates): Map<string, string> =>
  new Map(
    reading(templates)('AWS::Lambda::Function', ({ DeadLetterConfig }, resource) => {
      const target = asJson(DeadLetterConfig).TargetArn;
      const name = String(target).split(':').at(-1) ?? '';
      return target === undefined ? [] : [[templates.name(resource), name] as [string, string]];
    }).flat(),
  );

export const readWatch = (templates: SynthesizedTemplates) => {
  const [apiId = ''] = templates.ofType('AWS::ApiGatewayV2::Api').map(templates.name);
  return {
    alarms: reading(templates)('AWS::CloudWatch::Alarm', alarmOf(templates)),
    filters: filtersOf(templates),
    shown: shownOf(templates),
    logGroups: logGroupsOf(templates),
    deadLetters: deadLettersOf(templates),
    apiId,
  };
};
