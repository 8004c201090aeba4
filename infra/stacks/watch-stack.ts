// Who notices when something goes wrong? Alarms that say what it means to people, sent to those who look after the system.
import { Duration, Stack } from 'aws-cdk-lib';
import {
  Alarm,
  type AlarmProps,
  ComparisonOperator,
  type IMetric,
  MathExpression,
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
import { FORESEEN, UNSENT_MAIL } from '../../functions/contracts/agreed-names.ts';
import type { AppFunction } from '../constructs/app-function.ts';
import { OfficeDashboard } from '../constructs/office-dashboard.ts';
import { SecurityWatch } from '../constructs/security-watch.ts';
import { whatToDo } from '../constructs/what-to-do.ts';
import type { Stage } from '../stages.ts';
import { BEGIN_TO_WAIT_FOR_THE_CLERK } from '../workflow/states.ts';
import type { ApiStack } from './api-stack.ts';
import type { DataStack } from './data-stack.ts';
import type { WebStack } from './web-stack.ts';
import type { WorkflowStack } from './workflow-stack.ts';

export type WatchStackProps = {
  stage: Stage;
  data: DataStack;
  web: WebStack;
  workflow: WorkflowStack;
  api: ApiStack;
};

/** Alarms look at five minutes at a time: soon enough for an office, and each report is looked at by somebody anyway. */
const PERIOD = Duration.minutes(5);
/** Three sweeps: one that is late is no alarm. */
const PERIODS_WITHOUT_A_SWEEP = 3;
/** A day and an hour: a morning's look that is a little late is no alarm. */
const HOURS_WITHOUT_A_WARNING = 25;
/** A quarter of an hour: what a service mends by itself is over by then, and whoever tried again has succeeded. */
const PERIODS_THAT_LAST = 3;

/** What an execution may come to besides its end, under the name of its metric, and what it means. */
const ENDS = {
  'executions-failed': {
    metricName: 'ExecutionsFailed',
    impact:
      'A report has stopped on its way and goes on when somebody presses: whoever is asked, or its clerk.',
  },
  'executions-timed-out': {
    metricName: 'ExecutionsTimedOut',
    impact:
      'A report has been under way for a year and has stopped: it goes on when whoever is asked, or its clerk, presses.',
  },
  'executions-aborted': {
    metricName: 'ExecutionsAborted',
    impact:
      'Somebody has ended the machine of a report by hand: it goes on when whoever is asked, or its clerk, presses.',
  },
};

export class WatchStack extends Stack {
  readonly #told: Topic;
  readonly #stage: Stage;

  constructor(scope: Construct, id: string, props: WatchStackProps) {
    const { stage, web, workflow, api } = props;
    super(scope, id, { terminationProtection: stage.terminationProtection });
    this.#stage = stage;
    this.#told = this.newTopic();
    if (stage.alarmsTo) this.#told.addSubscription(new EmailSubscription(stage.alarmsTo));

    for (const fn of [...api.functions, ...workflow.functions]) {
      const failures = fn.metricErrors({ period: PERIOD });
      const isCarriedOn = [...workflow.carriedOn, ...api.carriedOn].includes(fn);
      const unforeseen = isCarriedOn ? this.unforeseenOf(fn, failures) : failures;
      this.whenThereIs(unforeseen, `${fn.node.id}-fails`, fn.whenItFails);
    }
    for (const [id, { metricName, impact }] of Object.entries(ENDS)) {
      const ended = workflow.machine.metric(metricName, { statistic: Stats.SUM, period: PERIOD });
      this.whenThereIs(ended, id, impact);
    }
    const stuck = this.stuckIn(workflow);
    this.whenThereIs(
      stuck,
      'stuck',
      'A signed report cannot be issued: its recipients wait until the clerk resumes it or gives it up.',
    );
    this.whenThereIs(
      workflow.undelivered.metricApproximateNumberOfMessagesVisible({
        period: PERIOD,
        statistic: Stats.MAXIMUM,
      }),
      'undelivered',
      'A report has stopped on its way, and its clerk has not been told.',
    );
    const unsent = this.unsentMail([...workflow.mailers, ...api.mailers], workflow.stackName);
    this.whenThereIs(
      unsent,
      'unsent-mail',
      'People are not told by mail of what waits for them or has come; it stands in their lists all the same.',
    );
    this.whenTheApiFails({ web, api });
    this.whenCallsAreTooMany();
    this.whenNothingSweeps(workflow);
    this.whenNobodyWarns(workflow);

    const { keyKeepers } = workflow;
    new SecurityWatch(this, 'security', { stage, told: this.#told, keyKeepers });
    new OfficeDashboard(this, 'office', { ...props, stuck, unsent });
  }

  /**
   * A topic with a policy of its own has lost the one by which SNS lets the account's alarms publish, and an alarm that may
   * not is heard by nobody: it says so only in its own history.
   */
  private newTopic(): Topic {
    const topic = new Topic(this, 'those-who-look-after-it', {
      // The sender's name of the mails.
      displayName: this.#stage.prefix,
      enforceSSL: true,
    });
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
   * Lambda counts a refusal as a failure, and what is asked again a moment later as well. Neither is for those who look
   * after the system: the one is told to whoever pressed, the other is tried again, and if that does not help the report
   * stands still, which has an alarm of its own. (A call is counted in the minute in which it began, its words in that in
   * which they were said: over the border of two periods, seldom, one rings for nothing.)
   */
  private unforeseenOf(fn: AppFunction, failures: Metric): MathExpression {
    const says = (words: string) => FilterPattern.stringValue('$.message', '=', `*${words}*`);
    const foreseen = new MetricFilter(this, `foreseen-by-${fn.node.id}`, {
      logGroup: fn.logGroup,
      filterPattern: FilterPattern.any(says(FORESEEN.refused), says(FORESEEN.waits)),
      metricNamespace: this.stackName,
      metricName: `Foreseen-${fn.node.id}`,
      // Else there would be no such metric before the first, and nothing to take away from the failures.
      defaultValue: 0,
    }).metric({ statistic: Stats.SUM, period: PERIOD });
    return new MathExpression({
      expression: 'failures - FILL(foreseen, 0)',
      usingMetrics: { failures, foreseen },
      label: fn.node.id,
      period: PERIOD,
    });
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

  /** One metric for all that send mail. It is their own line that is counted. */
  private unsentMail(mailers: AppFunction[], metricNamespace: string): Metric {
    const metricName = 'UnsentMail';
    for (const { logGroup, node } of mailers) {
      new MetricFilter(this, `unsent-by-${node.id}`, {
        logGroup,
        filterPattern: FilterPattern.stringValue('$.message', '=', UNSENT_MAIL),
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

  /** A mistake of ours rings at once. What AWS could not do at that moment rings when it lasts: people were told to try again. */
  private whenTheApiFails({ web, api }: Pick<WatchStackProps, 'web' | 'api'>): void {
    const mistakes = new MetricFilter(this, 'answered-with-a-mistake', {
      logGroup: api.gatewayLog,
      filterPattern: FilterPattern.stringValue('$.status', '=', '500'),
      metricNamespace: this.stackName,
      metricName: 'Mistakes',
    }).metric({ statistic: Stats.SUM, period: PERIOD });
    this.whenThereIs(
      mistakes,
      'api-fails',
      'People see that what they pressed did not work, by a mistake of ours: to press again will not help.',
    );
    const refused = new Metric({
      namespace: 'AWS/ApiGateway',
      metricName: '5xx',
      dimensionsMap: { ApiId: web.gateway.apiId },
      statistic: Stats.SUM,
      period: PERIOD,
    });
    this.whenThereIs(
      refused,
      'api-unavailable',
      'For a quarter of an hour people have been told to try again, and it does not get better.',
      PERIODS_THAT_LAST,
    );
  }

  /** Of the whole account: it is the account that has so many calls at once, and no more. */
  private whenCallsAreTooMany(): void {
    const throttled = new Metric({
      namespace: 'AWS/Lambda',
      metricName: 'Throttles',
      statistic: Stats.SUM,
      period: PERIOD,
    });
    this.whenThereIs(
      throttled,
      'throttled',
      'More people work at once than the account lets in: they wait, or are told to try again.',
      PERIODS_THAT_LAST,
    );
  }

  /** `lasting` periods in a row; one is enough by default. */
  private whenThereIs(metric: IMetric, id: string, impact: string, lasting = 1): void {
    this.tell(id, impact, {
      metric,
      threshold: 1,
      evaluationPeriods: lasting,
      comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      treatMissingData: TreatMissingData.NOT_BREACHING,
    });
  }

  private whenNothingSweeps({ sweep }: WorkflowStack): void {
    this.whenThereIsNo(
      sweep.metricInvocations({ period: PERIOD }),
      'nothing-sweeps',
      'Whoever pressed something in a moment of failure waits, and nothing will carry it on.',
      PERIODS_WITHOUT_A_SWEEP,
    );
  }

  private whenNobodyWarns({ warn }: WorkflowStack): void {
    this.whenThereIsNo(
      warn.metricInvocations({ period: Duration.hours(1) }),
      'nobody-warns',
      'Nobody has looked for certificates that run out: a signer may find out by a report that cannot be signed.',
      HOURS_WITHOUT_A_WARNING,
    );
  }

  /** A schedule that calls no more says nothing at all: silence is what rings. */
  private whenThereIsNo(metric: IMetric, id: string, impact: string, lasting: number): void {
    this.tell(id, impact, {
      metric,
      threshold: 1,
      evaluationPeriods: lasting,
      comparisonOperator: ComparisonOperator.LESS_THAN_THRESHOLD,
      treatMissingData: TreatMissingData.BREACHING,
    });
  }

  /** The mail has the alarm's name for its subject, and says what it means and where it says what to do. */
  private tell(id: string, impact: string, props: AlarmProps): void {
    const alarm = new Alarm(this, id, {
      ...props,
      alarmName: `${this.#stage.prefix}-${id}`,
      alarmDescription: `${impact} ${whatToDo(id)}`,
    });
    alarm.addAlarmAction(new SnsAction(this.#told));
  }
}
