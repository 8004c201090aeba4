// Who notices when something goes wrong? Alarms that say what it means to people, sent to those who look after the system.
import { Duration, Stack } from 'aws-cdk-lib';
import {
  Alarm,
  ComparisonOperator,
  Dashboard,
  GraphWidget,
  type IMetric,
  Metric,
  Stats,
  TreatMissingData,
} from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { FilterPattern, MetricFilter } from 'aws-cdk-lib/aws-logs';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import type { Construct } from 'constructs';
import { UNSENT_MAIL } from '../../functions/contracts/agreed-names.ts';
import type { AppFunction } from '../constructs/app-function.ts';
import type { Stage } from '../stages.ts';
import { BEGIN_TO_WAIT_FOR_THE_CLERK } from '../workflow/states.ts';
import type { ApiStack } from './api-stack.ts';
import type { WebStack } from './web-stack.ts';
import type { WorkflowStack } from './workflow-stack.ts';

export type WatchStackProps = {
  stage: Stage;
  web: WebStack;
  workflow: WorkflowStack;
  api: ApiStack;
};

/** Alarms look at five minutes at a time: soon enough for an office, and each report is looked at by somebody anyway. */
const PERIOD = Duration.minutes(5);
/** Three sweeps: one that is late is no alarm. */
const PERIODS_WITHOUT_A_SWEEP = 3;

export class WatchStack extends Stack {
  readonly #told: Topic;

  constructor(scope: Construct, id: string, { stage, web, workflow, api }: WatchStackProps) {
    super(scope, id, { terminationProtection: stage.terminationProtection });
    this.#told = this.newTopic();
    if (stage.alarmsTo) this.#told.addSubscription(new EmailSubscription(stage.alarmsTo));

    const functions = [...api.functions, ...workflow.functions];
    for (const fn of functions) {
      this.whenThereIs(fn.metricErrors({ period: PERIOD }), `${fn.node.id}-fails`, fn.whenItFails);
    }
    const stopped = ['Failed', 'TimedOut', 'Aborted'].map((how) =>
      workflow.machine.metric(`Executions${how}`, { statistic: Stats.SUM, period: PERIOD }),
    );
    for (const metric of stopped) {
      this.whenThereIs(
        metric,
        metric.metricName,
        'A report has stopped on its way and goes on when somebody presses: whoever is asked, or its clerk.',
      );
    }
    const stuck = this.stuckIn(workflow);
    this.whenThereIs(
      stuck,
      'stuck',
      'A signed report cannot be issued: its recipients wait until the clerk resumes it or gives it up.',
    );
    this.whenThereIs(
      workflow.undelivered.metricApproximateNumberOfMessagesVisible({ period: PERIOD }),
      'undelivered',
      'A report has stopped on its way, and its clerk has not been told.',
    );
    this.whenThereIs(
      this.unsentMail([...workflow.mailers, ...api.mailers], workflow.stackName),
      'unsent-mail',
      'People are not told by mail of what waits for them or has come; it stands in their lists all the same.',
    );
    const refused = new Metric({
      namespace: 'AWS/ApiGateway',
      metricName: '5xx',
      dimensionsMap: { ApiId: web.gateway.apiId },
      statistic: Stats.SUM,
      period: PERIOD,
    });
    this.whenThereIs(refused, 'api-fails', 'People see that what they pressed did not work.');
    this.whenNothingSweeps(workflow);

    new Dashboard(this, 'dashboard', {
      dashboardName: `${stage.prefix}`,
      widgets: [
        [
          new GraphWidget({
            title: 'Reports that stopped or are stuck',
            left: [...stopped, stuck],
          }),
        ],
        [
          new GraphWidget({
            title: 'Failures by function',
            left: functions.map((fn) => fn.metricErrors({ period: PERIOD, label: fn.node.id })),
          }),
        ],
      ],
    });
  }

  /**
   * A topic with a policy of its own has lost the one by which SNS lets the account's alarms publish, and an alarm that may
   * not is heard by nobody: it says so only in its own history.
   */
  private newTopic(): Topic {
    const topic = new Topic(this, 'those-who-look-after-it', { enforceSSL: true });
    topic.addToResourcePolicy(
      new PolicyStatement({
        principals: [new ServicePrincipal('cloudwatch.amazonaws.com')],
        actions: ['sns:Publish'],
        resources: [topic.topicArn],
        conditions: { StringEquals: { 'aws:SourceAccount': this.account } },
      }),
    );
    return topic;
  }

  /**
   * How often the machine began to wait for a clerk's help. The question itself is not counted: it is put again with every
   * reminder, and left when the clerk has answered.
   */
  private stuckIn({ machineLog, stackName }: WorkflowStack): Metric {
    return new MetricFilter(this, 'waiting-for-the-clerk', {
      logGroup: machineLog,
      filterPattern: FilterPattern.all(
        FilterPattern.stringValue('$.type', '=', 'PassStateEntered'),
        FilterPattern.stringValue('$.details.name', '=', BEGIN_TO_WAIT_FOR_THE_CLERK),
      ),
      metricNamespace: stackName,
      metricName: 'Stuck',
    }).metric({ statistic: Stats.SUM, period: PERIOD });
  }

  /** One metric for all that send mail. A line that a function prints is text within the JSON that Lambda makes of it. */
  private unsentMail(mailers: AppFunction[], metricNamespace: string): Metric {
    const metricName = 'UnsentMail';
    for (const { logGroup, node } of mailers) {
      new MetricFilter(this, `unsent-by-${node.id}`, {
        logGroup,
        filterPattern: FilterPattern.stringValue('$.message', '=', `*${UNSENT_MAIL}*`),
        metricNamespace,
        metricName,
      });
    }
    return new Metric({
      namespace: metricNamespace,
      metricName,
      statistic: Stats.SUM,
      period: PERIOD,
    });
  }

  private whenThereIs(metric: IMetric, id: string, impact: string): void {
    this.tell(
      new Alarm(this, id, {
        metric,
        alarmDescription: impact,
        threshold: 1,
        evaluationPeriods: 1,
        comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
        treatMissingData: TreatMissingData.NOT_BREACHING,
      }),
    );
  }

  private whenNothingSweeps({ sweep }: WorkflowStack): void {
    this.tell(
      new Alarm(this, 'nothing-sweeps', {
        metric: sweep.metricInvocations({ period: PERIOD }),
        alarmDescription:
          'Whoever pressed something in a moment of failure waits, and nothing will carry it on.',
        threshold: 1,
        evaluationPeriods: PERIODS_WITHOUT_A_SWEEP,
        comparisonOperator: ComparisonOperator.LESS_THAN_THRESHOLD,
        treatMissingData: TreatMissingData.BREACHING,
      }),
    );
  }

  private tell(alarm: Alarm): void {
    alarm.addAlarmAction(new SnsAction(this.#told));
  }
}
