// How is the office's day? What was submitted, signed, issued, delivered and opened; what stands still; how long people wait; what
// it costs. Counted by lines that are logged anyway: what is paid for is the dashboard and each metric (infra/README.md).
import { Duration } from 'aws-cdk-lib';
import {
  Dashboard,
  GraphWidget,
  type IMetric,
  MathExpression,
  Metric,
  Stats,
  TextWidget,
} from 'aws-cdk-lib/aws-cloudwatch';
import { FilterPattern, MetricFilter } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { happened } from '../../functions/contracts/agreed-names.ts';
import type { Happening } from '../../functions/domain/audit-event.ts';
import type { ApiStack } from '../stacks/api-stack.ts';
import type { DataStack } from '../stacks/data-stack.ts';
import type { WebStack } from '../stacks/web-stack.ts';
import type { WorkflowStack } from '../stacks/workflow-stack.ts';
import type { Stage } from '../stages.ts';
import type { Handler } from './bundle.ts';

export type OfficeDashboardProps = {
  stage: Stage;
  data: DataStack;
  web: WebStack;
  workflow: WorkflowStack;
  api: ApiStack;
  stuck: Metric;
  unsent: Metric;
};

/** A day in hours: an office sees its morning. */
const HOUR = Duration.hours(1);
/** Two graphs beside each other on CloudWatch's 24 columns. */
const HALF = 12;

/** What is counted of the day, the functions that write it down, and how the graph calls it. */
const DAY = {
  submitted: { by: ['drafting'], label: 'submitted' },
  signed: { by: ['approval'], label: 'signed' },
  returned: { by: ['approval'], label: 'returned' },
  issued: { by: ['close'], label: 'issued' },
  arrived: { by: ['deliver', 'sweep', 'registry'], label: 'delivered' },
  opened: { by: ['inbox'], label: 'opened' },
  received: { by: ['inbox'], label: 'received' },
} satisfies Partial<Record<Happening['kind'], { by: Handler[]; label: string }>>;

const FIRST_WORDS = `# Trình Ký
What waits or lies unread is told by two lines that part: more was submitted than ended, more was delivered than opened. A
line of that kind begins at nought where the graph begins. What rings, and what to do then: \`infra/RUNBOOK.md\`.`;

export class OfficeDashboard extends Construct {
  readonly #props: OfficeDashboardProps;
  /** What is counted of the day, by the kind of event. */
  readonly #counted = new Map<string, Metric>();

  constructor(scope: Construct, id: string, props: OfficeDashboardProps) {
    super(scope, id);
    this.#props = props;
    new Dashboard(this, 'dashboard', {
      dashboardName: props.stage.prefix,
      // A week: so that today can be told from other days.
      defaultInterval: Duration.days(7),
      widgets: [
        [new TextWidget({ markdown: FIRST_WORDS, width: 2 * HALF, height: 3 })],
        [graph('The day of the office', this.day()), graph('What waits', this.waiting())],
        [graph('What stands still', this.standingStill()), graph('Failures', this.failures())],
        [graph('Presses and pages', this.requests()), graph('How long people wait', this.waits())],
        [graph('What costs: DynamoDB', this.units()), graph('What costs: Lambda', this.time())],
      ],
    });
  }

  private day(): Metric[] {
    const { workflow, api } = this.#props;
    const functions = [...workflow.functions, ...api.functions];
    return Object.entries(DAY).map(([kind, { by, label }]) => {
      const metricName = `Reports-${kind}`;
      for (const name of by) {
        const found = functions.find(({ node }) => node.id === name);
        if (!found) throw new Error(`No function is called ${name}`);
        new MetricFilter(this, `${kind}-by-${name}`, {
          logGroup: found.logGroup,
          filterPattern: FilterPattern.stringValue('$.message', '=', `*${happened(kind)}*`),
          metricNamespace: workflow.stackName,
          metricName,
        });
      }
      const metric = new Metric({
        namespace: workflow.stackName,
        metricName,
        label,
        statistic: Stats.SUM,
        period: HOUR,
      });
      this.#counted.set(kind, metric);
      return metric;
    });
  }

  private waiting(): IMetric[] {
    const machine = { StateMachineArn: this.#props.workflow.machine.stateMachineArn };
    const of = (name: string) => this.of('AWS/States', name, machine);
    const arrived = this.#counted.get('arrived');
    const opened = this.#counted.get('opened');
    if (!arrived || !opened) throw new Error('Nobody counts what is delivered and opened');
    return [
      moreThan('under way', of('ExecutionsStarted'), of('ExecutionsSucceeded')),
      moreThan('unread', arrived, opened),
    ];
  }

  private standingStill(): IMetric[] {
    const { workflow, stuck, unsent } = this.#props;
    const machine = { StateMachineArn: workflow.machine.stateMachineArn };
    const ends = ['ExecutionsFailed', 'ExecutionsTimedOut', 'ExecutionsAborted'];
    return [
      stuck.with({ label: 'wait for the clerk', period: HOUR }),
      ...ends.map((name) => this.of('AWS/States', name, machine)),
      unsent.with({ label: 'mails that did not leave', period: HOUR }),
      workflow.undelivered.metricApproximateNumberOfMessagesVisible({
        statistic: Stats.MAXIMUM,
        period: HOUR,
        label: 'ends that nobody was told of',
      }),
    ];
  }

  private failures(): IMetric[] {
    const { workflow, api } = this.#props;
    return [...workflow.functions, ...api.functions].map((fn) =>
      fn.metricErrors({ period: HOUR, label: fn.node.id }),
    );
  }

  private requests(): IMetric[] {
    const gateway = { ApiId: this.#props.web.gateway.apiId };
    return ['Count', '4xx', '5xx'].map((name) => this.of('AWS/ApiGateway', name, gateway));
  }

  private waits(): IMetric[] {
    const gateway = { ApiId: this.#props.web.gateway.apiId };
    return [Stats.p(50), Stats.p(95), Stats.p(99)].map((statistic) =>
      this.of('AWS/ApiGateway', 'Latency', gateway).with({ statistic, label: statistic }),
    );
  }

  private units(): IMetric[] {
    const table = { TableName: this.#props.data.table.tableName };
    return ['ConsumedReadCapacityUnits', 'ConsumedWriteCapacityUnits'].map((name) =>
      this.of('AWS/DynamoDB', name, table),
    );
  }

  private time(): IMetric[] {
    const { workflow, api } = this.#props;
    return [...workflow.functions, ...api.functions].map((fn) =>
      fn.metricDuration({ statistic: Stats.SUM, period: HOUR, label: fn.node.id }),
    );
  }

  private of(namespace: string, metricName: string, dimensionsMap: Record<string, string>): Metric {
    return new Metric({
      namespace,
      metricName,
      dimensionsMap,
      statistic: Stats.SUM,
      period: HOUR,
      label: metricName,
    });
  }
}

const graph = (title: string, left: IMetric[]): GraphWidget =>
  new GraphWidget({ title, left, width: HALF });

/** By how many more came than went since the graph begins. */
const moreThan = (label: string, came: Metric, went: Metric): MathExpression => {
  // An id is a word, and one for the whole graph.
  const id = label.replaceAll(' ', '_');
  return new MathExpression({
    expression: `RUNNING_SUM(FILL(came_${id}, 0) - FILL(went_${id}, 0))`,
    usingMetrics: { [`came_${id}`]: came, [`went_${id}`]: went },
    label,
    period: HOUR,
  });
};
