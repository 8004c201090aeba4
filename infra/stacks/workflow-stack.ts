// Who does the work between a submission and its deliveries? The state machine, its functions, and what watches over both.
import { ArnFormat, Duration, Stack } from 'aws-cdk-lib';
import { Rule, Schedule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import { Architecture } from 'aws-cdk-lib/aws-lambda';
import type { LogGroup } from 'aws-cdk-lib/aws-logs';
import { EmailIdentity, Identity } from 'aws-cdk-lib/aws-ses';
import { Queue } from 'aws-cdk-lib/aws-sqs';
import { DefinitionBody, LogLevel, StateMachine } from 'aws-cdk-lib/aws-stepfunctions';
import type { Construct, IConstruct } from 'constructs';
import { STOPPED } from '../../functions/contracts/hand-offs.ts';
import { keyNameOf } from '../../functions/domain/directory/key-holder.ts';
import { AppFunction, type Bundles, ONE_PROCESSOR } from '../constructs/app-function.ts';
import type { Handler } from '../constructs/bundle.ts';
import { keptLog } from '../constructs/kept-log.ts';
import type { Stage } from '../stages.ts';
import type { Workers } from '../workflow/calling.ts';
import { wayOfASubmission } from '../workflow/way-of-a-submission.ts';
import type { DataStack } from './data-stack.ts';

export type WorkflowStackProps = {
  stage: Stage;
  bundles: Bundles;
  data: DataStack;
  webUrl: string;
};

/** A few calls to DynamoDB, S3 or Step Functions, the slowest on a cold start; numbers drawn at once by many take 10 s. */
const A_FEW_CALLS = Duration.seconds(30);
/** Two hundred and fifty megabytes of attachments, read and written, on the line of a third of a processor. */
const A_FEW_FILES = Duration.seconds(90);
/** Cold, with addon and fonts, 2 s; a report of 200 pages some 5 s; and a machine that is busy. */
const A_DOCUMENT = Duration.seconds(60);
/** A key opened, a file signed and verified again, and five timestamp servers that let us wait 5 s each. */
const A_SIGNATURE = Duration.seconds(60);

/** Five hundred submissions, a few calls each, or some with all their deliveries: what one sweep takes on. */
const A_SWEEP = Duration.minutes(4);
/** Shorter than an office would call "stuck", longer than any step takes. */
const BETWEEN_SWEEPS = Duration.minutes(5);
/** A hundred offices, a page of people each, and some mails. */
const A_LOOK_AT_EVERY_OFFICE = Duration.minutes(2);
/** Eight in the morning in Vietnam: who can order a certificate is at work. */
const EVERY_MORNING = Schedule.cron({ minute: '0', hour: '1' });
/** Two weeks: time to come back from holidays, look and send again. */
const KEPT_UNDELIVERED = Duration.days(14);
/** A year is Step Functions' own limit; the working files outlive it. */
const LONGEST = Duration.days(365);

export class WorkflowStack extends Stack {
  readonly machine: StateMachine;
  readonly machineLog: LogGroup;
  readonly machineArn: string;
  readonly renderer: AppFunction;
  readonly notifier: AppFunction;
  readonly keyKeepers: Record<'sign' | 'seal', AppFunction>;
  readonly sweep: AppFunction;
  readonly warn: AppFunction;
  readonly functions: AppFunction[];
  /** Those whose refusals and waits somebody else carries on: a state, EventBridge, or the next sweep. */
  readonly carriedOn: AppFunction[];
  /** Those that send mail. */
  readonly mailers: AppFunction[];
  readonly undelivered: Queue;

  constructor(scope: Construct, id: string, props: WorkflowStackProps) {
    super(scope, id, { terminationProtection: props.stage.terminationProtection });
    const { stage } = props;
    // The functions must know the machine and the machine its functions: its name is said beforehand.
    const stateMachineName = `${stage.prefix}-submissions`;
    this.machineArn = this.formatArn({
      service: 'states',
      resource: 'stateMachine',
      resourceName: stateMachineName,
      arnFormat: ArnFormat.COLON_RESOURCE_NAME,
    });
    const domain = stage.mailFrom.split('@').at(-1) ?? stage.mailFrom;
    new EmailIdentity(this, 'mail', { identity: Identity.domain(domain) });

    const workers = this.workers(props);
    this.renderer = workers.render;
    this.notifier = workers.notify;
    // What desks hand to it is tried once more: nobody is told of one thing three times.
    this.notifier.configureAsyncInvoke({ retryAttempts: 1 });
    this.keyKeepers = { sign: workers.sign, seal: workers.seal };
    this.machineLog = keptLog(this, 'machine-log', stage);
    this.machine = new StateMachine(this, 'submissions', {
      stateMachineName,
      comment: 'From a submission to its deliveries',
      definitionBody: DefinitionBody.fromChainable(wayOfASubmission({ scope: this, workers })),
      timeout: LONGEST,
      tracingEnabled: true,
      // Which state was entered when, but no data: hand-offs hold ids and, while people are waited for, tokens.
      logs: { destination: this.machineLog, level: LogLevel.ALL, includeExecutionData: false },
    });

    this.undelivered = new Queue(this, 'undelivered', {
      enforceSSL: true,
      retentionPeriod: KEPT_UNDELIVERED,
    });
    const stopped = this.stopped(props);
    this.sweep = this.sweeping(props);
    this.warn = this.warning(props);
    this.carriedOn = [...Object.values(workers), stopped, this.sweep];
    this.functions = [...this.carriedOn, this.warn];
    this.mailers = [workers.ask, workers.remind, workers.notify, stopped, this.sweep, this.warn];
    this.machineComesLast(workers);
  }

  /**
   * What fails in a deployment takes its whole stack back, but an execution keeps the machine that it began with: it would
   * go by a later machine, and meet the functions of before. So when the machine is replaced, nothing is left that could
   * fail. It names its functions, so that those come before it anyway.
   */
  private machineComesLast(workers: Workers): void {
    const named: IConstruct[] = [this.machine, this.machineLog, ...Object.values(workers)];
    this.machine.node.defaultChild?.node.addDependency(
      ...this.node.children.filter((child) => !named.includes(child)),
      this.notifier.node.findChild('EventInvokeConfig'),
    );
  }

  /** Each function with no more than its own step needs. */
  private workers(props: WorkflowStackProps): Workers {
    const { stage, data, webUrl } = props;
    const { table, working, signed, images } = data;
    const worker = (id: Handler, timeout: Duration, whenItFails: string) =>
      new AppFunction(this, id, { stage, bundles: props.bundles, whenItFails, timeout });

    return {
      prepare: worker(
        'prepare',
        A_FEW_FILES,
        'Reports stop before anybody has been asked to read them, and wait for the clerk.',
      )
        .reads(table, 'SUBMISSION#', 'DIRECTORY#')
        .readsWorkingFiles(working, 'attachments/*')
        .writesWorkingFiles(working, 'submissions/*'),

      // Its bundle holds Typst's native code for x86-64, which is what the tests run. No table and no keys: what it sets,
      // others answer for.
      render: new AppFunction(this, 'render', {
        stage,
        bundles: props.bundles,
        whenItFails: 'Nobody sees what a report will look like, and no report is issued.',
        timeout: A_DOCUMENT,
        memorySize: ONE_PROCESSOR,
        architecture: Architecture.X86_64,
      }).writesWorkingFiles(working, 'previews/*', 'submissions/*', 'issuing/*'),

      ask: worker(
        'ask',
        A_FEW_CALLS,
        'Reviewers, signers and clerks are not told that something waits for them.',
      )
        .writes(table, 'SUBMISSION#', 'REPORT#', 'TOKEN#', 'UNSENT#')
        .reads(table, 'DIRECTORY#')
        .removes(table, 'SUBMISSION#')
        .answersWaits(this.machineArn)
        .sendsMail(stage.mailFrom, webUrl),

      remind: worker(
        'remind',
        A_FEW_CALLS,
        'People who have let a report wait are not reminded of it.',
      )
        .writes(table, 'SUBMISSION#', 'REPORT#', 'UNSENT#')
        .reads(table, 'DIRECTORY#')
        .sendsMail(stage.mailFrom, webUrl),

      number: worker(
        'number',
        A_FEW_CALLS,
        'Signed reports get no number: they are handed back, or wait for the clerk.',
      )
        .writes(table, 'SUBMISSION#', 'REPORT#', 'REGISTER#')
        .reads(table, 'DIRECTORY#')
        .removes(table, 'SUBMISSION#'),

      sign: worker(
        'sign',
        A_SIGNATURE,
        'Reports that the signer has signed do not get the signature: they wait for the clerk.',
      )
        .reads(table, 'SUBMISSION#', 'DIRECTORY#')
        .writesWorkingFiles(working, 'issuing/*')
        .readsImages(images, 'people/*')
        .opensSecrets(keyNameOf(stage.prefix, { kind: 'person', id: '*' }))
        .signsWithKeysFor(stage, 'signer')
        .asksForTimestamps(stage.timestampServers),

      seal: worker(
        'seal',
        A_SIGNATURE,
        'Signed reports do not get the seal of the agency: they wait for the clerk.',
      )
        .reads(table, 'SUBMISSION#', 'DIRECTORY#')
        .writesWorkingFiles(working, 'issuing/*')
        .readsImages(images, 'organizations/*')
        .opensSecrets(keyNameOf(stage.prefix, { kind: 'organization', id: '*' }))
        .signsWithKeysFor(stage, 'agency')
        .asksForTimestamps(stage.timestampServers),

      store: worker(
        'store',
        A_FEW_FILES,
        'Sealed reports are not stored, so that no recipient gets them: they wait for the clerk.',
      )
        .writes(table, 'SUBMISSION#')
        .reads(table, 'DIRECTORY#TRUST')
        .readsWorkingFiles(working, 'issuing/*', 'submissions/*')
        .keepsSignedFiles(signed),

      close: worker(
        'close',
        A_FEW_CALLS,
        'Reports stay under way although they are issued, returned or given up.',
      )
        .writes(table, 'SUBMISSION#', 'REPORT#', 'REGISTER#', 'FILE#', 'REPORTWORD#')
        .reads(table, 'DELIVERY#', 'DIRECTORY#')
        .removes(table, 'SUBMISSION#', 'REPORTWORD#'),

      deliver: worker(
        'deliver',
        A_FEW_CALLS,
        'Issued reports do not reach the inboxes of their recipients.',
      )
        .writes(table, 'DELIVERY#', 'DELIVERYWORD#', 'REPORT#')
        .reads(table, 'SUBMISSION#', 'DIRECTORY#'),

      notify: worker(
        'notify',
        A_FEW_CALLS,
        'Recipients, drafters and clerks get no mail of what has come, come back or been remarked; it stands in their lists all the same.',
      )
        .reads(table, 'SUBMISSION#', 'DELIVERY#', 'DIRECTORY#')
        .writes(table, 'UNSENT#')
        .sendsMail(stage.mailFrom, webUrl),
    };
  }

  /** Whatever becomes of an execution that ends without having said so is written down, so that a clerk sees it. */
  private stopped({ stage, bundles, data, webUrl }: WorkflowStackProps): AppFunction {
    const stopped = new AppFunction(this, 'stopped', {
      stage,
      bundles,
      whenItFails: 'A report has stopped on its way, and nobody in the office can see it.',
      timeout: A_FEW_CALLS,
      undelivered: this.undelivered,
    })
      .writes(data.table, 'SUBMISSION#', 'REPORT#', 'UNSENT#')
      .reads(data.table, 'DIRECTORY#')
      .removes(data.table, 'SUBMISSION#')
      .seesExecutions(this.machineArn)
      .sendsMail(stage.mailFrom, webUrl);
    new Rule(this, 'when-stopped', {
      description: 'Marks the report of an execution that failed, timed out or was aborted',
      eventPattern: {
        source: ['aws.states'],
        detailType: ['Step Functions Execution Status Change'],
        detail: {
          status: [...STOPPED],
          stateMachineArn: [this.machineArn],
        },
      },
      targets: [new LambdaFunction(stopped, { deadLetterQueue: this.undelivered })],
    });
    return stopped;
  }

  /** Not part of any submission, but mail, and for those who keep the workflow able to sign. */
  private warning({ stage, bundles, data, webUrl }: WorkflowStackProps): AppFunction {
    const warn = new AppFunction(this, 'warn', {
      stage,
      bundles,
      whenItFails: 'Nobody hears that a certificate runs out, until its signer can sign no report.',
      timeout: A_LOOK_AT_EVERY_OFFICE,
    })
      .reads(data.table, 'DIRECTORY#')
      .writes(data.table, 'UNSENT#')
      .sendsMail(stage.mailFrom, webUrl);
    new Rule(this, 'when-to-warn', {
      description: 'Tells of certificates that run out',
      schedule: EVERY_MORNING,
      targets: [new LambdaFunction(warn)],
    });
    return warn;
  }

  private sweeping({ stage, bundles, data, webUrl }: WorkflowStackProps): AppFunction {
    const sweep = new AppFunction(this, 'sweep', {
      stage,
      bundles,
      whenItFails:
        'A submission, a decision or a delivery that got no effect at once never gets any.',
      timeout: A_SWEEP,
    })
      .reads(data.table, 'OWED#', 'TOKEN#', 'DIRECTORY#')
      .writes(data.table, 'SUBMISSION#', 'REPORT#', 'DELIVERY#', 'DELIVERYWORD#', 'UNSENT#')
      .removes(data.table, 'SUBMISSION#')
      .startsExecutions(this.machineArn)
      .answersWaits(this.machineArn)
      .sendsMail(stage.mailFrom, webUrl);
    new Rule(this, 'when-to-sweep', {
      description: 'Carries on what was pressed and had no effect, and delivers what is missing',
      schedule: Schedule.rate(BETWEEN_SWEEPS),
      // The next sweep finds whatever this one leaves.
      targets: [new LambdaFunction(sweep, { retryAttempts: 0 })],
    });
    return sweep;
  }
}
